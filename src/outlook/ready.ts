import { OutlookAbsent } from "../core/errors.ts";

/**
 * Resolves when office.js has found its Outlook. To be called after office.js's script tag: what is not defined
 * by then was blocked or did not arrive.
 * @param limit milliseconds. office.js itself gives up without a word, for instance where MicrosoftAjax.js is
 *   blocked, or where the host does not answer.
 */
export async function officeReady(limit = 20_000): Promise<void> {
  if (!("Office" in globalThis)) throw new OutlookAbsent("script-blocked");
  const found = await Promise.race([Office.onReady(), silence(limit)]);
  if (found === undefined) throw new OutlookAbsent("not-ready");
  // In a plain browser tab onReady answers at once, with null.
  if (found.host !== Office.HostType.Outlook) throw new OutlookAbsent("not-outlook");
}

function silence(limit: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), limit));
}
