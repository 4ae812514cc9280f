/** Characters that are not text, and spaces that would not show. */

/** What XML 1.0, and with it Jira's export, cannot hold; the byte order mark, which is no text within a mail, and
 * the sign that stands for a picture here. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\ufffc\ufffe\uffff]/g;
const loneSurrogate = /\p{Surrogate}/gu;
/** Line ends to Java, Jira's language: none of them may begin a line behind our back. */
const foreignLineEnd = /\r\n?|[\u0085\u2028\u2029]/g;

/** `\n` for every line end, no control characters but tab, no halves of surrogate pairs. */
export function cleanText(text: string): string {
  return text.replace(foreignLineEnd, "\n").replace(unprintable, "").replace(loneSurrogate, "\ufffd");
}

/** Something that shows: not only spaces, non-breaking spaces and characters without width. */
export function hasInk(text: string): boolean {
  return /[^\s\p{Default_Ignorable_Code_Point}]/u.test(text);
}

/** Jira collapses spaces, so those that count become non-breaking: indentation, tabs, runs of spaces. */
export function visibleSpaces(line: string): string {
  return line
    .replace(/\t/g, "    ")
    .replace(/^ +/, (spaces) => "\u00a0".repeat(spaces.length))
    .replace(/ {2,}/g, (spaces) => `${"\u00a0".repeat(spaces.length - 1)} `);
}
