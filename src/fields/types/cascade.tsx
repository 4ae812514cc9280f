/** An option, and one of its own options; the second may stay open. Value: their ids, "" for none. */
import { makeStyles, Select, tokens } from "@fluentui/react-components";
import type { AllowedValue, FieldMeta } from "../../core/jira.ts";
import { missing, standard, type FieldType } from "../fieldType.ts";
import { FieldFrame } from "../inputs/FieldFrame.tsx";
import { idOf, offered } from "../shapes/offered.ts";

interface Cascade {
  readonly parent: string;
  readonly child: string;
}

const none: Cascade = { parent: "", child: "" };

export const cascade: FieldType<Cascade> = {
  id: "cascadingselect",
  name: "Select list (cascading)",
  schemas: [
    { type: "option-with-child", ...standard("cascadingselect"), listed: true },
    { type: "option-with-child", listed: true },
  ],
  recurs: true,
  empty: () => none,
  read: (value) => {
    if (typeof value !== "object" || value === null || !("parent" in value) || !("child" in value))
      return undefined;
    const { parent, child } = value;
    return typeof parent === "string" && typeof child === "string" ? { parent, child } : undefined;
  },
  fromDefault: (json) => {
    const parent = idOf(json);
    if (parent === undefined) return undefined;
    const child = typeof json === "object" && json !== null && "child" in json ? idOf(json.child) : undefined;
    return { parent, child: child ?? "" };
  },
  problem: (value, meta) => missing(meta, chosen(value, meta).parent === undefined),
  toJira: (value, meta) => {
    const { parent, child } = chosen(value, meta);
    if (!parent) return undefined;
    return { id: parent.id, ...(child && { child: { id: child.id } }) };
  },
  example: () => ({
    value: { parent: "10041", child: "10042" },
    allowedValues: [{ id: "10041", label: "Hardware", children: [{ id: "10042", label: "Printer" }] }],
  }),
  Input: CascadeInput,
};

function chosen({ parent, child }: Cascade, meta: FieldMeta) {
  const first = offered(parent, meta);
  return { parent: first, child: first?.children?.find(({ id }) => id === child) };
}

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
});

function CascadeInput({ meta, value, problem, onChange }: Parameters<FieldType<Cascade>["Input"]>[0]) {
  const styles = useStyles();
  const { parent, child } = chosen(value, meta);
  return (
    <div className={styles.column}>
      <FieldFrame meta={meta} problem={problem}>
        <Select value={parent?.id ?? ""} onChange={(_, data) => onChange({ parent: data.value, child: "" })}>
          <option value="">{meta.hasDefault ? "Jira's default" : "Choose…"}</option>
          {meta.allowedValues?.map(option)}
        </Select>
      </FieldFrame>
      {parent?.children !== undefined && parent.children.length > 0 && (
        <Select
          aria-label={`${meta.name}: ${parent.label}`}
          value={child?.id ?? ""}
          onChange={(_, data) => onChange({ parent: parent.id, child: data.value })}
        >
          <option value="">None of them</option>
          {parent.children.map(option)}
        </Select>
      )}
    </div>
  );
}

function option({ id, label }: AllowedValue) {
  return (
    <option key={id} value={id}>
      {label}
    </option>
  );
}
