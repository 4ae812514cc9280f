/** Lines → one text, and pieces of it that have the same effects and link throughout. */
import { hasInk, visibleSpaces } from "./clean.ts";
import type { Line, Run } from "./page.ts";
import { marks, outside, type Mark, type Picture } from "./place.ts";

/** A sign of the markup, or a colour around it. */
export type Effect = Mark | `color:#${string}`;

/** A part of the text, from one offset up to another. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** Outer to inner. */
  readonly marks: readonly Effect[];
  readonly url: string | undefined;
  readonly picture: Picture | undefined;
}

export interface Pieced {
  /** The lines' text, joined by `\n`. */
  readonly text: string;
  readonly lines: readonly (readonly Piece[])[];
}

/** @param without a mark that says nothing here, as bold in a heading */
export function pieced(
  lines: readonly Line[],
  without: Mark | undefined,
  before: (line: Line) => string,
): Pieced {
  const texts: string[] = [];
  let offset = 0;
  const pieces = lines.map((line) => {
    const start = { text: before(line), place: outside };
    const runs = [start, ...line.runs].map(shown);
    const text = runs.map((run) => run.text).join("");
    const length = text.trimEnd().length;
    texts.push(text.slice(0, length));
    const found = split(runs, offset, without).filter(({ from }) => from < offset + length);
    offset += length + 1;
    const own = { text: texts.at(-1) ?? "", start: offset - length - 1 };
    return merged(monoApart(merged(spacesApart(found, own)), own));
  });
  return { text: texts.join("\n"), lines: pieces };
}

function shown(run: Run): Run {
  return run.place.keepsSpaces ? { text: visibleSpaces(run.text), place: run.place } : run;
}

/** The white space at the edges of what has an effect becomes pieces of its own. */
function split(runs: readonly Run[], start: number, without: Mark | undefined): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (const run of runs) {
    const { picture } = run.place;
    const url = picture ? undefined : run.place.url;
    const effects = picture ? [] : effectsOf(run, without);
    const put = (text: string, marks: readonly Effect[]) => {
      if (text !== "") pieces.push({ from, to: from + text.length, marks, url, picture });
      from += text.length;
    };
    for (const { text, isBare } of effects.length > 0
      ? bareParts(run.text)
      : [{ text: run.text, isBare: false }]) {
      const ink = text.trim();
      const lead = ink === "" ? text.length : text.length - text.trimStart().length;
      put(text.slice(0, lead), effects);
      put(ink, isBare ? [] : effects);
      put(text.slice(lead + ink.length), effects);
    }
  }
  return pieces;
}

/**
 * Jira sees no effect around a character that is neither letter, digit, space, sign nor punctuation to its Java:
 * `½`, joiners and what they join, emoji that are newer than it. These stand between effects.
 */
const bare =
  /(?:\S\p{M}{0,9}\u200d)+\S\p{M}{0,9}|[\u{1f000}-\u{1fbff}]\p{M}{0,9}|[^\p{L}\p{Nd}\p{Z}\p{S}\p{M}\p{P}\s]/gu;

function bareParts(text: string): readonly { readonly text: string; readonly isBare: boolean }[] {
  const parts: { readonly text: string; readonly isBare: boolean }[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(bare)) {
    parts.push({ text: text.slice(at, index), isBare: false }, { text: found, isBare: true });
    at = index + found.length;
  }
  return [...parts, { text: text.slice(at), isBare: false }];
}

/** A link is underlined anyway; a heading that could not be one is bold. */
function effectsOf({ place }: Run, without: Mark | undefined): readonly Effect[] {
  const colour = place.colour === undefined || place.heading ? [] : [`color:${place.colour}` as const];
  const own = marks.filter((mark) => {
    if (mark === without || (mark === "underline" && place.url !== undefined)) return false;
    return place.marks.has(mark) || (mark === "bold" && place.heading !== undefined);
  });
  return [...colour, ...own];
}

/** And where it begins in the whole text. */
interface LineText {
  readonly text: string;
  readonly start: number;
}

/** Signs stand at ink: spaces have an effect only where the ink on both sides has it too. */
function spacesApart(pieces: readonly Piece[], { text, start }: LineText): readonly Piece[] {
  const inked = pieces.map((piece) => {
    const shown = text.slice(piece.from - start, piece.to - start);
    return hasInk(shown) || bareParts(shown).length > 1;
  });
  const after: (Piece | undefined)[] = [];
  let next: Piece | undefined;
  for (let i = pieces.length - 1; i >= 0; i--) {
    after[i] = next;
    if (inked[i]) next = pieces[i];
  }
  let last: Piece | undefined;
  return pieces.map((piece, index) => {
    const to = Math.min(piece.to, start + text.length);
    if (inked[index]) {
      last = piece;
      return { ...piece, to };
    }
    const [one, other] = [last, after[index]];
    // From the outermost on: an effect within another ends where that one ends.
    const differs = piece.marks.findIndex((mark, i) => one?.marks[i] !== mark || other?.marks[i] !== mark);
    const common = differs < 0 ? piece.marks : piece.marks.slice(0, differs);
    const url = one?.url === piece.url && other?.url === piece.url ? piece.url : undefined;
    // Effects are printed link by link.
    const isBetween = one?.url === url && other?.url === url;
    return { ...piece, to, marks: isBetween ? common : [], url };
  });
}

/** Beside a word Jira does not see `{{x}}`, and there is no form with braces. */
function monoApart(pieces: readonly Piece[], { text, start }: LineText): readonly Piece[] {
  const isMono = (piece: Piece | undefined, url: string | undefined) =>
    piece?.url === url && piece?.marks.includes("mono") === true;
  const found: Piece[] = [];
  let at = 0;
  while (at < pieces.length) {
    const first = pieces[at];
    if (!first) break;
    let end = at + 1;
    if (isMono(first, first.url)) while (isMono(pieces[end], first.url)) end += 1;
    const run = pieces.slice(at, end);
    const to = (run.at(-1)?.to ?? first.to) - start;
    const beside =
      /[\p{L}\p{Nd}]$/u.test(text.slice(0, first.from - start).slice(-2)) ||
      /^[\p{L}\p{Nd}]/u.test(text.slice(to, to + 2));
    found.push(
      ...run.map((piece) =>
        beside ? { ...piece, marks: piece.marks.filter((mark) => mark !== "mono") } : piece,
      ),
    );
    at = end;
  }
  return found;
}

function merged(pieces: readonly Piece[]): readonly Piece[] {
  const found: Piece[] = [];
  for (const piece of pieces) {
    const last = found.at(-1);
    if (
      !last?.picture &&
      !piece.picture &&
      last?.url === piece.url &&
      String(last?.marks) === String(piece.marks)
    )
      found[found.length - 1] = { ...piece, from: last?.from ?? piece.from };
    else found.push(piece);
  }
  return found;
}
