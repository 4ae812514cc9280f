import { Checkbox, Field, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Fragment } from "react";
import { canSend, isChosen, isTooLarge, isZipped, type Draft } from "../core/draft/draft.ts";
import { renamed } from "../core/draft/renamed.ts";
import { attachmentNames } from "../core/mail/attachmentNames.ts";
import type { Mail, MailFile } from "../core/mail/mail.ts";
import { withoutWhat } from "../core/submission/mailSize.ts";
import { CheckboxGroup } from "../fields/inputs/CheckboxGroup.tsx";
import { FileLine } from "./FileLine.tsx";
import { LightMail } from "./LightMail.tsx";
import { sizeOf } from "./sizeOf.ts";
import type { KnownFileFacts } from "./useFileFacts.ts";
import { zipLabel, ZipOffer } from "./ZipOffer.tsx";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column" },
  note: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});

interface Props {
  readonly mail: Mail;
  /** As it is shown. */
  readonly draft: Draft;
  /** The user's alone. */
  readonly own: Draft;
  readonly facts: KnownFileFacts;
  edit(change: Partial<Draft>): void;
}

/** What goes along: the mail itself, and its files. What cannot go says why. */
export function FileChoice({ mail, draft, own, facts, edit }: Props) {
  const styles = useStyles();
  const { offers, files } = mail;
  const names = attachmentNames(mail, draft.names);
  const nameOf = ({ id, name }: MailFile): string => draft.names[id] ?? name;
  const twinOf = ({ id }: MailFile): string | undefined => {
    const twin = files.find((file) => file.id === facts.twins.get(id));
    return twin && nameOf(twin);
  };
  return (
    <Field label="Attach">
      <CheckboxGroup className={styles.list}>
        <Checkbox
          label={
            draft.light
              ? `The mail ${withoutWhat(mail, facts.limit)} (.eml)`
              : offers.original
                ? "The mail itself (.eml)"
                : "The mail, rebuilt by Inlink (.eml)"
          }
          checked={draft.original}
          onChange={(_, { checked }) => edit({ original: checked === true })}
        />
        <LightMail {...{ mail, draft, facts, edit }} />
        {!offers.original && (
          <Text size={200} className={styles.note}>
            This Outlook does not give the original: Inlink makes a mail with the same sender, recipients,
            text
            {offers.files ? " and files." : "; its files are only named in it."}
          </Text>
        )}
        {!facts.enabled && (
          <Text size={200} className={styles.note}>
            This Jira takes no files: attachments are switched off. The text still goes.
          </Text>
        )}
        {files.map((file) => (
          <Fragment key={file.id}>
            <FileLine
              name={nameOf(file)}
              nameInJira={names.get(file.id) ?? file.name}
              label={
                isZipped(file, { ...facts, draft })
                  ? zipLabel(mail, file, { draft, facts })
                  : `${nameOf(file)} (${about(file, facts, twinOf(file))})`
              }
              checked={isChosen(mail, file, { ...facts, draft })}
              disabled={!offers.files || !canSend(file)}
              onTick={(checked) => edit({ files: { ...draft.files, [file.id]: checked } })}
              onRename={(to) => edit(renamed(mail, own, { fileId: file.id, to }))}
            />
            <ZipOffer {...{ mail, file, draft, facts, edit }} />
          </Fragment>
        ))}
        {files.length > 0 && !offers.files && (
          <Text size={200} className={styles.note}>
            This Outlook does not hand files to add-ins. Save them and attach them in Jira.
          </Text>
        )}
      </CheckboxGroup>
    </Field>
  );
}

/** @param twin the name of the same file. */
function about(
  file: MailFile,
  { limit, present, leftOut }: KnownFileFacts,
  twin: string | undefined,
): string {
  if (file.kind === "cloud")
    return file.url === undefined ? "a link; cannot be attached" : "a link, in the text";
  if (limit !== undefined && isTooLarge(file.size, limit))
    return `${sizeOf(file.size)}; Jira takes at most ${sizeOf(limit)}, so it is left out`;
  if (present.includes(file.id)) return `${sizeOf(file.size)}; the issue has it`;
  if (twin !== undefined) return `${sizeOf(file.size)}; the same as ${twin}`;
  if (leftOut.includes(file.id)) return `${sizeOf(file.size)}; left out before`;
  return file.inline ? `${sizeOf(file.size)}, in the text` : sizeOf(file.size);
}
