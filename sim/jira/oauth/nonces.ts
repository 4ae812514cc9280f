/**
 * Which nonces were used. Two memories, as in Jira: one of consumer and nonce, for a minute; and net.oauth's own
 * of timestamp, nonce, consumer and token, for as long as that timestamp would be accepted.
 */
export interface NonceCache {
  /** Remembers the use. false: it was used before. Times in milliseconds. */
  use(
    request: { consumerKey: string; nonce: string; timestamp: number; token: string },
    now: number,
  ): boolean;
}

const minute = 60_000;
export const acceptedSkew = 300_000;

export function createNonceCache(): NonceCache {
  const usedUntil = new Map<string, number>();
  return {
    use({ consumerKey, nonce, timestamp, token }, now) {
      for (const [key, until] of usedUntil) if (until < now) usedUntil.delete(key);
      const short = JSON.stringify([consumerKey, nonce]);
      const long = JSON.stringify([timestamp, nonce, consumerKey, token]);
      if (usedUntil.has(short) || usedUntil.has(long)) return false;
      usedUntil.set(short, now + minute);
      usedUntil.set(long, timestamp + acceptedSkew);
      return true;
    },
  };
}
