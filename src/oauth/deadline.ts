import { JiraUnreachable } from "../core/errors.ts";

/**
 * Runs work that must end in time: rejects with JiraUnreachable("timeout") after `milliseconds`, and with the caller's
 * own reason as soon as the caller aborts. Work learns of both by the signal it gets.
 */
export async function withDeadline<Result>(
  milliseconds: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  caller?.throwIfAborted();
  const ending = new AbortController();
  const callerAborted = () => ending.abort(caller?.reason);
  caller?.addEventListener("abort", callerAborted);
  const timer = setTimeout(() => ending.abort(new JiraUnreachable("timeout")), milliseconds);
  try {
    return await Promise.race([work(ending.signal), rejectedOnAbort(ending.signal)]);
  } finally {
    clearTimeout(timer);
    caller?.removeEventListener("abort", callerAborted);
  }
}

function rejectedOnAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    // The reason is an Error in all but name: ours, a DOMException, or what the caller chose.
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
