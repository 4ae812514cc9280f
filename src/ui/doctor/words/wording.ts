/** What is said of one finding: what came back, what it means, what to do. */
import type { Finding, Facts } from "../../../core/doctor/finding.ts";

export interface Words {
  /** A few words beside the step's title. */
  readonly result: string;
  /** What it means, and what is safe. */
  readonly meaning?: string;
  /** What to do, in order, with the screen or the setting to open. */
  readonly todo?: readonly string[];
  /** Whose it is to do; nobody's where absent. */
  readonly who?: "you" | "administrator";
}

/** A fact by its name, as `codes.ts` lists them; "" for one that is not there. */
export type FactOf = (name: string) => string;
export type Wording = (fact: FactOf) => Words;

export function factOf(facts: Facts): FactOf {
  return (name) => facts[name] ?? "";
}

/** For a wording that needs no facts. */
export function plainly(words: Words): Wording {
  return () => words;
}

/** Titles of the steps. */
export const titles: Readonly<Record<Finding["check"], string>> = {
  office: "Outlook’s scripts",
  methods: "What this Outlook can do",
  storage: "Browser storage",
  config: "Configuration",
  key: "Inlink’s key",
  reach: "The way to Jira",
  server: "Jira itself",
  consumer: "Application link",
  signature: "Signature",
  clock: "Clocks",
  post: "Sending to Jira",
  "two-legged": "Key without a user",
  authorize: "Jira’s Allow page",
  token: "Your sign-in",
  "create-meta": "Projects and fields",
  attachments: "Attachments",
  "body-limit": "Size of uploads",
};
