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
    return merged(spacesApart(found, texts.at(-1) ?? "", offset - length - 1));
  });
  return { text: texts.join("\n"), lines: pieces };
}

function shown(run: Run): Run {
  return run.place.keepsSpaces ? { text: visibleSpaces(run.text), place: run.place } : run;
}

/** The white space at the edges of a run becomes pieces of its own. */
function split(runs: readonly Run[], start: number, without: Mark | undefined): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = start;
  for (const run of runs) {
    const { picture } = run.place;
    const url = picture ? undefined : run.place.url;
    const effects = picture ? [] : effectsOf(run, without);
    const ink = run.text.trim().length;
    const lead = ink > 0 ? run.text.length - run.text.trimStart().length : run.text.length;
    for (const length of [lead, ink, run.text.length - lead - ink]) {
      if (length > 0) pieces.push({ from, to: from + length, marks: effects, url, picture });
      from += length;
    }
  }
  return pieces;
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

/** Signs stand at ink: spaces have an effect only where the ink on both sides has it too. */
function spacesApart(pieces: readonly Piece[], text: string, start: number): readonly Piece[] {
  const inked = pieces.map((piece) => hasInk(text.slice(piece.from - start, piece.to - start)));
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
    return { ...piece, to, marks: common, url };
  });
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
