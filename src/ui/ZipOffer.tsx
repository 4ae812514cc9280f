/** For a file that is too large: it may go as a zip. */
import { Button, makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { isTooLarge, isZipped, type Draft } from "../core/draft/draft.ts";
import { attachmentNames } from "../core/mail/attachmentNames.ts";
import { originalFileName } from "../core/mail/fileName.ts";
import type { Mail, MailFile } from "../core/mail/mail.ts";
import { mayShrink } from "../core/mail/mayShrink.ts";
import { zipNames } from "../core/mail/zipNames.ts";
import { explain } from "./explain.ts";
import { usePanePorts } from "./panePorts.ts";
import { sizeOf } from "./sizeOf.ts";
import { UnderCheckbox } from "./UnderCheckbox.tsx";
import type { KnownFileFacts } from "./useFileFacts.ts";
import { useZipping } from "./useZips.ts";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  note: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
  bad: { color: tokens.colorPaletteRedForeground1, overflowWrap: "anywhere" },
});

const making = { step: "making" } as const;

interface Props {
  readonly mail: Mail;
  readonly file: MailFile;
  readonly draft: Draft;
  readonly facts: KnownFileFacts;
  edit(change: Partial<Draft>): void;
}

export function ZipOffer({ mail, file, draft, facts, edit }: Props) {
  const styles = useStyles();
  const { zips } = usePanePorts();
  const make = useZipping();
  const { id, name } = file;
  const want = (wanted: boolean): void =>
    edit({
      zipped: { ...draft.zipped, [id]: wanted },
      // A tick was for the file as it was then.
      files: Object.fromEntries(Object.entries(draft.files).filter(([other]) => other !== id)),
    });

  const isWanted = isZipped(file, { ...facts, draft });
  const helps = isTooLarge(file.size, facts.limit) && mayShrink(file) && !facts.shown.includes(id);
  if (!isWanted && !(helps && mail.offers.files)) return null;
  const zip = isWanted ? (facts.zips.get(id) ?? making) : undefined;
  const turn = (): void => {
    want(!isWanted);
    if (isWanted) zips.forget(mail.id, id);
  };
  // The one button stays where it is while what is around it changes: it may have the focus.
  return (
    <UnderCheckbox>
      {zip?.step === "making" && <ProgressBar aria-label={`Zipping ${name}`} />}
      <Text size={200} role="status" className={styles.note}>
        {zip?.step === "making" && "Reading it from Outlook, then zipping it…"}
        {zip?.step === "ready" && `Zipped from ${sizeOf(file.size)}.`}
      </Text>
      {zip?.step === "failed" && (
        <Text size={200} role="alert" className={styles.bad}>
          {explain(zip.error).title}. {explain(zip.error).text}
        </Text>
      )}
      <span className={styles.buttons}>
        <Button size="small" aria-label={`${isWanted ? "Do not zip it" : "Zip it"}: ${name}`} onClick={turn}>
          {isWanted ? "Do not zip it" : "Zip it"}
        </Button>
        {zip?.step === "failed" && (
          <Button size="small" aria-label={`Try again to zip ${name}`} onClick={() => make(mail.id, id)}>
            Try again
          </Button>
        )}
      </span>
    </UnderCheckbox>
  );
}

/** The line of a file that goes as a zip. */
export function zipLabel(
  mail: Mail,
  file: MailFile,
  { draft, facts }: Pick<Props, "draft" | "facts">,
): string {
  const { zips, limit, present } = facts;
  const zip = zips.get(file.id);
  if (zip?.step === "failed") return `${file.name} (${sizeOf(file.size)}; not zipped yet)`;
  if (zip?.step !== "ready") return `${file.name} (${sizeOf(file.size)}; is being zipped)`;
  const name =
    zipNames(attachmentNames(mail, draft.names), originalFileName(mail.subject)).get(file.id) ?? file.name;
  const size = sizeOf(zip.size);
  if (limit !== undefined && isTooLarge(zip.size, limit))
    return `${name} (${size}; zipped it is still more than the ${sizeOf(limit)} that Jira takes, so it is left out)`;
  return `${name} (${present.includes(file.id) ? `${size}; the issue has it` : size})`;
}
