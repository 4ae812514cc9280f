/** The four servers of the bench, on ports that a person can remember, or on any free ones. */
import type { RequestListener } from "node:http";
import { listen, type Certificate, type RunningServer } from "./listen.ts";

export const servers = ["outlook", "addin", "jira", "cdn"] as const;
export type ServerName = (typeof servers)[number];
export type Listeners = Readonly<Record<ServerName, RequestListener>>;
export type Running = Readonly<Record<ServerName, RunningServer>>;

const quiet: (line: string) => void = () => undefined;

export async function listenAnywhere(listeners: Listeners, certificate: Certificate): Promise<Running> {
  return listenFrom(listeners, certificate, undefined);
}

/** @param say is told of each block of ports that was not free. */
export async function listenOnBlock(
  listeners: Listeners,
  certificate: Certificate,
  { first = 8443, tries = 20, say = quiet } = {},
): Promise<Running> {
  for (let start = first; start < first + tries * 10; start += 10) {
    try {
      return await listenFrom(listeners, certificate, start);
    } catch (error) {
      if (!isTaken(error)) throw error;
      say(
        `Port ${error.port} is taken by another program, so the next four are tried: ${start + 10} to ${start + 13}.`,
      );
    }
  }
  throw new Error(`No four free ports found from ${first} on. Stop what uses them, then start again.`);
}

async function listenFrom(
  listeners: Listeners,
  certificate: Certificate,
  start: number | undefined,
): Promise<Running> {
  const started: RunningServer[] = [];
  const next = async (name: ServerName) => {
    const port = start === undefined ? 0 : start + servers.indexOf(name);
    const server = await listen(listeners[name], certificate, port);
    started.push(server);
    return server;
  };
  try {
    return {
      outlook: await next("outlook"),
      addin: await next("addin"),
      jira: await next("jira"),
      cdn: await next("cdn"),
    };
  } catch (error) {
    await Promise.all(started.map((server) => server.close()));
    throw error;
  }
}

function isTaken(error: unknown): error is { readonly port: number } {
  if (typeof error !== "object" || error === null) return false;
  return "code" in error && error.code === "EADDRINUSE" && "port" in error;
}
