/** The product's own Jira, over the product's own signing, before the stand-in. */
import { createSignedFetch } from "../../src/oauth/signedFetch.ts";
import { createServerClock } from "../../src/oauth/serverClock.ts";
import { readPrivateKey } from "../../src/oauth/privateKey.ts";
import type { Jira } from "../../src/core/ports.ts";
import { createJira } from "../../src/jira/jira.ts";
import { benchConsumer } from "../../sim/consumer.ts";
import { createJira as createStandIn } from "../../sim/jira/jira.ts";
import type { JiraControl } from "../../sim/jira/control.ts";
import type { JiraOptions } from "../../sim/jira/options.ts";
import { listen } from "../../sim/listen.ts";

export interface Client {
  readonly jira: Jira;
  readonly control: JiraControl;
  close(): Promise<void>;
}

/** @param user signed in, by the login name. */
export async function startClient(user: string, options: Partial<JiraOptions> = {}): Promise<Client> {
  const standIn = createStandIn({ scheme: "http", ...options });
  const server = await listen(standIn.handle);
  const consumer = benchConsumer(undefined);
  standIn.control.createLink({
    applicationUrl: "https://inlink.example",
    consumerKey: consumer.key,
    consumerName: "Inlink",
    publicKey: consumer.publicKey,
  });
  const token = standIn.control.grant(user, consumer.key);
  const fetching = createSignedFetch({
    baseUrl: `http://localhost:${server.port}/jira`,
    consumerKey: consumer.key,
    key: await readPrivateKey(consumer.privateKey),
    token: () => token,
    fetch: (url, init) => fetch(url, init),
    clock: createServerClock(Date.now),
  });
  return {
    jira: createJira(fetching, Date.now),
    control: standIn.control,
    close: () => server.close(),
  };
}
