/** Web sessions (JSESSIONID). In memory: Tomcat forgets them at a restart too. */
import { randomBytes } from "node:crypto";

export interface Session {
  readonly id: string;
  readonly userName: string;
  /** `atl_token` of this session's forms. */
  readonly formToken: string;
}

export interface Sessions {
  start(userName: string): Session;
  find(id: string | undefined): Session | undefined;
  end(id: string): void;
}

export function createSessions(): Sessions {
  const sessions = new Map<string, Session>();
  return {
    start(userName) {
      const session = {
        id: randomBytes(16).toString("hex").toUpperCase(),
        userName,
        formToken: randomBytes(20).toString("hex"),
      };
      sessions.set(session.id, session);
      return session;
    },
    find: (id) => (id === undefined ? undefined : sessions.get(id)),
    end: (id) => void sessions.delete(id),
  };
}
