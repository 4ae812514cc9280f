import fc from "fast-check";
import { htmlToWiki } from "../../../src/core/wiki/fromHtml.ts";
import { addressesIn, masked, maskOf, sensitiveIn } from "../../../src/core/privacy/sensitive.ts";

const found = (text: string) => sensitiveIn(text).map(({ kind, text: one }) => `${kind} ${one}`);

describe("what may better not be sent is found", () => {
  it.each([
    ["Card 4111 1111 1111 1111, please", "card 4111 1111 1111 1111"],
    ["5500-0000-0000-0004", "card 5500-0000-0000-0004"],
    ["IBAN: DE89 3704 0044 0532 0130 00.", "iban DE89 3704 0044 0532 0130 00"],
    ["to GB82WEST12345698765432 today", "iban GB82WEST12345698765432"],
    ["Call +49 (0)30 901820-17 now", "phone +49 (0)30 901820-17"],
    ["Call 0049 30 90182017", "phone 0049 30 90182017"],
    ["Tel. 030/9018 2017", "phone 030/9018 2017"],
    ["(555) 010-4477", "phone (555) 010-4477"],
    ["Tél. : 06 39 98 12 34 –", "phone 06 39 98 12 34"],
    ["電話：03-5550-1234", "phone 03-5550-1234"],
    ["The password is Winter2026! as ever", "secret Winter2026!"],
    ["Passwort: geheim", "secret geheim"],
    ["*Kennwort:* hase-17", "secret hase-17"],
    ["|Mot de passe|Xy-12|", "secret Xy-12"],
    ["密码：abc123", "secret abc123"],
    ["api_key = 9f8e7d6c5b", "secret 9f8e7d6c5b"],
    ["ghp_0123456789abcdefghijABCDEFGHIJ", "secret ghp_0123456789abcdefghijABCDEFGHIJ"],
  ])("in %j", (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    "Order 4111 1111 1111 1112 of 01.02.2026",
    "Build 1234567890123456789",
    "https://shop.example.com/orders/4111111111111111?phone=+4930901820",
    "DE89 3704 0044 0532 0130 01",
    "On 2026-11-27 at 14:05:33.123, 10.0.0.12 answered 0.0.0.0",
    "Version 10.0.19045.4529, id 550e8400-e29b-41d4-a716-446655440000",
    "The password is wrong. Please reset it.",
    "Passwords: see the manual of your team",
    "Password: https://vault.example.com/item/1",
    "1 000 000 EUR, 12.500,00 EUR",
  ])("and nothing else: %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  it("in what the converter has made of a mail", () => {
    const wiki = htmlToWiki("<p>Tel: +49 30 901820-17<br><b>Password:</b> a{b}c1*2_3</p>");
    const hidden = sensitiveIn(wiki);
    expect(hidden.map(({ kind }) => kind)).toEqual(["phone", "secret"]);
    expect(masked(wiki, hidden)).not.toMatch(/90182|c1/);
  });

  it("in long texts of nothing else, quickly", () => {
    for (const part of [
      "0 ",
      "+49 ",
      "DE89 ",
      "password: ",
      "a@",
      "-----BEGIN PRIVATE KEY-----",
      "eyJaaaaaaaaaaaa.",
    ])
      expect(sensitiveIn(part.repeat(Math.floor(32_000 / part.length))).length).toBeLessThan(20_000);
  });
});

describe("a mask", () => {
  it("leaves what tells one number from another", () => {
    const [one] = sensitiveIn("4111 1111 1111 1111");
    expect(one && maskOf(one)).toBe("••••1111");
  });

  it("hides every place, and only what is to be hidden", () => {
    const text = "IBAN DE89370400440532013000, again DE89370400440532013000, PIN: 4711";
    const [iban] = sensitiveIn(text);
    expect(masked(text, iban ? [iban] : [])).toBe("IBAN ••••3000, again ••••3000, PIN: 4711");
  });

  it("is found by nobody: what is masked has nothing left to hide", () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 24 });
    fc.assert(
      fc.property(digits, fc.constantFrom("+", "Tel. 0", "PIN: ", "4", "DE89 "), (numbers, led) => {
        const text = `Hello ${led}${numbers.join("")} and so on`;
        expect(sensitiveIn(masked(text, sensitiveIn(text)))).toEqual([]);
      }),
    );
  });
});

it("addresses are told once each, without the signs of the markup", () => {
  expect(addressesIn("a\\_b@example.com [mail|mailto:A_b@example.com], x@y, c@d.example.")).toEqual([
    "A_b@example.com",
    "c@d.example",
  ]);
});
