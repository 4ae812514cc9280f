/** Addresses of a hosting, taken apart for the renderers. */
import { ConfigInvalid } from "../../core/errors.ts";
import { relayPath, type Hosting } from "./hosting.ts";
import type { PolicyOptions } from "./policy.ts";

export interface Address {
  readonly scheme: "https" | "http";
  /** Without the port. */
  readonly name: string;
  /** The scheme's own where none is written. */
  readonly port: number;
  /** Name, and port where it is not the scheme's own: what a Host header says. */
  readonly host: string;
  /** `https://jira.example.com` */
  readonly origin: string;
  /** No slash at its end: "" or `/jira`. */
  readonly path: string;
}

/** All that a renderer needs to know of where things are. */
export interface Place {
  readonly addin: Address;
  readonly jira: Address;
  /** Where the proxy connects to; path is always "". */
  readonly upstream: Address;
  /** Path of the relay on the add-in's host. */
  readonly relay: string;
  readonly policy: PolicyOptions;
}

/** Throws ConfigInvalid where an address would need quoting: it becomes part of a configuration, and of a pattern. */
export function placeOf(hosting: Hosting): Place {
  const addin = addressOf(hosting.host);
  const jira = addressOf(hosting.jiraUrl);
  return {
    addin,
    jira,
    upstream: { ...(hosting.upstream === undefined ? jira : addressOf(hosting.upstream)), path: "" },
    relay: relayPath(hosting),
    policy: {
      framedBy: hosting.framedBy.map((origin) => addressOf(origin).origin),
      fetchedFrom: jira.origin === addin.origin ? [] : [jira.origin],
    },
  };
}

function addressOf(written: string): Address {
  const { protocol, hostname, port, host, origin, pathname } = new URL(written);
  if (!/^([a-z0-9._-]+|\[[0-9a-f:]+\])$/.test(hostname) || !/^[A-Za-z0-9._~/-]*$/.test(pathname))
    throw new ConfigInvalid(
      "",
      `${written} has characters that a web server's configuration cannot hold safely`,
      "Use letters, digits, dot, hyphen and underscore only.",
    );
  const scheme = protocol === "http:" ? "http" : "https";
  return {
    scheme,
    name: hostname,
    port: port === "" ? usualPort(scheme) : Number(port),
    host,
    origin,
    path: pathname.replace(/\/+$/, ""),
  };
}

export function usualPort(scheme: Address["scheme"]): number {
  return scheme === "https" ? 443 : 80;
}
