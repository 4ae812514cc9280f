/**
 * What each line of a mail is. Guesses, made to be corrected: by what mail programs write around quotes and signatures,
 * and by words in eleven languages.
 */
import { bannerLines } from "./banners.ts";
import { isDisclaimer, isRule } from "./disclaimers.ts";
import { mailingEnd, seesElsewhere } from "./newsletters.ts";
import { behindSection, fineEnd } from "./fineEnd.ts";
import { isAutomatic, isRegister } from "./notes.ts";
import type { Part, Range, Said, SeenLine } from "./part.ts";
import { quoted } from "./quotes.ts";
import { isCard, signatureIn } from "./signatures.ts";

/** What is looked at of one line: nobody needs more, and a line may be a megabyte. */
const longest = 1_000;
/** Within a signature, what is longer is a lawyer's. */
const longestSaid = 200;
/** Marks of writing direction stand between what belongs together. */
const direction = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

export function partsOf(all: readonly SeenLine[], said: Said): readonly Part[] {
  const { sender, isReply } = said;
  const lines = all.map((line) => ({ ...line, text: line.text.slice(0, longest).replace(direction, "") }));
  const whole = unwrapped(lines);
  const parts: (Part | undefined)[] = [...quoted(lines, said)];
  parts.fill("disclaimer", behindSection(lines));
  const top = parts.indexOf("quote");
  const banner = bannerLines(lines.slice(0, top < 0 ? lines.length : top));
  parts.fill("banner", 0, banner);
  const [first] = openRanges(parts);
  if (first && !isReply) parts.fill("disclaimer", first.from, seesElsewhere(lines, first));
  for (const range of openRanges(parts)) {
    const legal = Math.min(
      disclaimerIn(whole, range),
      fineEnd(lines, range),
      framedEnd(whole, range),
      isReply ? range.to : mailingEnd(lines, range),
    );
    parts.fill("disclaimer", legal, range.to);
    const start = sign(parts, lines, { from: range.from, to: legal }, sender);
    for (let at = start - 1; at > range.from && isAutomatic(lines[at]?.text ?? ""); at -= 1)
      parts[at] = "disclaimer";
  }
  return parts.map((part) => part ?? "own");
}

/** As long as a line must be to have been broken by a mail program that writes text only. */
const wrapsFrom = 55;
const mostBroken = 20;

/** Each line with what its paragraph says, where that was broken into lines: all lines of one hold the same. */
function unwrapped(lines: readonly SeenLine[]): readonly SeenLine[] {
  const isBroken = ({ text, size }: SeenLine) =>
    size === undefined && text.length >= wrapsFrom && !isRule(text);
  const paragraphs: SeenLine[][] = [];
  for (const line of lines) {
    const last = paragraphs.at(-1);
    const before = last?.at(-1);
    const goesOn = before && isBroken(before) && !line.gap && !isRule(line.text);
    if (last && goesOn && last.length < mostBroken) last.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.flatMap((paragraph) => {
    const [first, ...others] = paragraph;
    if (!first || others.length === 0) return paragraph;
    const whole = { ...first, text: paragraph.map(({ text }) => text).join(" ") };
    return paragraph.map(() => whole);
  });
}

/** Marks the signature in these lines, also where a postscript stands within it. @returns where it begins. */
function sign(
  parts: (Part | undefined)[],
  lines: readonly SeenLine[],
  { from, to }: Range,
  sender: string,
): number {
  const added = postscript(lines, { from, to });
  let [start, end] = [signatureIn(lines, { from, to: added.from }, sender), added.from];
  // What stands below a postscript is the rest of the signature above it.
  if (start < end) parts.fill("signature", added.to, to);
  else if (end < to) [start, end] = [signatureIn(lines, { from, to }, sender), to];
  parts.fill("signature", start, end);
  for (let at = start + 1; at < end; at += 1)
    if ((lines[at]?.text.length ?? 0) > longestSaid) parts[at] = "disclaimer";
  const invited = invitation(lines, { from: start + 1, to: end });
  parts.fill(undefined, invited, end);
  const said = saidBelow(lines, { from: start + 1, to: invited });
  // Below a business card it is a company that speaks.
  const isFooter = isCard(lines.slice(start, said));
  parts.fill(isFooter ? "disclaimer" : undefined, said, invited);
  return start;
}

/** Runs of lines that are not settled yet. */
function openRanges(parts: readonly (Part | undefined)[]): readonly Range[] {
  const ranges: Range[] = [];
  let from: number | undefined;
  for (let at = 0; at <= parts.length; at += 1) {
    const open = at < parts.length && parts[at] === undefined;
    if (open) from ??= at;
    else if (from !== undefined) {
      ranges.push({ from, to: at });
      from = undefined;
    }
  }
  return ranges;
}

/** Where the block of an online meeting begins. */
function invitation(lines: readonly SeenLine[], { from, to }: Range): number {
  const found = lines.slice(from, to).findIndex(({ text }) => /^_{30,}$/.test(text));
  return found < 0 ? to : from + found;
}

/** Where the sender goes on below their name: a sentence in a paragraph of its own. */
function saidBelow(lines: readonly SeenLine[], { from, to }: Range): number {
  for (let at = from; at < to; at += 1) {
    const { text, gap, hint } = lines[at] ?? { text: "", gap: false, hint: undefined };
    const isSentence = text.length > 60 && text.length <= longestSaid && /[.?!。？]$/.test(text);
    if (gap && hint !== "signature" && isSentence) return at;
  }
  return to;
}

/** Whether the line of signs at `to` has its like above: it ends a signature between two. */
function closesFrame(lines: readonly SeenLine[], { from, to }: Range): boolean {
  const line = lines[to]?.text ?? "";
  return line.length > 4 && lines.slice(Math.max(from, to - 12), to).some(({ text }) => text === line);
}

/** A block at the end behind or between lines of signs that says what such blocks say; `to` where there is none. */
function framedEnd(lines: readonly SeenLine[], { from, to }: Range): number {
  const isNotice = (text: string) => /^_{5,}\s?\p{L}.*_{5,}$/u.test(text);
  const isFrame = (at: number) => isRule(lines[at]?.text ?? "") || isNotice(lines[at]?.text ?? "");
  for (let at = isFrame(to - 1) ? to - 2 : to - 1; at > Math.max(from, to - 10); at -= 1) {
    if (!isFrame(at)) continue;
    const isList =
      /^_{40,50}$/.test(lines[at]?.text ?? "") &&
      lines.slice(at, to).some(({ text }) => /list|メーリング/iu.test(text));
    return isList || isNotice(lines[at]?.text ?? "") || isDisclaimer(lines[at + 1]?.text ?? "") ? at : to;
  }
  return to;
}

/** A paragraph that begins with "P.S."; at `to` where there is none. */
function postscript(lines: readonly SeenLine[], { from, to }: Range): Range {
  const is = ({ text }: SeenLine): boolean => /^(?:p\.\s?s\.|ps\s?[:.]|nb\s?:|追伸|又及)/i.test(text);
  const found = lines.slice(from + 1, to).findIndex(is);
  if (found < 0) return { from: to, to };
  const start = from + 1 + found;
  const end = lines.slice(start + 1, to).findIndex(({ gap }) => gap);
  return { from: start, to: end < 0 ? to : start + 1 + end };
}

/** Where the legal end of these lines begins; `to` where there is none. From there on, nothing else follows. */
function disclaimerIn(lines: readonly SeenLine[], { from, to }: Range): number {
  let start = to;
  let [legal, other] = [0, 0];
  let [legalLines, otherLines] = [0, 0];
  let isLegal = false;
  // Where more lines have said something else than are left, no more is found.
  for (let at = to - 1; at >= from && otherLines <= legalLines + at - from + 1; at -= 1) {
    const { text, gap } = lines[at] ?? { text: "", gap: false };
    // Within a business card, a register's number is part of it.
    if (lines[at] !== lines[at + 1] || at === to - 1)
      isLegal = isDisclaimer(text) || (gap && isRegister(text));
    if (isLegal) {
      legal += text.length;
      legalLines += 1;
      // Most of what follows is such, too; otherwise the mail talks about it.
      if (other <= legal && otherLines <= legalLines) start = at;
    } else if (!isRule(text)) {
      other += text.length;
      otherLines += 1;
    } else if (start === at + 1 && start < to && !closesFrame(lines, { from, to: at })) start = at;
  }
  // A mail that is nothing but that is about it.
  return start === 0 ? to : start;
}
