import { existsSync, readFileSync } from "node:fs";
import { object, text } from "../../src/core/parse.ts";
import type { Shipped } from "./check.ts";

/** What the repository ships beside a manifest. */
export const repository: Shipped = {
  version: object((field) => field("version", text))(JSON.parse(readFileSync("package.json", "utf8")), ""),
  as: "template",
  file: (path) => (existsSync(path) ? readFileSync(path) : undefined),
};
