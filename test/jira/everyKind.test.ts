import { firstDraft } from "../../src/core/draft/draft.ts";
import { draftProblems, formFields, toJiraContent } from "../../src/fields/createForm.ts";
import { fieldTypes } from "../../src/fields/registry.ts";
import { fakeRecents, printerOnFire } from "../core/fakes.ts";
import { anna, filled } from "./filled.ts";
import { startClient } from "./standIn.ts";

// docs/fields.md says of every kind that it was sent with create metadata of these forms.
it.each(["old", "new", "cloud"] as const)(
  "a value of every kind is taken at the first try, with create metadata of the %s form",
  async (createMeta) => {
    const { jira, control, close } = await startClient("anna", { createMeta });
    try {
      const sent = new Set<string>();
      for (const { id, name } of await jira.issueTypes("EVERY")) {
        if (name === "Foreign") continue;
        const screen = await jira.createScreen("EVERY", id);
        const values = filled(screen, { all: true, parent: "EVERY-1" });
        const draft = { ...firstDraft(printerOnFire, fakeRecents()), text: "Text", values };
        expect(draftProblems(screen, draft)).toEqual({});
        const content = toJiraContent(screen, draft, anna);
        const { key } = await jira.createIssue(content);
        const { needed, usual, rest } = formFields(screen);
        for (const { meta, type } of [...needed, ...usual, ...rest]) {
          expect({ ...content.fields, ...content.update }).toHaveProperty(meta.id);
          if (meta.id !== "issuelinks" && meta.id !== "worklog")
            expect(control.issue(key)?.fields[meta.id]).toBeTruthy();
          sent.add(type.id);
        }
      }
      expect([...sent].sort()).toEqual(fieldTypes.map(({ id }) => id).sort());
    } finally {
      await close();
    }
  },
);
