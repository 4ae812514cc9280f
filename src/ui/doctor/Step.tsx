import { makeStyles, Text, tokens } from "@fluentui/react-components";
import {
  CheckmarkCircle20Filled,
  ErrorCircle20Filled,
  Info20Regular,
  SubtractCircle20Regular,
  Warning20Filled,
} from "@fluentui/react-icons";
import type { ReactNode } from "react";
import type { Finding, Verdict } from "../../core/doctor/finding.ts";
import { wordsFor } from "./words.ts";
import { titles } from "./words/wording.ts";

const useStyles = makeStyles({
  step: {
    display: "grid",
    gridTemplateColumns: "20px 1fr",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  said: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    overflowWrap: "anywhere",
  },
  good: { color: tokens.colorPaletteGreenForeground1 },
  note: { color: tokens.colorNeutralForeground2 },
  warning: { color: tokens.colorPaletteDarkOrangeForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  todo: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
  seen: { fontFamily: tokens.fontFamilyMonospace, whiteSpace: "pre-wrap", margin: 0 },
});

const signs: Readonly<Record<Verdict, { readonly name: string; readonly Icon: typeof Info20Regular }>> = {
  good: { name: "good", Icon: CheckmarkCircle20Filled },
  note: { name: "to know", Icon: Info20Regular },
  warning: { name: "warning", Icon: Warning20Filled },
  bad: { name: "failed", Icon: ErrorCircle20Filled },
  alarm: { name: "danger", Icon: ErrorCircle20Filled },
  skipped: { name: "not tried", Icon: SubtractCircle20Regular },
};

interface Props {
  readonly finding: Finding;
  /** What the user can do about it here. */
  readonly children?: ReactNode;
}

/** One step: what came back; where it is not good, what that means and what to do. */
export function Step({ finding, children }: Props) {
  const styles = useStyles();
  const { check, verdict, seen } = finding;
  const { result, meaning, todo = [], who } = wordsFor(finding);
  const { name, Icon } = signs[verdict];
  const colours = { good: styles.good, note: styles.note, warning: styles.warning, bad: styles.bad };
  const colour = verdict === "alarm" ? styles.bad : verdict === "skipped" ? styles.note : colours[verdict];
  return (
    <li className={styles.step} data-check={check} data-verdict={verdict}>
      <Icon className={colour} aria-label={name} />
      <div className={styles.said}>
        <Text>
          <Text weight="semibold">{titles[check]}</Text>: {result}
        </Text>
        {meaning !== undefined && <Text>{meaning}</Text>}
        {todo.length > 0 && (
          <>
            {who === "administrator" && <Text weight="semibold">For the administrator:</Text>}
            <ol className={styles.todo}>
              {todo.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          </>
        )}
        {children}
        {seen.length > 0 && (
          <details className={styles.quiet}>
            <summary>What was tried</summary>
            <pre className={styles.seen}>{seen.join("\n")}</pre>
          </details>
        )}
      </div>
    </li>
  );
}
