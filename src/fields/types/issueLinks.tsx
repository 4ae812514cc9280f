/** A link to another issue, which Jira takes as an operation only. Value: the kind of link and the issue. */
import { makeStyles, Select, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { isInlinkError } from "../../core/errors.ts";
import type { Choice } from "../../core/jira.ts";
import { missing, type FieldProps, type FieldType } from "../fieldType.ts";
import { FieldFrame } from "../inputs/FieldFrame.tsx";
import { Finder } from "../inputs/Finder.tsx";
import { choicesIn } from "../shapes/found.ts";

interface LinkTo {
  /** Name of the link type, then "inward" or "outward"; "" for none. */
  readonly kind: string;
  readonly issue: readonly Choice[];
}

export const issueLinks: FieldType<LinkTo> = {
  id: "issuelinks",
  name: "Linked issues",
  schemas: [{ type: "array", items: "issuelinks", system: "issuelinks" }],
  sentAs: "update",
  empty: () => ({ kind: "", issue: [] }),
  read: (value) => {
    if (typeof value !== "object" || value === null || !("kind" in value) || !("issue" in value))
      return undefined;
    const issue = choicesIn(value.issue);
    return typeof value.kind === "string" && issue ? { kind: value.kind, issue } : undefined;
  },
  fromDefault: () => undefined,
  problem: ({ kind, issue }, meta) => {
    if (kind === "" && issue.length === 0) return missing(meta, true);
    return kind === "" || issue.length === 0
      ? `${meta.name} needs both: how, and to which issue.`
      : undefined;
  },
  toJira: ({ kind, issue: [issue] }) => {
    const [, name, way] = /^(.*) (inward|outward)$/.exec(kind) ?? [];
    if (name === undefined || !issue) return undefined;
    const key = issue.id.toUpperCase();
    return [{ add: { type: { name }, [way === "inward" ? "inwardIssue" : "outwardIssue"]: { key } } }];
  },
  example: () => ({
    value: { kind: "Relates outward", issue: [{ id: "DEMO-1", label: "DEMO-1 Printer on fire" }] },
  }),
  Input: LinkInput,
};

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
});

function LinkInput(props: FieldProps<LinkTo>) {
  const { meta, value, problem, lookups, onChange } = props;
  const styles = useStyles();
  const kinds = useLinkKinds(lookups);
  return (
    <div className={styles.column}>
      <FieldFrame
        meta={meta}
        problem={problem}
        hint={kinds === "failed" ? "Jira did not say which kinds of links there are." : undefined}
      >
        <Select value={value.kind} onChange={(_, data) => onChange({ ...value, kind: data.value })}>
          <option value="">No link</option>
          {typeof kinds === "object" &&
            kinds.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
        </Select>
      </FieldFrame>
      {value.kind !== "" && (
        <Finder
          meta={{ ...meta, name: `${meta.name}: issue`, required: false }}
          problem={undefined}
          free
          value={value.issue}
          search={(words, signal) => lookups.issuesOf(undefined, words, signal)}
          onChange={(all) => onChange({ ...value, issue: all.slice(-1) })}
        />
      )}
    </div>
  );
}

function useLinkKinds(lookups: FieldProps<LinkTo>["lookups"]): readonly Choice[] | "asking" | "failed" {
  const [kinds, setKinds] = useState<readonly Choice[] | "asking" | "failed">("asking");
  const [bug, setBug] = useState<{ readonly thrown: unknown } | undefined>(undefined);
  useEffect(() => {
    const leaving = new AbortController();
    lookups.linkTypes(leaving.signal).then(
      (all) => {
        if (!leaving.signal.aborted) setKinds(all);
      },
      (error: unknown) => {
        if (leaving.signal.aborted) return;
        if (isInlinkError(error)) setKinds("failed");
        else setBug({ thrown: error });
      },
    );
    return () => leaving.abort();
  }, [lookups]);
  if (bug) throw bug.thrown;
  return kinds;
}
