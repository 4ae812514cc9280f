import { readFileSync } from "node:fs";
import { fieldTypes } from "../../src/fields/registry.ts";
import { fieldsPage } from "../../scripts/fields/page.ts";

it("docs/fields.md has a row for each kind, as `npm run fields` writes it", () => {
  const written = readFileSync("docs/fields.md", "utf8");
  expect(written).toBe(fieldsPage());
  expect(written.split("\n").filter((line) => line.startsWith("| ")).length).toBe(fieldTypes.length + 2);
});
