/** One running Jira: its data and everything that lives only as long as the process. */
import type { NonceCache } from "./oauth/nonces.ts";
import { createNonceCache } from "./oauth/nonces.ts";
import type { Faults } from "./faults.ts";
import { createFaults } from "./faults.ts";
import type { JiraOptions } from "./options.ts";
import type { Sessions } from "./sessions.ts";
import { createSessions } from "./sessions.ts";
import { recordedProjects } from "./data/recorded.ts";
import { openStore, type Store } from "./data/store.ts";

export interface Instance {
  readonly options: Required<Omit<JiraOptions, "proxyName" | "proxyPort" | "dataDir" | "now">> & JiraOptions;
  readonly store: Store;
  readonly sessions: Sessions;
  readonly nonces: NonceCache;
  readonly faults: Faults;
  readonly requests: LoggedRequest[];
  /** Milliseconds, as this Jira's own clock has it. */
  now(): number;
}

export interface LoggedRequest {
  readonly method: string;
  /** Path and query as sent. */
  readonly url: string;
  /** 0 where the connection was cut unanswered; see `dropped`. */
  readonly status: number;
  /** Carried out, and the answer kept back. */
  readonly dropped: boolean;
  readonly user: string | undefined;
  readonly oauthProblem: string | undefined;
  readonly origin: string | undefined;
  readonly hadCookie: boolean;
}

export function createInstance(options: JiraOptions): Instance {
  const clock = options.now ?? Date.now;
  const faults = createFaults(options.uploadLimit ?? 10_485_760, options.attachments ?? true);
  const now = () => clock() + faults.clockOffset;
  return {
    options: {
      contextPath: "/jira",
      trustForwarded: false,
      createMeta: "new",
      version: "9.12.5",
      uploadLimit: 10_485_760,
      tooLargeStatus: 413,
      attachments: true,
      threeBytes: false,
      recorded: [],
      log: () => undefined,
      ...options,
    },
    store: openStore(options.dataDir, clock(), recordedProjects(options.recorded ?? [])),
    sessions: createSessions(),
    nonces: createNonceCache(),
    faults,
    requests: [],
    now,
  };
}
