import type OAuthPackage from "oauth-1.0a";
import { parseAuthorization, verifyRsaSha1 } from "../../sim/jira/oauth/signature.ts";
import { readPrivateKey } from "../../src/oauth/privateKey.ts";
import { authorization, baseString, type UnsignedRequest } from "../../src/oauth/signature.ts";
import { oauthlib, oauthNet, rfc5849 } from "./published.ts";

const request: UnsignedRequest = {
  method: "GET",
  url: "https://jira.example.com/rest",
  parameters: [],
  consumerKey: "inlink",
  token: "t",
  timestamp: 1,
  nonce: "n",
};
/** Signs with its own base string, so that a test can read it. */
const echo = { sign: (text: string) => Promise.resolve(text) };

async function signedText(changes: Partial<UnsignedRequest>): Promise<string> {
  const pairs = parseAuthorization(await authorization({ ...request, ...changes }, echo));
  return new Map(pairs).get("oauth_signature") ?? "";
}

describe("published vectors", () => {
  it("has the base string of RFC 5849 section 3.4.1.1", () => {
    // The example has no oauth_version, which the package's types ask for and its code does not.
    expect(baseString(rfc5849, rfc5849.oauth as unknown as OAuthPackage.Data)).toBe(rfc5849.baseString);
  });

  it("has base string and signature of oauth.net's RSA-SHA1 example, and its certificate verifies it", async () => {
    const key = await readPrivateKey(oauthNet.privateKey);
    const unsigned = { ...request, ...oauthNet, token: undefined };
    expect(await signedText(unsigned)).toBe(oauthNet.baseString);
    expect(parseAuthorization(await authorization(unsigned, key))).toEqual([
      ["oauth_consumer_key", "dpf43f3p2l4k3l03"],
      ["oauth_nonce", "13917289812797014437"],
      ["oauth_signature", oauthNet.signature],
      ["oauth_signature_method", "RSA-SHA1"],
      ["oauth_timestamp", "1196666512"],
      ["oauth_version", "1.0"],
    ]);
    expect(verifyRsaSha1(oauthNet.baseString, oauthNet.signature, oauthNet.certificate)).toBe(true);
  });

  it.each([
    ["WebCrypto", globalThis.crypto],
    ["jsrsasign", {}],
  ])("has oauthlib's RSA-SHA1 signatures, signed by %s", async (_signer, crypto) => {
    const key = await readPrivateKey(oauthlib.privateKey, undefined, crypto);
    expect(await key.sign(rfc5849.baseString)).toBe(oauthlib.signatureOfRfcExample);
    const unsigned = { ...request, url: "http://example.com", ...oauthlib.client, token: undefined };
    const header = new Map(parseAuthorization(await authorization(unsigned, key)));
    expect(header.get("oauth_signature")).toBe(oauthlib.client.signature);
  });
});

describe("the base string", () => {
  it.each([
    ["http://EXAMPLE.COM:80/r%20v/X", "http%3A%2F%2Fexample.com%2Fr%2520v%2FX"], // RFC 5849 section 3.4.1.2
    ["https://www.example.net:8080/", "https%3A%2F%2Fwww.example.net%3A8080%2F"], // the same
    ["https://JIRA.example.com:443/jira", "https%3A%2F%2Fjira.example.com%2Fjira"],
    ["https://jira.example.com:80/", "https%3A%2F%2Fjira.example.com%3A80%2F"],
    ["https://jira.example.com", "https%3A%2F%2Fjira.example.com%2F"],
    ["https://jira.example.com/A%2fb#part", "https%3A%2F%2Fjira.example.com%2FA%252fb"],
  ])("has %s as %s", async (url, expected) => {
    expect((await signedText({ url })).split("&")[1]).toBe(expected);
  });

  it("has each value of a name that is given several times, sorted as encoded", async () => {
    const parameters = [
      ["a", "ü"],
      ["a", "b"],
      ["a", ""],
      ["a", "b"],
      ["B", "+&=%"],
      ["é", "!'()*~"],
    ] as const;
    expect(decodeURIComponent((await signedText({ parameters })).split("&")[2] ?? "")).toMatch(
      /^%C3%A9=%21%27%28%29%2A~&B=%2B%26%3D%25&a=&a=%C3%BC&a=b&a=b&oauth_consumer_key=/,
    );
  });

  it.each(["constructor", "toString", "hasOwnProperty", "length", "0"])(
    "keeps a parameter named %s",
    async (name) => {
      expect(await signedText({ parameters: [[name, "x"]] })).toContain(`${name}%3Dx`);
    },
  );

  it.each(["", "__proto__", "oauth_token", "oauth_"])('refuses a parameter named "%s"', async (name) => {
    await expect(signedText({ parameters: [[name, "x"]] })).rejects.toThrow(TypeError);
  });

  it("refuses a URL with a query, which the package would read wrongly", async () => {
    await expect(signedText({ url: "https://jira.example.com/?jql=a+b" })).rejects.toThrow(TypeError);
  });
});

describe("the Authorization header", () => {
  it("has no oauth_token where there is none, and an empty one where it is empty", async () => {
    expect(await authorization({ ...request, token: undefined }, echo)).not.toContain("oauth_token");
    expect(await authorization({ ...request, token: "" }, echo)).toContain('oauth_token=""');
  });

  it("carries and signs further protocol parameters, and none of the request's own", async () => {
    const parameters = [["secret", "of the query"]] as const;
    const protocol = { oauth_callback: "https://addin.example.org/signin.html?a=b c" };
    const header = await authorization({ ...request, parameters, protocol }, echo);
    expect(new Map(parseAuthorization(header)).get("oauth_callback")).toBe(protocol.oauth_callback);
    expect(new Map(parseAuthorization(header)).has("secret")).toBe(false);
    expect(await signedText({ protocol })).toContain("oauth_callback%3Dhttps%253A%252F%252Faddin");
  });
});
