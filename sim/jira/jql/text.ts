/** The `~` operator: enough of Lucene's query language to be refused where Jira refuses. */
import { JqlError } from "./tokens.ts";

/** Whether the text holds every term of the query. Throws for what Lucene cannot parse. */
export function textMatcher(query: string, field: string): (text: string) => boolean {
  const terms = termsOf(query, field)
    .map(words)
    .filter((term) => term.length > 0);
  return (text) => {
    const there = words(text);
    return terms.every((term) => holds(there, term));
  };
}

/** Quoted phrases and single terms; `*` at the end of a term stays. */
function termsOf(query: string, field: string): readonly string[] {
  if (/^\s*[*?]/.test(query)) {
    throw new JqlError(
      `The text query '${query}' for field '${field}' is not allowed to start with '${query.trim().charAt(0)}'.`,
    );
  }
  if (query.trim() === "")
    throw new JqlError(`The field '${field}' does not support searching for an empty string.`);
  const terms: string[] = [];
  let rest = query;
  while (rest !== "") {
    const phrase = /^"((?:[^"\\]|\\.)*)"/s.exec(rest);
    const term = /^(?:[^\s"\\[\]{}()^~:!+-]|\\.|(?<=\S)[+-])+/s.exec(rest);
    const other = /^(?:\s+|[+-](?=\S)|&&|\|\||[\^~][\d.]*)/.exec(rest);
    const found = phrase ?? term ?? other;
    if (!found) {
      throw new JqlError(`Unable to parse the text '${query}' for field '${field}'.`);
    }
    const taken = phrase?.[1] ?? term?.[0];
    if (taken !== undefined && !["AND", "OR", "NOT"].includes(taken))
      terms.push(taken.replace(/\\(.)/gs, "$1"));
    rest = rest.slice(found[0].length);
  }
  return terms;
}

function words(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}_]+\*?/gu) ?? [];
}

/** The words of the term in a row. */
function holds(there: readonly string[], term: readonly string[]): boolean {
  return there.some((_word, at) => term.every((wanted, index) => isSame(there[at + index] ?? "", wanted)));
}

/** A crude stand-in for English stemming: a plural s does not matter. */
function isSame(word: string, wanted: string): boolean {
  if (wanted.endsWith("*")) return word.startsWith(wanted.slice(0, -1));
  return word === wanted || word === `${wanted}s` || `${word}s` === wanted;
}
