import { isDisclaimer, isRule } from "./disclaimers.ts";
import { isRegister } from "./notes.ts";
import type { Range, SeenLine } from "./part.ts";

/**
 * Where the small print at the end of these lines begins; `to` where there is none. Gateways and newsletters set what
 * lawyers say in small letters, whatever its language and words are; a business card may be as small, but has no sentences.
 */
export function fineEnd(lines: readonly SeenLine[], { from, to }: Range): number {
  const usual = middle(lines.slice(from, to).map(({ size }) => size ?? 0));
  let start = to;
  for (let at = to - 1; at > from; at -= 1) {
    const { text, size } = lines[at] ?? { text: "", size: 0 };
    if ((size ?? 0) >= usual) break;
    if (isRule(text) && start === at + 1) start = at;
    if (isSentence(text) || isDisclaimer(text) || isRegister(text)) start = at;
  }
  return start;
}

/** Where small print begins that stands behind all that the mail's program wrote: a gateway's. */
export function behindSection(lines: readonly SeenLine[]): number {
  let from = lines.length;
  while (from > 0 && lines[from - 1]?.section === undefined) from -= 1;
  const usual = middle(lines.slice(0, from).map(({ size }) => size ?? 0));
  return from > 0 && lines.slice(from).every(({ size }) => (size ?? 0) < usual) ? from : lines.length;
}

/** Whether these words name a company: "Bakery Smith & Daughters" is `smith-daughters.example`. */
export function names(text: string, domain: string): boolean {
  const letters = plain(text);
  if (domain !== "" && letters.includes(plain(domain))) return true;
  const [longest = ""] = domain
    .split(".")
    .slice(0, -1)
    .sort((one, other) => other.length - one.length);
  return longest.split("-").some((word) => word.length > 3 && letters.includes(plain(word)));
}

/** Without accents, spaces and signs. */
function plain(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^\p{L}\d]/gu, "");
}

function middle(sizes: readonly number[]): number {
  return [...sizes].sort((one, other) => one - other)[Math.floor(sizes.length / 2)] ?? 0;
}

function isSentence(text: string): boolean {
  return text.length > 200 || (text.length > 50 && /[\p{L})\d][.!。]$/u.test(text)) || /[。；]/.test(text);
}
