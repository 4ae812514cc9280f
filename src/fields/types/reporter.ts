/** Who tells of it. */
import { personExample, personIn } from "./person.ts";
import { foundOne } from "../shapes/foundOne.tsx";

export const reporter = foundOne({
  id: "reporter",
  name: "Reporter",
  schemas: [{ type: "user", system: "reporter" }],
  search: ({ lookups }, words, signal) => lookups.people(words, signal),
  send: (name) => ({ name }),
  fromJira: personIn,
  example: personExample,
});
