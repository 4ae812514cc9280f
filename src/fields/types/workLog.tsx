/** Work done already, on create screens that have "Log Work"; Jira takes it as an operation. Value: `1h 30m` as typed. */
import { duration } from "./duration.ts";
import type { FieldType } from "../fieldType.ts";
import { text } from "../shapes/text.tsx";

export const workLog: FieldType<string> = {
  ...text({
    id: "worklog",
    name: "Log Work",
    schemas: [{ type: "array", items: "worklog", system: "worklog" }],
    hint: "Time spent: 1h 30m",
    example: "1h 30m",
    complaint: (typed, name) => (duration.test(typed) ? undefined : `${name} is written like 1h 30m.`),
    send: (timeSpent) => [{ add: { timeSpent } }],
  }),
  sentAs: "update",
};
