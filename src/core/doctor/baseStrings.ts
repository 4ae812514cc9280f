/**
 * Jira's signature base string beside ours, RFC 5849 section 3.4.1: `METHOD&address&parameters`, each percent-encoded.
 * A refusal brings Jira's along; where it differs from what we signed is where Jira believes in another address.
 *
 * Ours is made anew from what was asked for; timestamp and nonce of that one call are not known here any more, and
 * count as equal where Jira has seen some.
 */
import { percentDecoded } from "../percentDecoded.ts";

export interface Signed {
  readonly method: string;
  /** Absolute, without a query. */
  readonly url: string;
  /** Raw values; undefined for one that is not known. */
  readonly parameters: Readonly<Record<string, string | undefined>>;
}

export type Part = "method" | "scheme" | "host" | "port" | "path" | "parameters";

export interface Differences {
  /** In this order. */
  readonly parts: readonly Part[];
  /** Value of each part with us and with Jira, the parameters' left out. */
  readonly ours: Readonly<Record<Exclude<Part, "parameters">, string>>;
  readonly theirs: Readonly<Record<Exclude<Part, "parameters">, string>>;
  readonly oursAddress: string;
  readonly theirsAddress: string;
  /** Names of parameters as Jira saw them: not there, there and not ours, with another value or more than once. */
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly changed: readonly string[];
}

/** undefined: what Jira sent is no base string. */
export function compareBaseStrings(signed: Signed, theirText: string): Differences | undefined {
  const [method, address, query, ...more] = theirText.split("&").map(percentDecoded);
  if (!method || !address || query === undefined || more.length > 0 || !URL.canParse(address))
    return undefined;
  const ours = { method: signed.method, ...partsOf(signed.url) };
  const theirs = { method, ...partsOf(address) };
  const parameters = compareParameters(signed.parameters, query);
  const parts: readonly Part[] = (["method", "scheme", "host", "port", "path"] as const).filter((part) =>
    // Each scheme's own port is no difference of its own.
    part === "port" ? new URL(signed.url).port !== new URL(address).port : ours[part] !== theirs[part],
  );
  const differ = Object.values(parameters).some((names) => names.length > 0);
  return {
    parts: differ ? [...parts, "parameters"] : parts,
    ours,
    theirs,
    oursAddress: addressOf(signed.url),
    theirsAddress: addressOf(address),
    ...parameters,
  };
}

function partsOf(address: string) {
  const { protocol, hostname, port, pathname } = new URL(address);
  return {
    scheme: protocol.slice(0, -1),
    host: hostname,
    port: port || (protocol === "https:" ? "443" : "80"),
    path: pathname,
  };
}

function addressOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

function compareParameters(expected: Signed["parameters"], query: string) {
  const theirs = query
    .split("&")
    .filter((pair) => pair !== "")
    .map((pair) => {
      const equals = pair.indexOf("=");
      return [percentDecoded(pair.slice(0, equals)), percentDecoded(pair.slice(equals + 1))] as const;
    });
  const names = Object.keys(expected);
  const valuesOf = (name: string) => theirs.filter(([other]) => other === name).map(([, value]) => value);
  const isChanged = (name: string) => {
    const values = valuesOf(name);
    if (values.length === 0) return false;
    return values.length > 1 || (expected[name] !== undefined && values[0] !== expected[name]);
  };
  return {
    missing: names.filter((name) => valuesOf(name).length === 0),
    extra: [...new Set(theirs.map(([name]) => name))].filter((name) => !names.includes(name)),
    changed: names.filter(isChanged),
  };
}
