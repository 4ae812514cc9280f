import { isInlinkError, type InlinkError } from "../errors.ts";

/**
 * Sends, but never a second time what may already be there.
 * An answer that gets lost on the way is looked up at once; if Jira knows of nothing, the error stands, and
 * `unsure` has been called, so that a later attempt passes `wasUnsure` and looks before it sends.
 * @param look finds what an earlier attempt made.
 */
export async function once<Value>(
  wasUnsure: boolean,
  look: () => Promise<Value | undefined>,
  send: () => Promise<Value>,
  unsure: () => void,
): Promise<Value> {
  if (wasUnsure) {
    const found = await look();
    if (found !== undefined) return found;
  }
  try {
    return await send();
  } catch (error) {
    if (!isInlinkError(error) || !mayHaveHappened(error)) throw error;
    unsure();
    const found = await look().catch(() => undefined); // The first error is the one to tell.
    if (found === undefined) throw error;
    return found;
  }
}

/** Jira may have done it although no good answer came back. A 429 or 503 was refused at the door. */
function mayHaveHappened(error: InlinkError): boolean {
  if (error.code === "jira-busy") return error.status === 502 || error.status === 504;
  if (error.code === "jira-rejected") return error.status >= 500;
  return error.code === "jira-unreachable" || error.code === "jira-unexpected" || error.code === "stopped";
}
