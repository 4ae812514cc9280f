/**
 * Callback world to promise, once: the only file that sees AsyncResult.
 *
 * Every call has a limit of its own, because a host that does not answer, or answers with nothing, never calls
 * back: office.js swallows its own time-out.
 */
import { OutlookFailed, OutlookSilent } from "../core/errors.ts";
import { member } from "./member.ts";

/** 0 where Outlook fails without a code. */
const noCode = 0;

/**
 * @param name the call, for errors and the log: `body.getAsync`.
 * @param limit milliseconds.
 */
export function callAsync<T>(
  name: string,
  call: (done: (result: Office.AsyncResult<T>) => void) => void,
  limit = 15_000,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new OutlookSilent(name)), limit);

    // Newer libraries call back with nothing at all when the host's answer was empty.
    function done(result: Office.AsyncResult<T> | undefined): void {
      clearTimeout(timer);
      if (result?.status === Office.AsyncResultStatus.Succeeded) resolve(result.value);
      else reject(failure(name, result?.error));
    }
    try {
      call(done);
    } catch (error) {
      clearTimeout(timer);
      reject(failure(name, error));
    }
  });
}

function failure(name: string, error: unknown): OutlookFailed {
  const code = member(error, "code");
  const message = member(error, "message");
  return new OutlookFailed(
    name,
    typeof code === "number" ? code : noCode,
    typeof message === "string" ? message : "no message",
  );
}
