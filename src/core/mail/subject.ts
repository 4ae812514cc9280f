/** A mail's subject as an issue's summary. */
import { cutText } from "./cutText.ts";

/** Jira's limit for a summary, in UTF-16 units. */
const summaryLimit = 255;

/** What mail programs put before the subject of a reply or a forward, by language. */
const prefixes = [
  ...["RE", "FW", "FWD"], // English, and many others
  ...["AW", "WG"], // German
  ...["SV", "VS", "VB", "VL"], // Swedish, Danish, Norwegian, Finnish
  ...["TR"], // French
  ...["R", "I"], // Italian
  ...["RV", "ENC", "RES"], // Spanish, Portuguese
  ...["ODP", "PD"], // Polish
  ...["Antw", "Doorst"], // Dutch
  ...["回复", "答复", "转发", "回覆", "轉寄"], // Chinese
];
/** With a counter in some programs: `RE[2]:`, `Re(3):`, `AW^2:`; Chinese ones have a wide colon. */
const prefix = new RegExp(
  `^(?:${prefixes.join("|")})\\s?(?:\\[\\d+\\]|\\(\\d+\\)|\\^\\d+)?\\s?[:：]\\s*`,
  "i",
);
/** `[EXTERNAL]`, `[list-name]`. */
const tag = /^\[[^\][]*\]\s*/;

/** One line of at most 255 characters without reply and forward prefixes; tags in brackets stay, each once. */
export function cleanSubject(subject: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  let rest = subject.replace(/[\s\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g, " ").trim();
  const tags = new Set<string>();
  for (;;) {
    const found = prefix.exec(rest)?.[0] ?? tag.exec(rest)?.[0];
    if (found === undefined) break;
    if (found.startsWith("[")) tags.add(found.trim());
    rest = rest.slice(found.length);
  }
  return cutText([...tags, rest].join(" ").trim(), (text) => text.length <= summaryLimit);
}
