/** The form's texts, and where they come from: typed here, told by an earlier run, or as set-up would have them. */
import type { WrittenAnswers } from "../../setup/readAnswers.ts";

export type AnswerName = keyof WrittenAnswers;
export type Written = Readonly<Record<AnswerName, string>>;

const usual: Written = {
  jira: "",
  host: "",
  mode: "relay",
  name: "",
  consumerKey: "inlink",
  upstream: "",
  framedBy: "",
  addinAddress: "",
  jiraAddress: "",
  support: "",
};

/**
 * @param told by an earlier run.
 * @param ownFolder address of the page's own folder.
 */
export function firstTexts(told: WrittenAnswers, ownFolder: string | undefined): Written {
  const { framedBy, ...texts } = told;
  const known = Object.entries({ ...texts, framedBy: framedBy?.join(" ") });
  return {
    ...usual,
    host: ownFolder ?? "",
    ...Object.fromEntries(known.filter(([, text]) => text !== undefined)),
  };
}

export function answersOf({ framedBy, ...texts }: Written): WrittenAnswers {
  return { ...texts, framedBy: [framedBy] };
}
