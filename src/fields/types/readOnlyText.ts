/** Text that only the create screen and apps may write. */
import { standard } from "../fieldType.ts";
import { text } from "../shapes/text.tsx";

export const readOnlyText = text({
  id: "readonlyfield",
  name: "Text field (read only)",
  schemas: [{ type: "string", ...standard("readonlyfield") }],
  example: "From the mail",
});
