/** One line of text, and any text that no other kind knows. */
import { standard } from "../fieldType.ts";
import { text } from "../shapes/text.tsx";

export const textLine = text({
  id: "text",
  name: "Text field (single line)",
  schemas: [{ type: "string", ...standard("textfield") }, { type: "string" }],
  example: "ACME-7",
});
