/** What the person at the terminal reads in the end: what was written, what it means, what comes next. */
import type { Setup } from "../../src/setup/makeSetup.ts";
import { whatHappened } from "../../src/setup/whatHappened.ts";

export interface OnDisk {
  /** With what it is for, a line each. */
  readonly written: readonly string[];
  readonly unchanged: readonly string[];
  /** Of an earlier run, with other answers. */
  readonly leftOver: readonly string[];
}

export function summary({ key, notes, next, passphrase }: Setup, files: OnDisk): string {
  return [
    ...listed("Written:", files.written),
    ...listed("Unchanged:", files.unchanged),
    ...listed("Of an earlier run, for other answers; take them off your servers as well:", files.leftOver),
    "",
    whatHappened[key.happened],
    ...(passphrase === undefined
      ? []
      : ["", "The team passphrase, shown only now:", "", `    ${passphrase}`]),
    ...notes.flatMap(({ kind, title, text }) => [
      "",
      `${kind === "warning" ? "WARNING: " : ""}${title}`,
      ...wrapped(text),
    ]),
    "",
    "Next, in this order:",
    ...next.flatMap((step, at) => wrapped(step, `${String(at + 1).padStart(2)}. `)),
    "",
  ].join("\n");
}

function listed(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ["", title, ...lines.map((line) => `  ${line}`)];
}

const width = 100;

/** @param mark before the first line; the others are indented by as much. */
function wrapped(text: string, mark = "  "): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + mark.length >= width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line, at) => (at === 0 ? mark : " ".repeat(mark.length)) + line);
}
