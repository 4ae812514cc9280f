/** A mail's subject as an issue's summary. */
import { cutText } from "./cutText.ts";

/** Jira's limit for a summary, in UTF-16 units. */
const summaryLimit = 255;

/** What mail programs put before the subject of a reply or a forward: English, German, Scandinavian, … Chinese. */
const replies = ["RE", "AW", "SV", "VS", "R", "RES", "ODP", "Antw", "YNT", "回复", "答复", "回覆"];
const forwards = [
  ...["FW", "FWD", "WG", "VB", "VL", "TR", "I", "RV", "ENC", "PD", "Doorst", "转发", "轉寄", "転送"],
];
const reply = prefixOf(replies);
const forward = prefixOf(forwards);
const prefix = prefixOf([...replies, ...forwards]);
/** `[EXTERNAL]`, `[list-name]`. */
const tag = /^\[[^\][]*\]\s*/;

/** With a counter in some programs: `RE[2]:`, `Re(3):`, `AW^2:`; Chinese ones have a wide colon. */
function prefixOf(words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.join("|")})\\s?(?:\\[\\d+\\]|\\(\\d+\\)|\\^\\d+)?\\s?[:：]\\s*`, "i");
}

/** By the first word, behind tags. */
export function isReply(subject: string): boolean {
  return reply.test(withoutTags(subject));
}

export function isForward(subject: string): boolean {
  return forward.test(withoutTags(subject));
}

function withoutTags(subject: string): string {
  return subject.replace(/^(?:\s*\[[^\][]*\])*\s*/, "");
}

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
