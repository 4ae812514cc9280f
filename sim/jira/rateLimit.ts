/** Data Center's rate limiting: a token bucket a user. Its headers are on every answer to a signed-in user. */
import type { Exchange } from "./http/exchange.ts";
import { json, type Reply } from "./http/reply.ts";
import type { Instance } from "./instance.ts";

export interface Rate {
  readonly headers: Reply["headers"];
  /** Set where the bucket is empty. */
  readonly refusal: Reply | undefined;
}

export function takeToken(jira: Instance, exchange: Exchange): Rate {
  const { faults } = jira;
  if (!exchange.user || !exchange.path.startsWith("/rest/")) return { headers: {}, refusal: undefined };
  const rate = faults.rateLimit ?? { limit: 30, fillRate: 30, intervalSeconds: 10 };
  const now = jira.now();
  const bucket = faults.buckets.get(exchange.user.name) ?? { tokens: rate.limit, filledAt: now };
  const intervals = Math.floor((now - bucket.filledAt) / (rate.intervalSeconds * 1000));
  if (intervals > 0) {
    bucket.tokens = Math.min(rate.limit, bucket.tokens + intervals * rate.fillRate);
    bucket.filledAt += intervals * rate.intervalSeconds * 1000;
  }
  faults.buckets.set(exchange.user.name, bucket);
  const spent = bucket.tokens < 1;
  bucket.tokens = Math.max(0, bucket.tokens - 1);
  const refuse = spent && faults.rateLimit !== undefined;
  const wait = Math.max(1, Math.ceil((bucket.filledAt + rate.intervalSeconds * 1000 - now) / 1000));
  const headers = {
    "X-RateLimit-Limit": String(rate.limit),
    "X-RateLimit-Remaining": String(bucket.tokens),
    "X-RateLimit-FillRate": String(rate.fillRate),
    "X-RateLimit-Interval-Seconds": String(rate.intervalSeconds),
    "Retry-After": refuse ? String(wait) : "0",
  };
  return {
    headers,
    refusal: refuse ? { ...json(429, { message: "Rate limit exceeded." }), headers } : undefined,
  };
}
