/**
 * Characters of four bytes in UTF-8, emoji above all: a Jira whose MySQL knows only three bytes a character fails over
 * them with a 500 (facts: Atlassian, "Supported databases", utf8mb4).
 */
const fourBytes = /[\u{10000}-\u{10ffff}](?:\u200d|\ufe0f)?/gu;

/** Two forms of the same: as it is, and without such characters. */
export interface Forms<Value> {
  readonly whole: Value;
  /** undefined: there are none. */
  readonly plain: Value | undefined;
}

/** Emoji go without a trace; a letter leaves a mark, so that nobody's name is changed unseen. */
export function withoutRare(text: string): string {
  return text.replace(fourBytes, (found) => (/^\p{L}/u.test(found) ? "\ufffd" : ""));
}

export function formsOf(text: string): Forms<string> {
  const plain = withoutRare(text);
  return { whole: text, plain: plain === text ? undefined : plain };
}

/** All texts within a JSON value. */
export function withoutRareWithin(value: unknown): unknown {
  if (typeof value === "string") return withoutRare(value);
  if (Array.isArray(value)) return value.map(withoutRareWithin);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutRareWithin(one)]));
}
