import { percentDecoded } from "../percentDecoded.ts";
import type { MailFile } from "./mail.ts";

/**
 * The file that a `cid:` address in the text means: by content id, where this Outlook tells it, else by the name that
 * content ids begin with (`image001.png@01DA…`).
 * @param address without its `cid:`.
 */
export function fileShown(files: readonly MailFile[], address: string): MailFile | undefined {
  const contentId = percentDecoded(address);
  const known = files.find((file) => same(file.contentId, contentId));
  if (known) return known;
  const named = files.filter(
    ({ name }) => same(name, contentId) || same(name, contentId.replace(/@[^@]*$/, "")),
  );
  return named.length === 1 ? named[0] : undefined; // of two with one name, either could be the wrong one
}

function same(one: string | undefined, other: string): boolean {
  return one?.toLowerCase() === other.toLowerCase();
}
