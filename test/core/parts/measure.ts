/** How well the parts of the corpus' mails are found, by lines. */
import { saidBy, type Part } from "../../../src/core/parts/part.ts";
import { htmlBlocks } from "../../../src/core/wiki/fromHtml.ts";
import { textBlocks } from "../../../src/core/wiki/fromText.ts";
import { corpusLabels, corpusMail } from "../../corpus.ts";

export interface Miss {
  readonly mail: string;
  readonly is: Part;
  readonly taken: Part;
  readonly text: string;
}

export interface Score {
  readonly precision: number;
  readonly recall: number;
  readonly lines: number;
}

export interface Measured {
  readonly scores: Readonly<Record<Part, Score>>;
  readonly misses: readonly Miss[];
}

const bare = (text: string) => text.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, "");

/** Each labelled line, with the part that most of its letters were taken for. */
async function linesOf(name: string): Promise<readonly Miss[]> {
  const mail = await corpusMail(name);
  const from = mail.from && { name: mail.from.name, address: mail.from.address ?? "" };
  const said = saidBy(from, mail.subject ?? "");
  const { blocks } =
    mail.html === undefined ? textBlocks(mail.text ?? "", said) : htmlBlocks(mail.html, said);
  const taken = blocks.flatMap(({ part, text }) => Array.from(bare(text), (char) => ({ char, part })));
  let at = 0;
  return corpusLabels(name).map(({ part: is, text }) => {
    const counts = new Map<Part, number>();
    const letters = Array.from(bare(text));
    for (const [index, char] of letters.entries()) {
      // What the converter leaves out, such as the bullets of Word's lists, moves the two apart by a little.
      const ahead = letters.slice(index, index + 4);
      const found = taken
        .slice(at, at + 40)
        .findIndex((one, skip) =>
          skip === 0
            ? one.char === char
            : ahead.every((next, more) => taken[at + skip + more]?.char === next),
        );
      if (found < 0) continue;
      const part = taken[at + found]?.part ?? "own";
      counts.set(part, (counts.get(part) ?? 0) + 1);
      at += found + 1;
    }
    const [most] = [...counts].sort(([, one], [, other]) => other - one);
    return { mail: name, is, taken: most?.[0] ?? "own", text };
  });
}

export async function measured(names: readonly string[]): Promise<Measured> {
  const lines = (await Promise.all(names.map(linesOf))).flat();
  const score = (part: Part): Score => {
    const both = lines.filter(({ is, taken }) => is === part && taken === part).length;
    const is = lines.filter((line) => line.is === part).length;
    const taken = lines.filter((line) => line.taken === part).length;
    return { precision: taken === 0 ? 1 : both / taken, recall: is === 0 ? 1 : both / is, lines: is };
  };
  const scores = {
    own: score("own"),
    quote: score("quote"),
    signature: score("signature"),
    disclaimer: score("disclaimer"),
    banner: score("banner"),
  };
  return { scores, misses: lines.filter(({ is, taken }) => is !== taken) };
}
