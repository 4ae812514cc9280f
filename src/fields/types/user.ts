/** One person, and one of any field of people that no other kind knows. */
import { standard } from "../fieldType.ts";
import { personExample, personIn } from "./person.ts";
import { foundOne } from "../shapes/foundOne.tsx";

export const user = foundOne({
  id: "userpicker",
  name: "User picker (single user)",
  schemas: [{ type: "user", ...standard("userpicker") }, { type: "user" }],
  search: ({ lookups }, words, signal) => lookups.people(words, signal),
  send: (name) => ({ name }),
  fromJira: personIn,
  example: personExample,
});
