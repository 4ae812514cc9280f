/** A search in a list that is not here: people, groups, labels, issues. What is chosen stays with the words it had. */
import { Combobox, makeStyles, Option, Tag, TagGroup, Text, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { isInlinkError } from "../../core/errors.ts";
import type { Choice, FieldMeta } from "../../core/jira.ts";
import { FieldFrame } from "./FieldFrame.tsx";

/** Milliseconds without a keystroke before Jira is asked. */
const pause = 250;

const useStyles = makeStyles({
  column: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS },
  tags: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS },
  detail: { color: tokens.colorNeutralForeground3 },
});

interface Props {
  readonly meta: FieldMeta;
  readonly problem: string | undefined;
  readonly hint?: string | undefined;
  readonly value: readonly Choice[];
  readonly many?: boolean;
  readonly free?: boolean;
  search(words: string, signal: AbortSignal): Promise<readonly Choice[]>;
  /** All that is chosen now, the latest last. */
  onChange(value: readonly Choice[]): void;
}

export function Finder({ meta, problem, hint, value, many = false, free = false, search, onChange }: Props) {
  const styles = useStyles();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const [open, setOpen] = useState(false);
  const found = useSearch(open ? (typed ?? "").trim() : undefined, search);
  const [single] = many ? [] : value;

  function add(choice: Choice): void {
    setTyped(undefined);
    onChange([...value.filter(({ id }) => id !== choice.id), choice]);
  }
  function addTyped(): void {
    const words = (typed ?? "").trim();
    if (free && words !== "") add({ id: words, label: words });
  }
  return (
    <FieldFrame meta={meta} problem={problem} hint={hint}>
      <div className={styles.column}>
        <Combobox
          aria-label={meta.name}
          value={typed ?? single?.label ?? ""}
          selectedOptions={value.map(({ id }) => id)}
          placeholder={many && value.length > 0 ? "Add another" : "Type to search"}
          freeform
          clearable={!many}
          open={open}
          onOpenChange={(_, data) => setOpen(data.open)}
          onChange={(event) => {
            setTyped(event.target.value);
            setOpen(true);
          }}
          onBlur={addTyped}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !free || (typed ?? "").trim() === "") return;
            event.preventDefault(); // not the form's Enter
            addTyped();
          }}
          onOptionSelect={(_, { optionValue }) => {
            if (optionValue === undefined) {
              if (!many && (typed === undefined || typed === "")) onChange([]);
              return;
            }
            const choice =
              found.state === "ready" ? found.all.find(({ id }) => id === optionValue) : undefined;
            if (choice) add(choice);
          }}
        >
          {found.state === "ready" &&
            found.all.map((choice) => (
              <Option key={choice.id} value={choice.id} text={choice.label}>
                <span>
                  {choice.label}{" "}
                  {choice.detail !== undefined && (
                    <Text size={200} className={styles.detail}>
                      {choice.detail}
                    </Text>
                  )}
                </span>
              </Option>
            ))}
          {(found.state !== "ready" || found.all.length === 0) && (
            <Option disabled value="" text="">
              {said(found, free)}
            </Option>
          )}
        </Combobox>
        {many && value.length > 0 && (
          <TagGroup
            className={styles.tags}
            aria-label={`${meta.name}: chosen`}
            onDismiss={(_, { value: id }) => onChange(value.filter((one) => one.id !== id))}
          >
            {value.map(({ id, label }) => (
              <Tag
                key={id}
                value={id}
                size="small"
                dismissible
                dismissIcon={{ "aria-label": `Remove ${label}` }}
              >
                {label}
              </Tag>
            ))}
          </TagGroup>
        )}
      </div>
    </FieldFrame>
  );
}

type Found =
  | { readonly state: "asking" }
  | { readonly state: "failed" }
  | { readonly state: "ready"; readonly all: readonly Choice[] };

function said({ state }: Found, free: boolean): string {
  if (state === "asking") return "Searching…";
  if (state === "failed") return "The search failed: Jira did not answer as it should. Type on to try again.";
  return free ? "Nothing found: press Enter to take it as it is" : "Nothing found";
}

/** @param words undefined: nothing is asked. */
function useSearch(
  words: string | undefined,
  search: (words: string, signal: AbortSignal) => Promise<readonly Choice[]>,
): Found {
  const [found, setFound] = useState<Found & { readonly words?: string }>({ state: "asking" });
  const [bug, setBug] = useState<{ readonly thrown: unknown } | undefined>(undefined);
  useEffect(() => {
    if (words === undefined) return undefined;
    const leaving = new AbortController();
    const timer = setTimeout(
      () => {
        search(words, leaving.signal).then(
          (all) => {
            if (!leaving.signal.aborted) setFound({ state: "ready", all, words });
          },
          (error: unknown) => {
            if (leaving.signal.aborted) return;
            if (isInlinkError(error)) setFound({ state: "failed", words });
            else setBug({ thrown: error });
          },
        );
      },
      words === "" ? 0 : pause,
    );
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `search` is new in every render; the words say what is asked
  }, [words]);
  if (bug) throw bug.thrown;
  return found.words === words ? found : { state: "asking" };
}
