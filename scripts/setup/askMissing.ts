/** Asks for what neither the command line nor an earlier run said. */
import { readAnswers, type WrittenAnswers } from "../../src/setup/readAnswers.ts";

/** @returns what the person typed. */
export type Ask = (question: string) => Promise<string>;

/** An empty answer leaves the field open, so that its default counts, or the next run asks again. */
const questions: readonly (readonly [field: Exclude<keyof WrittenAnswers, "framedBy">, question: string])[] =
  [
    ["jira", "Jira's address, as people open it: "],
    [
      "mode",
      "How will it be hosted?\n" +
        "  relay        on a host of its own, with a path there that leads to Jira (recommended)\n" +
        "  same-origin  on Jira's own host, served by the proxy in front of Jira\n" +
        "  cors         on a host of its own; the proxy in front of Jira sends CORS headers\n" +
        "Mode [relay]: ",
    ],
    ["host", "Address of the folder where the add-in's files will be: "],
    ["addinAddress", "Do browsers reach that host at a public or a private address? [not known]: "],
    ["jiraAddress", "And Jira, public or private? [not known]: "],
  ];

export async function askMissing(
  written: WrittenAnswers,
  ask: Ask,
  say: (line: string) => void,
): Promise<WrittenAnswers> {
  let answers = written;
  for (const [field, question] of questions) {
    while (answers[field] === undefined) {
      const tried = { ...answers, [field]: await ask(question) };
      const problem = readAnswers(tried).problems?.find((one) => one.field === field);
      if (problem) say(problem.text);
      else answers = tried;
    }
  }
  return answers;
}
