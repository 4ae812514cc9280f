/** Texts, numbers, days, moments, durations. */
import { isObject, textOf } from "../../json.ts";
import { asStored, error, type Accepted, type Kind } from "./kind.ts";

const tooLong = "The entered text is too long. It exceeds the allowed limit of 32,767 characters.";
const duration = /^\d+(\.\d+)?[wdhm]?(\s+\d+(\.\d+)?[wdhm]?)*$/;

function text(check: (value: string) => string | undefined): Kind {
  return {
    accept: (value) => {
      if (typeof value !== "string") return error("Operation value must be a string");
      const complaint = check(value);
      return complaint === undefined ? { value } : error(complaint);
    },
    show: asStored,
  };
}

export const texts = {
  summary: text((value) => {
    if (value.trim() === "") return "You must specify a summary of the issue.";
    if (/[\r\n]/.test(value)) return "The summary is invalid because it contains newline characters.";
    return value.length > 255 ? "Summary must be less than 255 characters." : undefined;
  }),
  text: text((value) => (value.length > 255 ? "Text must be less than 255 characters." : undefined)),
  "long-text": text((value) => (value.length > 32_767 ? tooLong : undefined)),
  url: text((value) => (/^(https?|ftp|file):\/\/\S+$/.test(value) ? undefined : "Not a valid URL")),
  date: text((value) => (isDate(value) ? undefined : `Error parsing date string: ${value}`)),
  datetime: text((value) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d{4}$/.test(value) && isDate(value.slice(0, 10))
      ? undefined
      : `Error parsing time: ${value}`,
  ),
  number: {
    accept: (value) => (typeof value === "number" ? { value } : error("Operation value must be a number")),
    show: asStored,
  },
  timetracking: { accept: estimates, show: asStored },
  worklog: {
    accept: (value) => {
      const spent = textOf(value, "timeSpent");
      return spent !== undefined && duration.test(spent)
        ? { value: { timeSpent: spent } }
        : error("Invalid time duration entered.");
    },
    show: asStored,
  },
} satisfies Readonly<Record<string, Kind>>;

function estimates(value: unknown): Accepted {
  if (!isObject(value)) return error("data was not an object");
  for (const [name, words] of [
    ["originalEstimate", "The original estimate specified is not valid."],
    ["remainingEstimate", "The remaining estimate specified is not valid."],
  ] as const) {
    const estimate = value[name];
    if (estimate !== undefined && (typeof estimate !== "string" || !duration.test(estimate)))
      return error(words);
  }
  return { value };
}

/** `yyyy-mm-dd`, and a day that exists. */
function isDate(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
