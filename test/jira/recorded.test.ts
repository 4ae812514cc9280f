/**
 * Create metadata as another Jira answered it, served by the stand-in word for word: every field is drawn, and an issue
 * with all needed fields is created at the first try. `RECORDED_CREATE_META` names more files, with a colon between;
 * none of them is in the repository.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { firstDraft } from "../../src/core/draft/draft.ts";
import type { CreateScreen, FieldMeta } from "../../src/core/jira.ts";
import type { Jira } from "../../src/core/ports.ts";
import { draftProblems, fieldsBeyondUs, toJiraContent } from "../../src/fields/createForm.ts";
import { fieldTypeFor } from "../../src/fields/registry.ts";
import { projects as ownProjects } from "../../sim/jira/data/seed.ts";
import { fakeRecents, printerOnFire } from "../core/fakes.ts";
import { pagedForm, wholeForm } from "./otherJira.ts";
import { anna, filled } from "./filled.ts";
import { startClient } from "./standIn.ts";

const read = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));
const files = (process.env["RECORDED_CREATE_META"] ?? "").split(":").filter(Boolean);
const recordings: readonly (readonly [string, unknown])[] = [
  ["an invented one, whole", wholeForm],
  ["an invented one, a page", pagedForm],
  ...files.map((file) => [basename(file), read(file)] as const),
];
const cases = recordings.flatMap(([name, recorded]) =>
  (["old", "new", "cloud"] as const).map((createMeta) => ({ name, recorded, createMeta })),
);

it.each(cases)("$name, answered the $createMeta way: at the first try", async ({ recorded, createMeta }) => {
  const { jira, close } = await startClient("anna", { recorded: [recorded], createMeta });
  try {
    const screens = await screensOf(jira);
    expect(screens.length).toBeGreaterThan(0);
    let parent: string | undefined;
    for (const screen of screens) {
      expect(unknownOf(screen).filter(({ schema }) => !isOfAnApp(schema.custom))).toEqual([]);
      if (fieldsBeyondUs(screen).length > 0) continue; // of an app: handed to Jira's own screen
      const draft = {
        ...firstDraft(printerOnFire, fakeRecents()),
        text: "Text",
        values: filled(screen, { parent }),
      };
      expect(draftProblems(screen, draft)).toEqual({});
      const { key } = await jira.createIssue(toJiraContent(screen, draft, anna));
      expect(key).toMatch(/^[A-Z][A-Z0-9]*-\d+$/);
      parent ??= key;
    }
    expect(parent).toBeDefined();
  } finally {
    await close();
  }
});

/** Of the projects that were recorded; sub-tasks last, for they need a parent. */
async function screensOf(jira: Jira): Promise<readonly CreateScreen[]> {
  const screens: { readonly screen: CreateScreen; readonly subtask: boolean }[] = [];
  for (const { key } of await jira.projects()) {
    if (ownProjects.some((own) => own.key === key)) continue;
    for (const { id, subtask } of await jira.issueTypes(key))
      screens.push({ screen: await jira.createScreen(key, id), subtask });
  }
  return screens.sort((a, b) => Number(a.subtask) - Number(b.subtask)).map(({ screen }) => screen);
}

const ownPlace = ["project", "issuetype", "summary", "description", "attachment"];

function unknownOf({ fields }: CreateScreen): readonly FieldMeta[] {
  return fields.filter((meta) => !ownPlace.includes(meta.id) && !fieldTypeFor(meta));
}

/** Neither of Jira itself nor of Jira Software. */
function isOfAnApp(custom: string | undefined): boolean {
  return custom !== undefined && !/^com\.(atlassian\.jira\.plugin\.system|pyxis\.greenhopper)/.test(custom);
}
