/** `npm run fields`: docs/fields.md, from the registry. */
import { writeFileSync } from "node:fs";
import { fieldsPage } from "./fields/page.ts";
import { main } from "./main.ts";

await main(() => {
  writeFileSync("docs/fields.md", fieldsPage());
  console.log("docs/fields.md is written.");
  return Promise.resolve(0);
});
