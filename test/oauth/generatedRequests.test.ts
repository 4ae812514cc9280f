/** The product signs and sends, the stand-in's own code verifies what arrived: they share no line. */
import { generateKeyPairSync } from "node:crypto";
import fc from "fast-check";
import { baseString, parseAuthorization, parseForm, verifyRsaSha1 } from "../../sim/jira/oauth/signature.ts";
import { readPrivateKey } from "../../src/oauth/privateKey.ts";
import { createServerClock } from "../../src/oauth/serverClock.ts";
import { createSignedFetch } from "../../src/oauth/signedFetch.ts";

const pair = generateKeyPairSync("rsa", { modulusLength: 2048 });
const privateKey = String(pair.privateKey.export({ type: "pkcs8", format: "pem" }));
const publicKey = String(pair.publicKey.export({ type: "spki", format: "pem" }));

const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit));
const text = fc.oneof(
  fc.constant(""),
  fc.string({ unit: fc.constantFrom(...Array.from("+&=%!'()*~-._ /?#[]@:;,$\"<>\\^`{|}äß日😀")) }),
  fc.string({ unit: "binary" }),
  fc.string({ unit: codeUnit }),
  fc.string(),
);
const name = text.filter((name) => name !== "" && name !== "__proto__" && !name.startsWith("oauth_"));
const fewNames = fc.constantFrom("jql", "a", "fields", "é", "a b");
const parameters = fc.array(fc.tuple(fc.oneof(name, fewNames), text), { maxLength: 8 });
const segment = fc.oneof(
  fc.string({ unit: "grapheme" }).map((text) => `x${encodeURIComponent(text)}`),
  fc.constantFrom("rest", "DEMO-1", "a;b=c", "x y", "Übergabe", "%2f", "a+b", "it's", "(1)!*"),
);

const requests = fc.record({
  base: fc
    .tuple(
      fc.constantFrom("https://", "http://", "HTTPS://"),
      fc.constantFrom("jira.example.com", "JIRA.Example.COM", "localhost", "[::1]", "xn--bcher-kva.example"),
      fc.constantFrom("", ":80", ":443", ":8443", ":2990"),
      fc.constantFrom("", "/", "/jira", "/jira/", "/Context/Path"),
    )
    .map((parts) => parts.join("")),
  via: fc.constantFrom(undefined, "/jira-relay", "https://relay.example.org:8443/a/b/"),
  path: fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) => `/${segments.join("/")}`),
  consumerKey: fc.oneof(fc.constant("inlink"), text),
  token: fc.oneof(fc.constant(undefined), fc.constant("kkk9d7dh3k39sjv7"), text),
  query: parameters,
  form: fc.option(parameters, { nil: undefined }),
  body: fc.constantFrom(undefined, '{"a":"b&c=d"}', "multipart"),
  method: fc.constantFrom("GET", "POST", "PUT", "DELETE"),
});
type Generated = typeof requests extends fc.Arbitrary<infer Value> ? Value : never;

/** What the server gets after the relay: the path below `baseUrl`, and all else as it was sent. */
function atServer(sent: Request, { base, via }: Generated): URL {
  const arrived = new URL(sent.url);
  if (via === undefined) return arrived;
  const prefix = new URL(via, addIn).pathname.replace(/\/$/, "");
  expect(arrived.pathname.startsWith(`${prefix}/`)).toBe(true);
  const basePath = new URL(base).pathname.replace(/\/$/, "");
  return new URL(basePath + arrived.pathname.slice(prefix.length) + arrived.search, base);
}
const addIn = "https://addin.example.org";

/** The long run takes ten thousand. */
const count = process.env["LONG"] === "1" ? 10_000 : 2_000;

describe(`${count} generated requests`, () => {
  it("arrive with what was asked and a signature that an independent verifier accepts", async () => {
    const key = await readPrivateKey(privateKey);
    const refused: string[] = [];
    const nonces = new Set<string>();
    const generated = fc.sample(requests, { numRuns: count, seed: 5849 });
    for (const request of generated) {
      const sent = await send(request, key);
      const url = atServer(sent, request);
      const isForm = sent.headers.get("Content-Type") === "application/x-www-form-urlencoded";
      const query = parseForm(url.search.slice(1));
      const form = isForm ? parseForm(await sent.text()) : [];
      const header = parseAuthorization(sent.headers.get("Authorization") ?? "") ?? [];
      const values = new Map(header);
      nonces.add(values.get("oauth_nonce") ?? "");
      const base = baseString(sent.method, url.href, [...header, ...query, ...form]);
      const asked = [...request.query, ...(takesBody(request) ? (request.form ?? []) : [])];
      const same =
        JSON.stringify([...query, ...form]) === JSON.stringify(asked.map((pair) => pair.map(utf8)));
      const verified = verifyRsaSha1(base, values.get("oauth_signature") ?? "", publicKey);
      const same2 = values.get("oauth_token") === (request.token && utf8(request.token));
      if (!verified || !same || !same2) refused.push(JSON.stringify(request));
    }
    expect(refused.slice(0, 3)).toEqual([]);
    expect(generated.length - refused.length).toBe(count);
    expect(nonces.size).toBe(count);
  }, 400_000);
});

/** Lone surrogates become U+FFFD on their way. */
function utf8(text: string): string {
  return Buffer.from(text).toString();
}

function takesBody({ method }: Generated): boolean {
  return method === "POST" || method === "PUT";
}

async function send(request: Generated, key: Awaited<ReturnType<typeof readPrivateKey>>): Promise<Request> {
  let sent: Request | undefined;
  const signedFetch = createSignedFetch({
    ...request,
    baseUrl: request.base,
    token: () => request.token,
    key,
    clock: createServerClock(Date.now),
    fetch: (url, init) => {
      sent = new Request(new URL(url, addIn), init);
      return Promise.resolve(new Response("{}"));
    },
  });
  const { method, path, query, form, body } = request;
  const multipart = new FormData();
  multipart.append("file", new Blob(["a=b"]), "a.eml");
  await signedFetch({
    method,
    path,
    query,
    ...(takesBody(request) &&
      (form ? { form } : body ? { body: body === "multipart" ? multipart : body } : {})),
  });
  if (!sent) throw new Error("Nothing was sent");
  return sent;
}
