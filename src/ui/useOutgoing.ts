import type { Draft } from "../core/draft/draft.ts";
import { pictureHabit, type PictureHabit } from "../core/draft/lookAlikes.ts";
import { leavingText } from "../core/draft/shownText.ts";
import type { InlinkError } from "../core/errors.ts";
import type { Work } from "../core/flow.ts";
import type { IssueSummary } from "../core/jira.ts";
import { forbiddenDomain } from "../core/neverSend.ts";
import type { OrderedFile } from "../core/submission/order.ts";
import { orderedFiles, withoutUnsent } from "../core/submission/orderedFiles.ts";
import { usePanePorts } from "./panePorts.ts";
import { useFileFacts, type KnownFileFacts } from "./useFileFacts.ts";

/** What would be sent of a mail if the button were pressed now. */
export interface Outgoing {
  /** As the form shows it. */
  readonly draft: Draft;
  readonly facts: KnownFileFacts;
  readonly files: readonly OrderedFile[];
  /** What it says of pictures that need not go along with the next mail. */
  readonly pictures: PictureHabit;
  /** Wiki markup; undefined: no text. */
  readonly text: string | undefined;
  /** Why nothing may be sent: a domain that the administrator keeps in. */
  readonly forbidden: string | undefined;
  /** Why Jira refused it the last time. */
  readonly refusal: InlinkError | undefined;
  /** As far as the mail goes: its text is there, or was not to be had, and nothing forbids it. */
  readonly ready: boolean;
  readonly busy: boolean;
}

const none: IssueSummary["files"] = [];

/**
 * @param draft the mail's, with what others have filled in.
 * @param there what the issue has already.
 */
export function useOutgoing(work: Work, draft: Draft, there = none): Outgoing {
  const { neverSend } = usePanePorts();
  const { mail, stage, text, unread } = work;
  const facts = useFileFacts(work, there);
  const files = orderedFiles(mail, draft, facts);
  const sent = files.map(({ id }) => id);
  const forbidden =
    neverSend.length === 0 ? undefined : forbiddenDomain(neverSend, mail, leavingText({ draft, text }));
  return {
    draft,
    facts,
    files,
    pictures: pictureHabit(work, draft, facts, sent),
    text: draft.text?.trim()
      ? withoutUnsent(draft.text, mail, { names: draft.names, sent, facts })
      : undefined,
    forbidden,
    refusal: stage.step === "editing" ? stage.refusal : undefined,
    ready: forbidden === undefined && (draft.text !== undefined || unread !== undefined),
    busy: stage.step === "checking",
  };
}
