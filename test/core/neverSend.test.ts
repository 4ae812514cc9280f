import { forbiddenDomain } from "../../src/core/neverSend.ts";

const from = (address: string) => ({ from: { name: "A", address } });
const domains = ["secret.example.com"];

describe("a domain whose mails are not to be sent", () => {
  it.each([
    ["as the sender's", from("a@secret.example.com"), ""],
    ["as the sender's, in capitals", from("a@Secret.Example.COM"), ""],
    ["below it", from("a@mail.secret.example.com"), ""],
    ["in an address of the text", from("a@example.com"), "write to b@secret.example.com."],
    ["in a link", from("a@example.com"), "[here|https://secret.example.com/x]"],
    ["with escapes of wiki markup", from("a@example.com"), "b@secret\\.example.com"],
  ])("is found %s", (_, mail, text) => {
    expect(forbiddenDomain(domains, mail, text)).toBe("secret.example.com");
  });

  it.each([
    "notsecret.example.com",
    "secret.example.com.evil.example",
    "secret.example.community",
    "example.com",
    "",
  ])("is not taken for %j", (other) => {
    expect(forbiddenDomain(domains, from(`a@${other}`), `see https://${other}/`)).toBeUndefined();
  });
});
