/** What leaves the mailbox, in one list; what in it looks private can be hidden by a click. */
import { Button, Checkbox, Field, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { chosenBlocks, wholeText } from "../core/draft/shownText.ts";
import type { Work } from "../core/flow.ts";
import { addressesIn, sensitiveIn, type Sensitive, type SensitiveKind } from "../core/privacy/sensitive.ts";
import { withoutWhat } from "../core/submission/mailSize.ts";
import { ORIGINAL, type OrderedFile } from "../core/submission/order.ts";
import type { ZipStates } from "../core/zips.ts";
import { CheckboxGroup } from "../fields/inputs/CheckboxGroup.tsx";
import { sizeOf } from "./sizeOf.ts";
import type { Outgoing } from "./useOutgoing.ts";
import type { FormProps } from "./Workbench.tsx";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column" },
  all: { listStyleType: "none", margin: "0", padding: `0 0 0 ${tokens.spacingHorizontalS}` },
  note: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  value: { overflowWrap: "anywhere" },
});

const names: Readonly<Record<SensitiveKind, string>> = {
  card: "card number",
  iban: "bank account",
  phone: "telephone number",
  secret: "password or key",
};

interface Props {
  readonly work: Work;
  readonly outgoing: Outgoing;
  /** Who else will read it. */
  readonly readers: readonly string[];
  readonly edit: FormProps["edit"];
}

export function Leaving({ work, outgoing, readers, edit }: Props) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const { draft, text = "", files, facts } = outgoing;
  const said = draft.target === "new" ? `${draft.summary}\n${text}` : text;
  const whole = `${work.draft.summary}\n${wholeText(work) ?? ""}`;
  const hidden = work.draft.masked.filter((one) => whole.includes(one.text));
  // Once a text, not at each keystroke in another field.
  const shown = useMemo(() => sensitiveIn(said), [said]);
  const addresses = useMemo(() => addressesIn(said), [said]);
  const all = [...hidden, ...shown];
  const hide = (some: readonly Sensitive[], wanted: boolean): void =>
    edit({ masked: wanted ? [...hidden, ...some] : hidden.filter((one) => !some.includes(one)) });
  const rows = [textRow(work, text), ...files.map((file) => fileRow(work, file, facts.zips)), ...addresses];
  return (
    <>
      {all.length > 0 && (
        <Field label="Looks private: tick what to hide" hint={hintOn(outgoing)}>
          <CheckboxGroup className={styles.list}>
            {all.map((one) => (
              <Checkbox
                key={one.text}
                className={styles.value}
                label={`${names[one.kind]} ${one.text}`}
                checked={hidden.includes(one)}
                onChange={(_, { checked }) => hide([one], checked === true)}
              />
            ))}
            {shown.length > 1 && (
              <Button size="small" onClick={() => hide(shown, true)}>
                Hide all {shown.length}
              </Button>
            )}
          </CheckboxGroup>
        </Field>
      )}
      <div>
        <Button
          appearance="subtle"
          size="small"
          icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
          iconPosition="after"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          What leaves: {inShort(text, files.length, addresses.length)}
        </Button>
        {open && (
          <ul className={styles.all} aria-label="What leaves your mailbox">
            {rows.map((row) => (
              <li key={row}>
                <Text size={200} className={styles.value}>
                  {row}
                </Text>
              </li>
            ))}
          </ul>
        )}
        {readers.map((one) => (
          <Text key={one} size={200} block className={styles.note}>
            {one}
          </Text>
        ))}
      </div>
    </>
  );
}

function hintOn({ files }: Outgoing): string {
  return files.some(({ id }) => id === ORIGINAL)
    ? "Hidden in summary and text. The mail itself goes as it is: untick it above if it must not."
    : "Hidden in summary and text. Files go as they are.";
}

function inShort(text: string, files: number, addresses: number): string {
  const parts = [
    text === "" ? "no text" : "text",
    counted(files, "file", "files"),
    counted(addresses, "address", "addresses"),
  ];
  return parts.filter(Boolean).join(", ");
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? "" : `${count} ${count === 1 ? one : many}`;
}

function textRow(work: Work, text: string): string {
  const length = `${text.length.toLocaleString()} characters`;
  if (work.draft.text !== undefined || !work.text) return `The text as you wrote it, ${length}`;
  return `${chosenBlocks(work).size} of the mail’s ${work.text.blocks.length} paragraphs, ${length}`;
}

function fileRow({ mail }: Work, { id, name, zipOf = "", light }: OrderedFile, zips: ZipStates): string {
  if (light) return `${name}: the mail ${withoutWhat(mail, light.limit)}`;
  if (id === ORIGINAL) return `${name}: the whole mail with all its files`;
  const zip = zips.get(zipOf);
  if (zipOf !== "" && zip?.step !== "ready") return `${name}, which is still to be made`;
  const size = zip?.step === "ready" ? zip.size : mail.files.find((file) => file.id === id)?.size;
  return `${name}, ${sizeOf(size ?? 0)}`;
}
