import { chooseIssueType, chooseProject, openOutlook, openPane, send } from "../../../sim/browser/pane.ts";
import { select, tellSignedIn, textOf } from "../story.ts";

it("a project's lead settles what its issues start with, and the next mail starts so", () =>
  tellSignedIn({}, async ({ jira, outlook, pane }) => {
    await chooseProject(pane, "Demo project");
    await chooseIssueType(pane, "Bug");
    await pane.getByRole("combobox", { name: "Priority" }).selectOption({ label: "High" });
    await pane.getByRole("button", { name: "Team defaults" }).click();
    const team = pane.getByRole("region", { name: "Team defaults" });
    await team.getByRole("combobox", { name: "Priority" }).selectOption("fixed");
    await team.getByRole("combobox", { name: "Labels" }).selectOption("hidden");
    await team.getByRole("textbox", { name: "Summary" }).fill("[Mail] {subject}");
    await team.getByRole("textbox", { name: "Description" }).fill("h3. From {sender}\n{text}");
    await team.getByRole("button", { name: "Save for the team" }).click();
    await pane.getByText("Set by the team.").waitFor();

    await select(outlook, 2);
    await chooseProject(pane, "Demo project");
    await chooseIssueType(pane, "Bug");
    await pane.getByText("Set by the team.").waitFor();
    expect(await pane.getByRole("combobox", { name: "Priority" }).isDisabled()).toBe(true);
    expect(await pane.getByRole("combobox", { name: "Labels" }).count()).toBe(0);
    await textOf(pane, "Description", "h3. From ");
    const key = await send(pane, "Create issue");
    const issue = jira.issue(key);
    expect(issue?.fields).toMatchObject({ priority: { name: "High" } });
    expect(issue?.fields["summary"]).toMatch(/^\[Mail\] /);
    expect(issue?.fields["description"]).toMatch(/^h3\. From /);
  }));

it("a mail of the same sender starts as the last one ended, says why, and can be told otherwise", () =>
  tellSignedIn({}, async ({ bench, jira, outlook, pane }) => {
    await textOf(pane, "Description", "printer");
    await chooseProject(pane, "IT operations");
    await chooseIssueType(pane, "Incident");
    await pane.getByRole("combobox", { name: "Impact" }).selectOption({ label: "Significant / Large" });
    await send(pane, "Create issue");

    // In a pane of its own: it was kept on the device.
    const again = await openOutlook(outlook.context(), bench.outlookUrl({ select: "1" }));
    const second = await openPane(again);
    await second
      .getByText(/^As for the last mail from /)
      .first()
      .waitFor();
    const impact = second.getByRole("combobox", { name: "Impact" });
    expect(await impact.evaluate((list: HTMLSelectElement) => list.selectedOptions[0]?.text)).toBe(
      "Significant / Large",
    );
    await impact.selectOption({ label: "Minor / Localized" });
    await textOf(second, "Description", "printer");
    const key = await send(second, "Create issue");
    expect(jira.issue(key)?.projectKey).toBe("OPS");
    expect(jira.issue(key)?.fields).toMatchObject({ customfield_10101: { value: "Minor / Localized" } });
  }));
