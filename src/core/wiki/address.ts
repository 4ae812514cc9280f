/** Bare addresses in text, which Jira links as they are: what an escape within would break. */

/** All that Jira may take for a part of an address, and the character behind. */
const address =
  /(?:(?:https?|ftps?|nntp|news|irc):\/\/|(?:mailto|file):)[-_.!~*';/?:@#&=%+$,A-Za-z\d[\]()\\]*(?=([^])?)/y;
/** Without signs that readers of the markup see differently. */
const plain = /^[a-z]+:[\w\-.~/?#@=+%:,$&();']*[)\].,;']*$/;
const smileyOrIcon = /[:;]-?[()DPp]|\([^\s()]{1,7}\)/;
const entity = /&(?:#\d|#x[\da-f]|[a-z]\w*;)/i;

export interface Address {
  readonly from: number;
  /** Behind it. */
  readonly to: number;
  /** Jira links it, and nothing in it can be taken for markup. */
  readonly isPlain: boolean;
}

/** The address that begins there. @param end where other markup begins */
export function addressAt(text: string, from: number, end: number): Address | undefined {
  address.lastIndex = from;
  const found = address.exec(text);
  if (!found) return undefined;
  const said = found[0].slice(0, end - from);
  const behind = said === found[0] ? (found[1] ?? " ") : " ";
  const isPlain =
    !/["[|'!]/.test(text.charAt(from - 1)) &&
    plain.test(said) &&
    !smileyOrIcon.test(said) &&
    !entity.test(said) &&
    !/[{}|^]/.test(behind);
  return { from, to: from + said.length, isPlain };
}
