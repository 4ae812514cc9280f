import { createSign, generateKeyPairSync } from "node:crypto";
import {
  baseString,
  parseAuthorization,
  parseForm,
  percentEncode,
  verifyRsaSha1,
} from "../../../../sim/jira/oauth/signature.ts";

describe("the stand-in's own RFC 5849", () => {
  it("makes the base string of RFC 5849 section 3.4.1.1 from header, query and body", () => {
    const header = parseAuthorization(
      'OAuth realm="Example", oauth_consumer_key="9djdj82h48djs9d2", oauth_token="kkk9d7dh3k39sjv7", ' +
        'oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131201", oauth_nonce="7d8f3e4a", ' +
        'oauth_signature="bYT5CMsGcbgUdFHObYMEfcx6bsw%3D"',
    );
    const query = parseForm("b5=%3D%253D&a3=a&c%40=&a2=r%20b");
    const body = parseForm("c2&a3=2+q");
    expect(
      baseString("POST", "http://EXAMPLE.COM:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b", [
        ...(header ?? []),
        ...query,
        ...body,
      ]),
    ).toBe(
      "POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D" +
        "%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method" +
        "%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7",
    );
  });

  it("verifies the RSA-SHA1 example of oauth.net with its certificate", () => {
    const text = baseString("GET", "http://photos.example.net/photos", [
      ["file", "vacaction.jpg"],
      ["size", "original"],
      ["oauth_consumer_key", "dpf43f3p2l4k3l03"],
      ["oauth_signature_method", "RSA-SHA1"],
      ["oauth_timestamp", "1196666512"],
      ["oauth_nonce", "13917289812797014437"],
      ["oauth_version", "1.0"],
    ]);
    expect(text).toBe(
      "GET&http%3A%2F%2Fphotos.example.net%2Fphotos&file%3Dvacaction.jpg%26oauth_consumer_key%3Ddpf43f3p2l4k3l03" +
        "%26oauth_nonce%3D13917289812797014437%26oauth_signature_method%3DRSA-SHA1%26oauth_timestamp%3D1196666512" +
        "%26oauth_version%3D1.0%26size%3Doriginal",
    );
    expect(verifyRsaSha1(text, photosSignature, photosCertificate)).toBe(true);
    expect(verifyRsaSha1(`${text}x`, photosSignature, photosCertificate)).toBe(false);
  });

  it("reads a public key as PEM and as bare base64, and refuses what is no RSA key", () => {
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const signature = createSign("RSA-SHA1").update("text").sign(privateKey, "base64");
    const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
    const bare = pem.replace(/-----[A-Z ]+-----/g, "").replace(/\n/g, "\r\n");
    expect(verifyRsaSha1("text", signature, pem)).toBe(true);
    expect(verifyRsaSha1("text", signature, bare)).toBe(true);
    expect(() => verifyRsaSha1("text", signature, "no key")).toThrow();
    const curve = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey;
    expect(() =>
      verifyRsaSha1("text", signature, curve.export({ type: "spki", format: "pem" }).toString()),
    ).toThrow();
  });

  it("encodes everything but RFC 3986's unreserved characters, in UTF-8 and upper case", () => {
    expect(percentEncode("aZ09-._~")).toBe("aZ09-._~");
    expect(percentEncode("!'()* +&=/%")).toBe("%21%27%28%29%2A%20%2B%26%3D%2F%25");
    expect(percentEncode("ä漢😀")).toBe("%C3%A4%E6%BC%A2%F0%9F%98%80");
  });

  it("keeps the path raw, lowers scheme and host, drops only the default port of the scheme", () => {
    const uri = (url: string) => decodeURIComponent(baseString("GET", url, []).split("&")[1] ?? "");
    expect(uri("HTTPS://Jira.Example.COM:443/Jira/%7ea/../b?x=1#y")).toBe(
      "https://jira.example.com/Jira/%7ea/../b",
    );
    expect(uri("https://jira.example.com:80/a")).toBe("https://jira.example.com:80/a");
    expect(uri("http://jira.example.com:443/a")).toBe("http://jira.example.com:443/a");
    expect(uri("http://jira.example.com")).toBe("http://jira.example.com/");
  });

  it("sorts by encoded name, then by encoded value", () => {
    const text = baseString("GET", "http://h/", [
      ["a", "b"],
      ["a", ""],
      ["é", "1"],
      ["a-", "1"],
      ["A", "1"],
      ["a", "10"],
    ]);
    expect(decodeURIComponent(text.split("&")[2] ?? "")).toBe("%C3%A9=1&A=1&a=&a=10&a=b&a-=1");
  });

  it("decodes the header as Java does: a bare + is a space, realm is dropped, other schemes are not OAuth", () => {
    expect(parseAuthorization('oauth realm="x",  oauth_signature="a+b%2Bc%3D" ,oauth_nonce = "n"')).toEqual([
      ["oauth_signature", "a b+c="],
      ["oauth_nonce", "n"],
    ]);
    expect(parseAuthorization("Basic YTpi")).toBeUndefined();
  });

  it("decodes forms as Tomcat does", () => {
    expect(parseForm("a=1&b&c=&d=x+y&%C3%A4=%F0%9F%98%80&=lost&bad=%zz&a=2&e=f=g")).toEqual([
      ["a", "1"],
      ["b", ""],
      ["c", ""],
      ["d", "x y"],
      ["ä", "😀"],
      ["a", "2"],
      ["e", "f=g"],
    ]);
  });
});

const photosSignature =
  "jvTp/wX1TYtByB1m+Pbyo0lnCOLIsyGCH7wke8AUs3BpnwZJtAuEJkvQL2/9n4s5wUmUl4aCI4BwpraNx4RtEXMe5qg5T1LVTGliMRpKasKs" +
  "W//e+RinhejgCuzoH26dyF8iY2ZZ/5D1ilgeijhV/vBka5twt399mXwaYdCwFYE=";

/** Published with the example, for testing. */
const photosCertificate = `-----BEGIN CERTIFICATE-----
MIIBpjCCAQ+gAwIBAgIBATANBgkqhkiG9w0BAQUFADAZMRcwFQYDVQQDDA5UZXN0
IFByaW5jaXBhbDAeFw03MDAxMDEwODAwMDBaFw0zODEyMzEwODAwMDBaMBkxFzAV
BgNVBAMMDlRlc3QgUHJpbmNpcGFsMIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKB
gQC0YjCwIfYoprq/FQO6lb3asXrxLlJFuCvtinTF5p0GxvQGu5O3gYytUvtC2JlY
zypSRjVxwxrsuRcP3e641SdASwfrmzyvIgP08N4S0IFzEURkV1wp/IpH7kH41Etb
mUmrXSwfNZsnQRE5SYSOhh+LcK2wyQkdgcMv11l4KoBkcwIDAQABMA0GCSqGSIb3
DQEBBQUAA4GBAGZLPEuJ5SiJ2ryq+CmEGOXfvlTtEL2nuGtr9PewxkgnOjZpUy+d
4TvuXJbNQc8f4AMWL/tO9w0Fk80rWKp9ea8/df4qMq5qlFWlx6yOLQxumNOmECKb
WpkUQDIDJEoFUzKMVuJf4KO/FJ345+BNLGgbJ6WujreoM1X/gYfdnJ/J
-----END CERTIFICATE-----`;
