import { useMemo } from "react";
import type { Draft } from "../core/draft/draft.ts";
import { domainOf, usualPlace, usualValues, type Habit } from "../core/draft/habits.ts";
import type { Work } from "../core/flow.ts";
import type { Choice, CreateScreen } from "../core/jira.ts";
import type { TypeDefaults } from "../core/teamDefaults.ts";
import { usePanePorts } from "./panePorts.ts";
import { useAnswer } from "./useAnswer.ts";

export interface Suggested {
  /** The draft's own, and what is suggested where it has none. */
  readonly values: Draft["values"];
  /** Field id → why a value is there that the user did not enter. */
  readonly reasons: Readonly<Record<string, string>>;
  /** Fields that the user cannot change. */
  readonly fixed: readonly string[];
  /** Why this project and issue type; undefined: the user's own choice. */
  readonly placeReason: string | undefined;
}

/**
 * The reporter is the mail's sender, if Jira knows the address; the rest is as it was with earlier mails, or as the
 * team suggests. A suggestion counts until the user enters or clears something; what the team has fixed counts always.
 */
export function useSuggestions(
  screen: CreateScreen | undefined,
  { fields: settled }: TypeDefaults,
  { draft, mail }: Work,
): Suggested {
  const { jira, recents } = usePanePorts();
  const address = mail.from?.address ?? "";
  const asks = (id: string) =>
    screen?.fields.some((field) => field.id === id) && draft.values[id] === undefined;
  // Without it the form works as well, so a failure is nobody's business here.
  const found = useAnswer(asks("reporter") && address ? `sender ${address}` : undefined, (signal) =>
    jira.people(address, signal),
  );
  const sender = found.state === "ready" ? only(found.value, address) : undefined;

  // What is on the device is read once a form, not at each keystroke.
  const usual = useMemo(() => {
    const past = recents.past();
    return { place: usualPlace(past, address), values: screen ? usualValues(past, screen, address) : {} };
  }, [recents, screen, address]);

  const values: Record<string, unknown> = {};
  const reasons: Record<string, string> = {};
  const fixed: Record<string, unknown> = {};
  for (const [id, one] of Object.entries(settled)) {
    if (one.as === "fixed") {
      fixed[id] = one.value;
      reasons[id] = "Set by the team.";
    } else if (one.as === "suggested" && asks(id)) {
      values[id] = one.value;
      reasons[id] = "Suggested by the team.";
    }
  }
  for (const [id, one] of Object.entries(usual.values)) {
    if (!asks(id) || id in fixed) continue;
    values[id] = one.value;
    reasons[id] = words(one.habit, address);
  }
  if (sender && asks("reporter") && !("reporter" in fixed)) {
    values["reporter"] = [sender];
    reasons["reporter"] = "The mail’s sender.";
  }
  const { place } = usual;
  const isUsual = place?.projectKey === draft.projectKey && place?.issueTypeId === draft.issueTypeId;
  return {
    values: { ...values, ...draft.values, ...fixed },
    reasons,
    fixed: Object.keys(fixed),
    placeReason: place && isUsual ? words(place.habit, address) : undefined,
  };
}

function words({ of, times }: Habit, address: string): string {
  if (of === "project") return `As in the last ${times} issues here.`;
  const whose = of === "sender" ? address : `@${domainOf(address)}`;
  return `As for the last ${times === 1 ? "mail" : `${times} mails`} from ${whose}.`;
}

/** One person with exactly this address. */
function only(people: readonly Choice[], address: string): Choice | undefined {
  const exact = people.filter(({ detail }) => detail?.toLowerCase() === address.toLowerCase());
  return exact.length === 1 ? exact[0] : undefined;
}
