/** Several people, and several of any field of people that no other kind knows. */
import { standard } from "../fieldType.ts";
import { personExample, personIn } from "./person.ts";
import { foundMany } from "../shapes/foundMany.tsx";

export const users = foundMany({
  id: "multiuserpicker",
  name: "User picker (multiple users)",
  schemas: [
    { type: "array", items: "user", ...standard("multiuserpicker") },
    { type: "array", items: "user" },
  ],
  search: ({ lookups }, words, signal) => lookups.people(words, signal),
  send: (name) => ({ name }),
  fromJira: personIn,
  example: personExample,
});
