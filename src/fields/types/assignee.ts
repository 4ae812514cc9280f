/** Who is to do it: those whom the project lets. */
import { personExample, personIn } from "./person.ts";
import { foundOne } from "../shapes/foundOne.tsx";

export const assignee = foundOne({
  id: "assignee",
  name: "Assignee",
  schemas: [{ type: "user", system: "assignee" }],
  search: ({ lookups, projectKey }, words, signal) => lookups.assignable(projectKey, words, signal),
  send: (name) => ({ name }),
  fromJira: personIn,
  example: personExample,
});
