/**
 * The server's time as far as it is known: ours, until a `timestamp_refused` says what it would have accepted.
 * One is shared by everything that signs for a site, so that one refusal corrects all.
 */
import type { Clock } from "../core/ports.ts";

export interface ServerClock {
  /** Seconds since 1970, whole, as `oauth_timestamp` wants them. */
  seconds(): number;
  /** Seconds by which the server is known to be ahead of us; negative where it is behind. */
  ahead(): number;
  /**
   * @param acceptable `oauth_acceptable_timestamps`: two times in seconds since 1970, with a hyphen between them.
   * @returns whether it could be read; the middle of the two is taken as the server's now.
   */
  correct(acceptable: string | undefined): boolean;
}

export function createServerClock(now: Clock): ServerClock {
  let ahead = 0; // milliseconds by which the server is ahead of us
  return {
    seconds: () => Math.floor((now() + ahead) / 1000),
    ahead: () => ahead / 1000,
    correct: (acceptable) => {
      const match = /^\s*(\d{1,12})-(\d{1,12})\s*$/.exec(acceptable ?? "");
      if (!match) return false;
      ahead = ((Number(match[1]) + Number(match[2])) / 2) * 1000 - now();
      return true;
    },
  };
}
