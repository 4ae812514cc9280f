/**
 * Create metadata as a real Jira answered it, where a file of it is at hand: `RECORDED_CREATE_META` names them, with a
 * colon between. None is in the repository.
 */
import { readFileSync } from "node:fs";
import { firstDraft } from "../../src/core/draft/draft.ts";
import type { CreateScreen } from "../../src/core/jira.ts";
import { object, list, text } from "../../src/core/parse.ts";
import { draftProblems, fieldsBeyondUs, formFields, toJiraContent } from "../../src/fields/createForm.ts";
import { createJira } from "../../src/jira/jira.ts";
import { fakeRecents, fred, printerOnFire } from "../core/fakes.ts";
import { against } from "./answering.ts";

const files = (process.env["RECORDED_CREATE_META"] ?? "").split(":").filter(Boolean);
const projectsIn = object((field) => field("projects", list(object((one) => one("key", text)))));

/** Every create screen of the file, through the product's own reading. */
async function screensOf(file: string): Promise<readonly CreateScreen[]> {
  const json: unknown = JSON.parse(readFileSync(file, "utf8"));
  const screens: CreateScreen[] = [];
  await against(
    ({ path }) =>
      path === "/issue/createmeta" ? { json } : { status: 404, json: { errorMessages: ["No."] } },
    async ({ fetch }) => {
      const jira = createJira(fetch, Date.now);
      for (const project of projectsIn(json, ""))
        for (const { id } of await jira.issueTypes(project))
          screens.push(await jira.createScreen(project, id));
    },
  );
  return screens;
}

if (files.length === 0)
  it.skip("recorded create metadata: none at hand, RECORDED_CREATE_META names none", () => undefined);
else
  it.each(files)(
    "%s is drawn without an unknown needed field, and filled in as Jira wants it",
    async (file) => {
      const screens = await screensOf(file);
      expect(screens.length).toBeGreaterThan(0);
      for (const screen of screens) {
        expect(fieldsBeyondUs(screen)).toEqual([]);
        const { needed } = formFields(screen);
        const values = Object.fromEntries(
          needed.map(({ meta, type }) => {
            const [first] = meta.allowedValues ?? [];
            const example = type.example().value;
            return [meta.id, first === undefined ? example : Array.isArray(example) ? [first.id] : first.id];
          }),
        );
        const draft = { ...firstDraft(printerOnFire, fakeRecents()), text: "Text", values };
        expect(draftProblems(screen, draft)).toEqual({});
        const { fields } = toJiraContent(screen, draft, fred);
        for (const { id, required, hasDefault } of screen.fields)
          if (required && !hasDefault) expect(fields).toHaveProperty(id);
      }
    },
  );
