/** For a file that is too large: it may go as a zip. */
import { Button, makeStyles, ProgressBar, Text, tokens } from "@fluentui/react-components";
import { isTooLarge, isZipped, type Draft } from "../core/draft/draft.ts";
import { isInlinkError } from "../core/errors.ts";
import { attachmentNames } from "../core/mail/attachmentNames.ts";
import { originalFileName } from "../core/mail/fileName.ts";
import type { Mail, MailFile } from "../core/mail/mail.ts";
import { mayShrink } from "../core/mail/mayShrink.ts";
import { zipNames } from "../core/mail/zipNames.ts";
import { explain } from "./explain.ts";
import { usePanePorts } from "./panePorts.ts";
import { sizeOf } from "./sizeOf.ts";
import { UnderCheckbox } from "./UnderCheckbox.tsx";
import { useFault } from "./useFault.ts";
import type { KnownFileFacts } from "./useFileFacts.ts";

const useStyles = makeStyles({
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  bad: { color: tokens.colorPaletteRedForeground1, overflowWrap: "anywhere" },
});

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
  const fault = useFault();
  const { id, name } = file;
  const want = (wanted: boolean): void =>
    edit({
      zipped: { ...draft.zipped, [id]: wanted },
      // A tick was for the file as it was then.
      files: Object.fromEntries(Object.entries(draft.files).filter(([other]) => other !== id)),
    });

  if (!isZipped(file, { ...facts, draft })) {
    const helps = isTooLarge(file.size, facts.limit) && mayShrink(file) && !facts.shown.includes(id);
    if (!helps || !mail.offers.files) return null;
    return (
      <UnderCheckbox>
        <Button size="small" aria-label={`Zip it: ${name}`} onClick={() => want(true)}>
          Zip it
        </Button>
      </UnderCheckbox>
    );
  }
  const zip = facts.zips.get(id);
  const again = (): void => {
    zips.zip(mail.id, id).catch((error: unknown) => {
      if (!isInlinkError(error)) fault(error); // ours are among the states
    });
  };
  const drop = (): void => {
    want(false);
    zips.forget(mail.id, id);
  };
  return (
    <UnderCheckbox>
      {(zip === undefined || zip.step === "making") && <ProgressBar aria-label={`Zipping ${name}`} />}
      {zip?.step === "failed" && (
        <Text size={200} role="alert" className={styles.bad}>
          {explain(zip.error).title}. {explain(zip.error).text}
        </Text>
      )}
      <span className={styles.buttons}>
        {zip?.step === "failed" && (
          <Button size="small" aria-label={`Try again to zip ${name}`} onClick={again}>
            Try again
          </Button>
        )}
        <Button size="small" aria-label={`Do not zip it: ${name}`} onClick={drop}>
          Do not zip it
        </Button>
      </span>
    </UnderCheckbox>
  );
}

/** The line of a file that goes as a zip. */
export function zipLabel(mail: Mail, file: MailFile, { zips, limit, present }: KnownFileFacts): string {
  const zip = zips.get(file.id);
  if (zip?.step === "failed") return `${file.name} (${sizeOf(file.size)}; not zipped yet)`;
  if (zip?.step !== "ready") return `${file.name} (${sizeOf(file.size)}; is being zipped)`;
  const name = zipNames(attachmentNames(mail), originalFileName(mail.subject)).get(file.id) ?? file.name;
  const size = sizeOf(zip.size);
  if (limit !== undefined && isTooLarge(zip.size, limit))
    return `${name} (${size}; zipped it is still more than the ${sizeOf(limit)} that Jira takes, so it is left out)`;
  return `${name} (${present.includes(file.id) ? `${size}; the issue has it` : size})`;
}
