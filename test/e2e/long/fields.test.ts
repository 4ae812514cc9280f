/** Fields of every kind, filled in by hand and found on the issue. */
import type { FrameLocator } from "playwright-core";
import { chooseIssueType, chooseProject, send } from "../../../sim/browser/pane.ts";
import type { JiraControl } from "../../../sim/jira/control.ts";
import { everyField, type Filled } from "../everyField.ts";
import { reads, tellSignedIn, textOf } from "../story.ts";

async function openForm(pane: FrameLocator, type: string): Promise<void> {
  await textOf(pane, "Description", "printer");
  await chooseProject(pane, "Every field");
  await chooseIssueType(pane, type);
}

async function createWith(pane: FrameLocator, jira: JiraControl, fields: readonly Filled[]): Promise<void> {
  for (const field of fields) await field.fill(pane);
  const issue = jira.issue(await send(pane, "Create issue"));
  expect(issue?.fields).toMatchObject(Object.fromEntries(fields.map(({ id, has }) => [id, has])));
}

const types = ["Texts", "Times", "Choices", "People", "Links"] as const;

describe.each(types)("the issue type %s, which needs all its fields", (type) => {
  it("is created at the first try, each value where it belongs", () =>
    tellSignedIn({}, async ({ jira, pane }) => {
      await openForm(pane, type);
      await createWith(
        pane,
        jira,
        everyField.filter((field) => field.type === type),
      );
    }));
});

it("the older create metadata draws the same form", () =>
  tellSignedIn({ jira: { createMeta: "old" } }, async ({ jira, pane }) => {
    await openForm(pane, "Choices");
    await createWith(
      pane,
      jira,
      everyField.filter(({ type }) => type === "Choices"),
    );
  }));

it("a sub-task is created below the issue that was searched for", () =>
  tellSignedIn({}, async ({ jira, pane }) => {
    await openForm(pane, "Part");
    const box = pane.getByRole("combobox", { name: /^Parent/ });
    await box.fill("burn");
    await pane.getByRole("option", { name: /EVERY-1/ }).click();
    expect(jira.issue(await send(pane, "Create issue"))?.fields).toMatchObject({
      parent: { key: "EVERY-1" },
    });
  }));

it("what must be filled comes first, the rest is one click away, and that is remembered", () =>
  tellSignedIn({}, async ({ outlook, pane }) => {
    await openForm(pane, "Anything");
    await pane.getByRole("combobox", { name: "Assignee" }).waitFor();
    expect(await pane.getByRole("textbox", { name: "Environment" }).count()).toBe(0);
    await pane.getByRole("button", { name: /\d+ more fields/ }).click();
    await pane.getByRole("textbox", { name: "Environment" }).fill("Here");
    await pane.getByRole("button", { name: "Fewer fields" }).click();
    expect(await pane.getByRole("textbox", { name: "Environment" }).inputValue()).toBe("Here");
    await pane.getByRole("button", { name: /\d+ more fields/ }).click();
    await chooseIssueType(pane, "Epic");
    await chooseIssueType(pane, "Anything");
    await reads(outlook, "Fewer fields");
    expect(await pane.getByRole("textbox", { name: "Environment" }).inputValue()).toBe("Here");
  }));

it("Jira's complaint stands at the very field, which is shown and focused, and nothing is lost", () =>
  tellSignedIn({}, async ({ jira, outlook, pane }) => {
    await openForm(pane, "Anything");
    await pane.getByRole("button", { name: /\d+ more fields/ }).click();
    const box = pane.getByRole("combobox", { name: "Epic Link" });
    await box.fill("DEMO-2");
    await box.press("Enter");
    await pane.getByRole("button", { name: "Fewer fields" }).click();
    await pane.getByRole("button", { name: "Create issue" }).click();
    await reads(outlook, "gh.epic.error.not.found");
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    await box.fill("EVERY-1");
    await box.press("Enter");
    expect(jira.issue(await send(pane, "Create issue"))?.fields).toMatchObject({
      customfield_10230: "EVERY-1",
    });
  }));

describe.each(everyField.map((field) => [field.name, field] as const))("%s alone", (_, field) => {
  it("is filled in and found on the issue", () =>
    tellSignedIn({}, async ({ jira, pane }) => {
      await openForm(pane, "Anything");
      await pane.getByRole("button", { name: /\d+ more fields/ }).click();
      await createWith(pane, jira, [field]);
    }));
});

it.each([
  ["is the reporter, which is said", false, "ben"],
  ["is not where that is refused", true, "anna"],
])("the sender whom Jira knows %s", (_, refused, reporter) =>
  tellSignedIn({ page: { select: "5" } }, async ({ jira, outlook, pane }) => {
    await textOf(pane, "Description", "their mail is attached");
    await chooseProject(pane, "Demo project");
    await reads(outlook, "The mail’s sender.");
    expect(await pane.getByRole("combobox", { name: "Reporter" }).inputValue()).toBe("Ben Ito");
    if (refused) await pane.getByRole("button", { name: "Clear" }).click();
    expect(jira.issue(await send(pane, "Create issue"))?.fields).toMatchObject({
      creator: { name: "anna" },
      reporter: { name: reporter },
    });
  }),
);
