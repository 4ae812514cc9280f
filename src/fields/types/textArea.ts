/** Text of many lines, as wiki markup. */
import { standard } from "../fieldType.ts";
import { text } from "../shapes/text.tsx";

export const textArea = text({
  id: "textarea",
  name: "Text field (multi-line)",
  schemas: [{ type: "string", ...standard("textarea") }],
  long: true,
  example: "First line\nSecond line",
});
