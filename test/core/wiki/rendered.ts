/** What the stand-in makes of wiki markup: the text that shows, and what is more than text. */
import { Parser } from "htmlparser2";
import { renderWiki } from "../../../sim/jira/wiki/blocks.ts";

/** In this Jira every file and every person exists, so that no mention and no picture goes unseen. */
const context = {
  base: "/jira",
  attachment: (name: string) => `/file/${encodeURIComponent(name)}`,
  person: (name: string) => `person ${name}`,
  isIssue: () => false,
};

export function rendered(wiki: string): string {
  return renderWiki(wiki, context).markup;
}

export interface Shown {
  readonly text: string;
  /** Names of elements other than paragraphs, line breaks, and links to the address that they show. */
  readonly markup: readonly string[];
}

const inLine = ["a", "b", "em", "ins", "del", "sup", "sub", "code", "cite", "span", "img"];

export function shown(wiki: string): Shown {
  const markup: string[] = [];
  let text = "";
  let link: { readonly href: string; readonly from: number } | undefined;
  const parser = new Parser({
    onopentag(name, { href = "" }) {
      if (!inLine.includes(name)) text += "\n";
      if (name === "a") link = { href, from: text.length };
      else if (name !== "p" && name !== "br") markup.push(name);
    },
    ontext(data) {
      text += data;
    },
    onclosetag(name) {
      if (!inLine.includes(name)) text += "\n";
      if (name === "a" && link && text.slice(link.from) !== link.href) markup.push("a");
    },
  });
  parser.end(rendered(wiki));
  return { text: collapsed(text), markup };
}

/** White space as a browser collapses it, without characters that have no width. */
export function collapsed(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}
