/** A mail's text as blocks that can be chosen one by one. */
import type { Part } from "../parts/part.ts";

export interface TextBlock {
  readonly part: Part;
  /** Its words, on one line. */
  readonly text: string;
  /** Ids of files that are shown in it. */
  readonly pictures: readonly string[];
}

export interface TextBlocks {
  readonly blocks: readonly TextBlock[];
  /** Wiki markup of some of them. @param chosen by their places. */
  markup(chosen: ReadonlySet<number>): string;
}

interface Reading<Line> {
  /** undefined: as the block that it stands in. */
  partOf(line: Line): Part | undefined;
  textOf(line: Line): string;
  picturesOf(line: Line): readonly string[];
  /** Both are printed as one. */
  goesOn(last: Line, next: Line): boolean;
  print(lines: readonly Line[]): string;
}

export function blocked<Line>(lines: readonly Line[], reading: Reading<Line>): TextBlocks {
  const groups: { readonly lines: Line[]; part: Part | undefined }[] = [];
  let before: Line | undefined;
  for (const line of lines) {
    const last = groups.at(-1);
    const part = reading.partOf(line);
    const same = part === undefined || last?.part === undefined || part === last.part;
    if (last && before !== undefined && same && reading.goesOn(before, line)) {
      last.lines.push(line);
      last.part ??= part;
    } else groups.push({ lines: [line], part });
    before = line;
  }
  return {
    blocks: groups.map(({ lines: own, part }) => ({
      part: part ?? "own",
      text: own.map(reading.textOf).filter(Boolean).join(" "),
      pictures: own.flatMap(reading.picturesOf),
    })),
    markup: (chosen) => reading.print(groups.flatMap(({ lines: own }, at) => (chosen.has(at) ? own : []))),
  };
}
