/** Jira's limit for descriptions and comments: `jira.text.field.character.limit`, in UTF-16 units as Java counts. */
const jiraLimit = 32_767;
/** How much of the room may be given up to end at a paragraph, a line or a word. */
const slack = 0.2;

/** @returns the text up to the limit; `cut` says whether some is missing. No quote, code block or colour stays open. */
export function cutToLimit(wiki: string, limit = jiraLimit): { text: string; cut: boolean } {
  if (wiki.length <= limit) return { text: wiki, cut: false };
  const room = wiki.slice(0, Math.max(0, limit));
  let text = room.slice(0, sensibleEnd(room));
  // Dropping a half-written or empty block can only shorten the text, so that this ends.
  for (;;) {
    const closing = closingOf(text);
    const whole = text.trimEnd() + closing;
    if (whole.length <= limit) return { text: whole, cut: true };
    text = text.slice(0, sensibleEnd(text.slice(0, Math.max(0, limit - closing.length))));
  }
}

function sensibleEnd(text: string): number {
  const least = text.length * (1 - slack);
  for (const end of [text.lastIndexOf("\n\n"), text.lastIndexOf("\n")]) if (end >= least) return end;
  // Within a line: at a space, before a link, macro, escape or entity that would be cut in two.
  const space = text.lastIndexOf(" ");
  const cut = space >= least ? text.slice(0, space) : text;
  const halves = /(?<!\\)(?:\[[^\]\n]*|\{[^}\n]*|\\|&[#\w]*|[\ud800-\udbff])$/.exec(cut.slice(-2_000));
  return cut.length - (halves?.[0].length ?? 0);
}

/** What ends the macros that are open at the end of the text, the innermost first; "" where none is. */
function closingOf(text: string): string {
  const open = { colour: "", quote: "", verbatim: "" };
  for (const [found, name] of text.matchAll(/\\.|\{(quote|noformat|code|color)(?::[^}\n]*)?\}/g)) {
    if (name === undefined) continue;
    if (open.verbatim) open.verbatim = open.verbatim === `\n${found}` ? "" : open.verbatim;
    else if (name === "quote") open.quote = open.quote ? "" : "\n{quote}";
    else if (name === "color") open.colour = found === "{color}" ? "" : "{color}";
    else open.verbatim = `\n{${name}}`;
  }
  return open.verbatim + open.colour + open.quote;
}
