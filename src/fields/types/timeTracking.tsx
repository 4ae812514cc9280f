/** How long it will take, in Jira's words: `2d 4h`. Value: both texts as typed. */
import { Input, makeStyles, tokens } from "@fluentui/react-components";
import { missing, type FieldType } from "../fieldType.ts";
import { FieldFrame } from "../inputs/FieldFrame.tsx";
import { duration } from "./duration.ts";

interface Estimates {
  readonly original: string;
  readonly remaining: string;
}

export const timeTracking: FieldType<Estimates> = {
  id: "timetracking",
  name: "Time tracking",
  schemas: [{ type: "timetracking", system: "timetracking" }, { type: "timetracking" }],
  empty: () => ({ original: "", remaining: "" }),
  read: (value) => {
    if (typeof value !== "object" || value === null || !("original" in value) || !("remaining" in value))
      return undefined;
    const { original, remaining } = value;
    return typeof original === "string" && typeof remaining === "string"
      ? { original, remaining }
      : undefined;
  },
  fromDefault: () => undefined,
  problem: ({ original, remaining }, meta) => {
    const texts = [original.trim(), remaining.trim()].filter(Boolean);
    return texts.every((text) => duration.test(text))
      ? missing(meta, texts.length === 0)
      : `${meta.name} is written like 2d 4h 30m.`;
  },
  toJira: ({ original, remaining }) => {
    const sent = {
      ...(original.trim() && { originalEstimate: original.trim() }),
      ...(remaining.trim() && { remainingEstimate: remaining.trim() }),
    };
    return Object.keys(sent).length === 0 ? undefined : sent;
  },
  example: () => ({ value: { original: "2d", remaining: "1d 4h" } }),
  Input: TimeTrackingInput,
};

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
});

function TimeTrackingInput({ meta, value, problem, onChange }: Parameters<FieldType<Estimates>["Input"]>[0]) {
  const styles = useStyles();
  return (
    <div className={styles.column}>
      <FieldFrame meta={meta} problem={problem} hint="Original estimate, then what remains: 2d 4h 30m">
        <Input
          value={value.original}
          placeholder="Original estimate"
          onChange={(_, data) => onChange({ ...value, original: data.value })}
        />
      </FieldFrame>
      <Input
        aria-label={`${meta.name}: remaining`}
        value={value.remaining}
        placeholder="Remaining estimate"
        onChange={(_, data) => onChange({ ...value, remaining: data.value })}
      />
    </div>
  );
}
