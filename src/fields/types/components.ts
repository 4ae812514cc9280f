/** Parts of the project. */
import { choices } from "../shapes/choices.tsx";

export const components = choices({
  id: "components",
  name: "Component/s",
  schemas: [{ type: "array", items: "component", system: "components", listed: true }],
});
