/** Text inside JQL. Two languages lie within each other there: JQL's quotes around Lucene's query. */

/** A JQL string literal. */
export function quoted(text: string): string {
  const escaped = text.replace(/[\\"]/g, "\\$&").replace(/\p{Cc}+/gu, " ");
  return `"${escaped}"`;
}

/** A literal for `text ~ …` that finds these words, and takes none of them for an operator. */
export function words(text: string): string {
  const plain = text
    .replace(/[+\-&|!(){}[\]^"~*?:\\/]/g, "\\$&")
    .replace(/\b(?:AND|OR|NOT)\b/g, (operator) => operator.toLowerCase());
  return quoted(plain);
}
