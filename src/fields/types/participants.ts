/** Who follows a request of Jira Service Management. */
import { personExample, personIn } from "./person.ts";
import { foundMany } from "../shapes/foundMany.tsx";

export const participants = foundMany({
  id: "sd-request-participants",
  name: "Request participants",
  schemas: [{ type: "array", items: "user", custom: "com.atlassian.servicedesk:sd-request-participants" }],
  search: ({ lookups }, words, signal) => lookups.people(words, signal),
  send: (name) => ({ name }),
  fromJira: personIn,
  example: personExample,
});
