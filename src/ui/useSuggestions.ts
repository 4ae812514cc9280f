import type { Draft } from "../core/draft/draft.ts";
import type { Work } from "../core/flow.ts";
import type { Choice, CreateScreen } from "../core/jira.ts";
import { usePanePorts } from "./panePorts.ts";
import { useAnswer } from "./useAnswer.ts";

export interface Suggested {
  /** The draft's own, and what is suggested where it has none. */
  readonly values: Draft["values"];
  /** Field id → why a suggested value is there. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** The reporter is the mail's sender, if Jira knows the address. It counts until the user enters or clears something. */
export function useSuggestions(screen: CreateScreen | undefined, { draft, mail }: Work): Suggested {
  const { jira } = usePanePorts();
  const address = mail.from?.address;
  const asked = screen?.fields.some(({ id }) => id === "reporter") && draft.values["reporter"] === undefined;
  // Without it the form works as well, so a failure is nobody's business here.
  const found = useAnswer(asked && address ? `sender ${address}` : undefined, (signal) =>
    jira.people(address ?? "", signal),
  );
  const sender = found.state === "ready" ? only(found.value, address) : undefined;
  if (!asked || !sender) return { values: draft.values, reasons: {} };
  return {
    values: { ...draft.values, reporter: [sender] },
    reasons: { reporter: "The mail’s sender." },
  };
}

/** One person with exactly this address. */
function only(people: readonly Choice[], address = ""): Choice | undefined {
  const exact = people.filter(({ detail }) => detail?.toLowerCase() === address.toLowerCase());
  return exact.length === 1 ? exact[0] : undefined;
}
