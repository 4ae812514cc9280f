/** The mails of test/corpus, parsed; see its README. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import PostalMime, { type Email } from "postal-mime";
import type { Part } from "../src/core/parts/part.ts";

/** All commands run in the top folder. */
const folder = join("test", "corpus");

export const corpusNames: readonly string[] = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

export async function corpusMail(name: string): Promise<Email> {
  return PostalMime.parse(corpusSource(name), { forceRfc822Attachments: true });
}

export function corpusSource(name: string): Buffer {
  return readFileSync(corpusFile(name));
}

export function corpusFile(name: string): string {
  return join(folder, name, "mail.eml");
}

export interface LabelledLine {
  readonly part: Part;
  readonly text: string;
}

const parts: Readonly<Record<string, Part>> = {
  own: "own",
  quo: "quote",
  sig: "signature",
  dis: "disclaimer",
  ban: "banner",
};

export function corpusLabels(name: string): readonly LabelledLine[] {
  return readFileSync(join(folder, name, "labels.txt"), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const part = parts[line.slice(0, 3)];
      if (!part) throw new Error(`${name}: ${line}`);
      return { part, text: line.slice(5) };
    });
}

const heldBack = new Set(readFileSync(join(folder, "heldBack.txt"), "utf8").split("\n"));

/** Mails that nobody who wrote the code that finds the parts had seen when their scores were taken. */
export function isHeldBack(name: string): boolean {
  return heldBack.has(name);
}
