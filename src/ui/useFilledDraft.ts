import { useMemo } from "react";
import type { Draft } from "../core/draft/draft.ts";
import { shownText } from "../core/draft/shownText.ts";
import { filledDescription, filledSummary } from "../core/draft/template.ts";
import type { Work } from "../core/flow.ts";
import type { CreateScreen } from "../core/jira.ts";
import { masked } from "../core/privacy/sensitive.ts";
import { cleanSubject } from "../core/mail/subject.ts";
import { cutToLimit } from "../core/wiki/limit.ts";
import { noTypeDefaults } from "../core/teamDefaults.ts";
import { withoutHidden } from "../fields/createForm.ts";
import type { CreateForm } from "./useCreateForm.ts";
import { useSuggestions, type Suggested } from "./useSuggestions.ts";

export interface FilledDraft extends Omit<Suggested, "values"> {
  /** What is drawn of Jira's screen. */
  readonly screen: CreateScreen | undefined;
  /** The user's draft, with what others fill in where the user has not. */
  readonly draft: Draft;
}

/** The draft as it is shown and sent: the user's own, the team's defaults, and what is likely. */
export function useFilledDraft({ screen: answer, team }: CreateForm, work: Work): FilledDraft {
  const { mail } = work;
  const text = work.text && shownText({ draft: { ...work.draft, text: undefined }, text: work.text });
  const whole = answer.state === "ready" ? answer.value : undefined;
  const types = team.defaults.state === "ready" ? team.defaults.value.types : undefined;
  const settled = (whole && types?.[whole.issueTypeId]) ?? noTypeDefaults;
  const screen = useMemo(() => whole && withoutHidden(whole, settled), [whole, settled]);
  const { values, ...suggested } = useSuggestions(screen, settled, work);

  const draft = { ...work.draft, values };
  const isAsItCame = draft.summary === cleanSubject(mail.subject);
  const summary =
    settled.summary !== undefined && isAsItCame
      ? filledSummary(settled.summary, { mail, text })
      : draft.summary;
  const described =
    settled.description !== undefined && text !== undefined && draft.text === undefined
      ? cutToLimit(filledDescription(settled.description, { mail, text })).text
      : shownText(work);
  const hidden = draft.masked;
  const shown = { summary: masked(summary, hidden), text: described && masked(described, hidden) };
  return { ...suggested, screen, draft: { ...draft, ...shown } };
}
