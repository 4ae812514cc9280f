/**
 * What each line of a mail is. Guesses, made to be corrected: by what mail programs write around quotes and signatures,
 * and by words in eleven languages.
 */
import { bannerLines } from "./banners.ts";
import { isDisclaimer, isRule } from "./disclaimers.ts";
import type { Part, Range, Said, SeenLine } from "./part.ts";
import { quoted } from "./quotes.ts";
import { signatureIn } from "./signatures.ts";

/** What is looked at of one line: nobody needs more, and a line may be a megabyte. */
const longest = 1_000;

export function partsOf(all: readonly SeenLine[], { sender, isReply }: Said): readonly Part[] {
  const lines = all.map((line) => ({ ...line, text: line.text.slice(0, longest) }));
  const parts: (Part | undefined)[] = [...quoted(lines, isReply)];
  const top = parts.indexOf("quote");
  const banner = bannerLines(lines.slice(0, top < 0 ? lines.length : top));
  parts.fill("banner", 0, banner);
  for (const range of openRanges(parts)) {
    const legal = disclaimerIn(lines, range);
    parts.fill("disclaimer", legal, range.to);
    const signature = signatureIn(lines, { from: range.from, to: legal }, sender);
    parts.fill("signature", signature, legal);
  }
  return parts.map((part) => part ?? "own");
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

/** Where the legal end of these lines begins; `to` where there is none. From there on, nothing else follows. */
function disclaimerIn(lines: readonly SeenLine[], { from, to }: Range): number {
  let start = to;
  let [legal, other] = [0, 0];
  let [legalLines, otherLines] = [0, 0];
  for (let at = to - 1; at >= from; at -= 1) {
    const text = lines[at]?.text ?? "";
    if (isDisclaimer(text)) {
      legal += text.length;
      legalLines += 1;
      // Most of what follows is such, too; otherwise the mail talks about it.
      if (other <= legal && otherLines <= 2 * legalLines + 1) start = at;
    } else if (!isRule(text)) {
      other += text.length;
      otherLines += 1;
    } else if (start === at + 1 && start < to) start = at;
  }
  // A mail that is nothing but that is about it.
  return start === from ? to : start;
}
