/**
 * The mail as lines of text, each with its place: what the rules write to and the printer reads.
 *
 * White space is collapsed here, as a browser does it: runs of it become one space, none at the start of a
 * line; non-breaking spaces stay. A line without ink is an empty line, and counts as a gap before the next.
 */
import { cleanText, hasInk } from "./clean.ts";
import type { Place } from "./place.ts";
import type { FindPicture } from "./read.ts";

export interface Run {
  readonly text: string;
  readonly place: Place;
}
export interface Line {
  readonly place: Place;
  readonly runs: readonly Run[];
  /** An empty line, or a paragraph's edge, comes before it. */
  readonly gap: boolean;
  /** `rule`: a horizontal rule; `cell`: no text, but there is a cell here. */
  readonly kind: "text" | "rule" | "cell";
}

export interface Page {
  text(text: string, place: Place): void;
  /** `<br>` */
  lineBreak(place: Place): void;
  /** `<img>` of a file of the mail. @returns false where it is none. */
  picture(address: string, width: number | undefined, place: Place): boolean;
  /** The edge of a block: what follows begins a line, or stands behind an empty line. */
  apart(by: Apart): void;
  /** A line that is there without text. */
  mark(kind: "rule" | "cell", place: Place): void;
  readonly lines: readonly Line[];
}
export type Apart = "line" | "gap";

/** The lines with other places; what had one place has one again. */
export function withPlaces(lines: readonly Line[], other: (place: Place) => Place): readonly Line[] {
  const known = new Map<Place, Place>();
  const of = (place: Place): Place => {
    const changed = known.get(place) ?? other(place);
    known.set(place, changed);
    return changed;
  };
  return lines.map((line) => ({
    ...line,
    runs: line.runs.map(({ text, place }) => ({ text, place: of(place) })),
  }));
}

/** Stands for a picture in a line's text. */
export const pictureSign = "\ufffc";

export function createPage(findPicture: FindPicture): Page {
  const lines: Line[] = [];
  let runs: { text: string; readonly place: Place }[] = [];
  let gap = false;
  /** What comes now stands at the start of a line or behind a space, which swallows its own. */
  let spaced = true;

  function endLine(): void {
    spaced = true;
    const first = runs[0];
    if (!first) return;
    if (first.place.preformatted ?? runs.some((run) => hasInk(run.text))) {
      lines.push({ place: first.place, runs, gap, kind: "text" });
      gap = false;
    } else gap = true;
    runs = [];
  }

  function append(text: string, place: Place): void {
    if (text === "") return;
    const last = runs.at(-1);
    if (last?.place === place) last.text += text;
    else runs.push({ text, place });
    spaced = text.endsWith(" ") && !place.keepsSpaces;
  }

  function lineBreak(place: Place): void {
    if (runs.length > 0) endLine();
    else if (place.preformatted) lines.push({ place, runs: [], gap: false, kind: "text" });
    else gap = true;
  }

  return {
    lines,
    lineBreak,
    text(raw, place) {
      const text = cleanText(raw);
      if (place.keepsSpaces) {
        text.split("\n").forEach((part, index) => {
          if (index > 0) lineBreak(place);
          append(part, place);
        });
        return;
      }
      const collapsed = text.replace(/[ \t\n\f]+/g, " ");
      append(spaced && collapsed.startsWith(" ") ? collapsed.slice(1) : collapsed, place);
    },
    picture(address, width, place) {
      const found = findPicture(address);
      if (!found) return false;
      append(pictureSign, { ...place, picture: { ...found, width }, keepsSpaces: false });
      return true;
    },
    apart(by) {
      endLine();
      if (by === "gap") gap = true;
    },
    mark(kind, place) {
      endLine();
      lines.push({ place, runs: [], gap: false, kind });
    },
  };
}
