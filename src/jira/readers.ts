/** Readers that several of Jira's answers share. */
import { object, optional, ParseProblem, text, type Reader } from "../core/parse.ts";

/** Jira writes `2024-12-31T09:00:00.000+0100`; the colon that Safari wants in the offset is put in. */
export const instant: Reader<Date> = (value, path) => {
  const written = text(value, path);
  const date = new Date(written.replace(/([+-]\d\d)(\d\d)$/, "$1:$2"));
  if (Number.isNaN(date.getTime())) throw new ParseProblem(path, "a date and time");
  return date;
};

/** Whoever wrote a comment or a file; absent where the account is gone. Names can change, keys cannot. */
export const authorKey: Reader<string | undefined> = optional(
  object((field) => field("key", optional(text))),
);

export const idOnly = object((field) => ({ id: field("id", text) }));
