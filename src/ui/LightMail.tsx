/** For a mail that is likely too large as a file: it may go without what makes it so. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import { isTooLarge, type Draft } from "../core/draft/draft.ts";
import type { Mail } from "../core/mail/mail.ts";
import { leftOut, withoutWhat } from "../core/submission/mailSize.ts";
import { sizeOf } from "./sizeOf.ts";
import { UnderCheckbox } from "./UnderCheckbox.tsx";
import type { KnownFileFacts } from "./useFileFacts.ts";

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground3, overflowWrap: "anywhere" },
});

interface Props {
  readonly mail: Mail;
  readonly draft: Draft;
  readonly facts: KnownFileFacts;
  edit(change: Partial<Draft>): void;
}

export function LightMail({ mail, draft, facts: { limit, mailSize }, edit }: Props) {
  const styles = useStyles();
  if (!draft.light && (limit === undefined || !isTooLarge(mailSize, limit))) return null;
  const out = leftOut(mail, limit);
  const names = mail.files.flatMap(({ id, name }) => (out.has(id) ? [name] : []));
  return (
    <UnderCheckbox>
      <Text size={200} className={styles.note}>
        {draft.light
          ? `Inlink rebuilds it from what Outlook tells. It names what it lacks: ${names.join("; ")}.`
          : `With its files it has about ${sizeOf(mailSize)}, likely more than the ${sizeOf(limit ?? 0)} that Jira takes.`}
      </Text>
      <Button size="small" onClick={() => edit({ light: !draft.light, original: true })}>
        {draft.light ? "Take the whole mail" : `Take it ${withoutWhat(mail, limit)}`}
      </Button>
    </UnderCheckbox>
  );
}
