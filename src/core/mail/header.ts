/** Who wrote the mail, and when: the line above its text in Jira. */
import { escapeText, noMarkup } from "../wiki/escape.ts";
import type { Mail, Person } from "./mail.ts";

/** The header's own signs, which a name must not pair with. */
const own = { ...noMarkup, signs: new Set(["*"]) };

/**
 * One line of wiki markup; "" where neither sender nor time is known.
 * @param timeZone IANA name; the browser's own where absent or not known to it (Outlook names zones as Windows does)
 */
export function mailHeader({ from, sentAt }: Pick<Mail, "from" | "sentAt">, timeZone?: string): string {
  const parts = [
    from && whole(from) && `*From:* ${escapeText(whole(from), own)}`,
    sentAt && !Number.isNaN(sentAt.getTime()) && `*Sent:* ${moment(sentAt, timeZone)}`,
  ];
  return parts.filter((part) => typeof part === "string" && part !== "").join("  ");
}

function whole(person: Person): string {
  const name = oneLine(person.name);
  const address = oneLine(person.address);
  if (name === "" || name === address) return address;
  return address === "" ? name : `${name} <${address}>`;
}

/** Without line ends, and without characters that turn the direction of the rest of the line. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Surrogate}\u2028\u2029]/gu, " ")
    .replace(/[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** `2026-11-12 09:14 UTC+1` */
function moment(time: Date, timeZone: string | undefined): string {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(time)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.get("year") ?? ""}-${parts.get("month") ?? ""}-${parts.get("day") ?? ""}`;
  const zone = (parts.get("timeZoneName") ?? "").replace("GMT", "UTC").replace(/\+0$/, "");
  return `${date} ${parts.get("hour") ?? ""}:${parts.get("minute") ?? ""} ${zone}`;
}

function formatFor(timeZone: string | undefined): Intl.DateTimeFormat {
  const options = {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "shortOffset",
  } as const;
  try {
    return new Intl.DateTimeFormat("en-GB", { ...options, timeZone });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return new Intl.DateTimeFormat("en-GB", options);
  }
}
