/** An address. Jira takes those of the web and of files, RFC 3986 with a scheme. */
import { standard } from "../fieldType.ts";
import { text } from "../shapes/text.tsx";

export const url = text({
  id: "url",
  name: "URL field",
  schemas: [{ type: "string", ...standard("url") }],
  example: "https://example.com/a",
  complaint: (typed, name) =>
    URL.canParse(typed) ? undefined : `${name} must be a whole address, such as https://example.com.`,
});
