/** JQL's dates: absolute ones in the user's own time zone, and periods back from now. */

const minute = 60_000;
const units: Readonly<Record<string, number>> = {
  m: minute,
  h: 60 * minute,
  d: 1440 * minute,
  w: 7 * 1440 * minute,
};

/** Milliseconds; undefined: not one of Jira's formats. */
export function jqlDate(text: string, now: number, timeZone: string): number | undefined {
  const period = /^\s*([+-]?)((?:\d+[mhdw]\s*)+)$/.exec(text);
  if (period?.[2] !== undefined) {
    let length = 0;
    for (const [, amount, unit] of period[2].matchAll(/(\d+)([mhdw])/g)) {
      length += Number(amount) * (units[unit ?? "m"] ?? 0);
    }
    return period[1] === "-" ? now - length : now + length;
  }
  const absolute = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(text);
  if (!absolute) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minutes = 0] = absolute
    .slice(1)
    .map((part: string | undefined) => (part === undefined ? 0 : Number(part)));
  const asIfUtc = Date.UTC(year, month - 1, day, hour, minutes);
  return asIfUtc - offset(asIfUtc - offset(asIfUtc, timeZone), timeZone);
}

/** How far the zone is ahead of UTC at that moment. */
function offset(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return wall - Math.floor(at / 1000) * 1000;
}
