/** A moment. Value: `yyyy-mm-ddThh:mm` in this device's time zone, "" for none. */
import { Input } from "@fluentui/react-components";
import { missing, standard, type FieldType } from "../fieldType.ts";
import { FieldFrame } from "../inputs/FieldFrame.tsx";

export const dateTime: FieldType<string> = {
  id: "datetime",
  name: "Date time picker",
  schemas: [{ type: "datetime", ...standard("datetime") }, { type: "datetime" }],
  empty: () => "",
  read: (value) => (typeof value === "string" && (value === "" || form.test(value)) ? value : undefined),
  fromDefault: (json) => {
    const moment =
      typeof json === "string" ? new Date(json.replace(/([+-]\d\d)(\d\d)$/, "$1:$2")) : undefined;
    return moment && !Number.isNaN(moment.getTime()) ? local(moment).slice(0, 16) : undefined;
  },
  problem: (value, meta) => missing(meta, value === ""),
  toJira: (value) => (value === "" ? undefined : withOffset(new Date(value))),
  example: () => ({ value: "2026-12-31T09:30" }),
  Input: ({ meta, value, problem, onChange }) => (
    <FieldFrame
      meta={meta}
      problem={problem}
      hint={`Time zone: ${Intl.DateTimeFormat().resolvedOptions().timeZone}`}
    >
      <Input type="datetime-local" value={value} onChange={(_, data) => onChange(data.value)} />
    </FieldFrame>
  ),
};

const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** Jira wants an offset without a colon: `2026-12-31T09:30:00.000+0100`. */
function withOffset(moment: Date): string {
  const east = -moment.getTimezoneOffset();
  const two = (number: number) => String(Math.trunc(number)).padStart(2, "0");
  const offset = `${east < 0 ? "-" : "+"}${two(Math.abs(east) / 60)}${two(Math.abs(east) % 60)}`;
  return `${local(moment)}:00.000${offset}`;
}

/** `yyyy-mm-ddThh:mm` here. */
function local(moment: Date): string {
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
