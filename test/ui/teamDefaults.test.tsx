import { screen, waitFor, within } from "@testing-library/react";
import { noTeamDefaults, type TeamDefaults } from "../../src/core/teamDefaults.ts";
import { field, plainFields } from "../core/fakes.ts";
import { box, button, readyButton, renderPane } from "./renderPane.tsx";

const values = [
  { id: "1", label: "Large" },
  { id: "2", label: "Small" },
];
const impact = field("impact", { name: "Impact", type: "option", allowedValues: values });
const source = field("source", { name: "Source", type: "option", allowedValues: values });
const room = field("room", { name: "Room", required: true });
const fields = [...plainFields, impact, source, room];
const defaultsOf = (type: Partial<TeamDefaults["types"][string]>): TeamDefaults => ({
  ...noTeamDefaults,
  types: { "3": { fields: {}, summary: undefined, description: undefined, ...type } },
});
const combobox = (name: string) => screen.findByRole<HTMLSelectElement>("combobox", { name });

describe("what a team has settled", () => {
  it("is suggested, fixed or hidden, and says so; what Jira needs is never hidden", async () => {
    const teamDefaults = defaultsOf({
      fields: {
        impact: { as: "suggested", value: "2" },
        source: { as: "fixed", value: "1" },
        room: { as: "hidden" },
        priority: { as: "hidden" },
      },
    });
    const { user, jira } = renderPane({ jira: { fields, teamDefaults } });
    await screen.findByText(/Suggested by the team/);
    await screen.findByText("Set by the team.");
    expect((await combobox("Source")).value).toBe("1");
    expect((await combobox("Source")).matches(":disabled")).toBe(true);
    expect(screen.queryByRole("combobox", { name: "Priority" })).toBeNull();
    await user.selectOptions(await combobox("Impact"), "1");
    await user.type(await box("Room"), "7");
    await user.click(await readyButton("Create issue"));
    await screen.findByRole("link", { name: /-1$/ });
    expect(jira.issues[0]?.fields).toMatchObject({ impact: { id: "1" }, source: { id: "1" }, room: "7" });
  });

  it("gives summary and description their form, until the user writes something else", async () => {
    const teamDefaults = defaultsOf({ summary: "[Mail] {subject}", description: "h3. Mail\n{text}" });
    const { user, jira } = renderPane({ jira: { teamDefaults } });
    await waitFor(async () => expect((await box("Summary")).value).toBe("[Mail] Printer on fire"));
    await waitFor(async () => expect((await box("Description")).value).toMatch(/^h3\. Mail\n.*Ada/));
    await user.clear(await box("Summary"));
    await user.type(await box("Summary"), "Mine");
    await user.type(await box("Description"), " And mine");
    await user.click(await readyButton("Create issue"));
    await screen.findByRole("link", { name: /-1$/ });
    expect(jira.issues[0]?.fields["summary"]).toBe("Mine");
    expect(jira.issues[0]?.fields["description"]).toMatch(/^h3\. Mail\n[^]* And mine$/);
  });

  it("does not stand in the way where Jira does not tell it", async () => {
    const { user, jira } = renderPane({ jira: { fields: plainFields } });
    jira.fault = (call) => (call === "teamDefaults" ? new Promise<undefined>(() => undefined) : undefined);
    await user.click(await readyButton("Create issue"));
    await screen.findByRole("link", { name: /-1$/ });
  });
});

describe("settling it", () => {
  it("takes what the form has now, and the next form has it", async () => {
    const { user, jira, ports } = renderPane({ jira: { fields, mayEditProject: true } });
    await user.type(await box("Room"), "12");
    await user.click(await button("Team defaults"));
    const team = within(await screen.findByRole("region", { name: "Team defaults" }));
    await user.selectOptions(await team.findByRole("combobox", { name: "Room" }), "fixed");
    await user.selectOptions(team.getByRole("combobox", { name: "Impact" }), "hidden");
    await user.type(team.getByRole("textbox", { name: "Summary" }), "{{subject}{Enter}");
    await user.click(team.getByRole("checkbox", { name: "New issues here start as Task" }));
    await user.click(team.getByRole("button", { name: "Save for the team" }));
    await screen.findByText("Set by the team.");
    expect(jira.issues).toHaveLength(0); // Enter in the template sends nothing
    expect(screen.queryByRole("combobox", { name: "Impact" })).toBeNull();
    expect(await ports.jira.teamDefaults("DEMO")).toEqual({
      issueTypeId: "3",
      types: {
        "3": {
          fields: { room: { as: "fixed", value: "12" }, impact: { as: "hidden" } },
          summary: "{subject}",
          description: undefined,
        },
      },
    });
    await user.click(await button("Team defaults"));
    await user.click(await button("Remove"));
    await waitFor(() => expect(screen.queryByText("Set by the team.")).toBeNull());
    expect(await ports.jira.teamDefaults("DEMO")).toEqual(noTeamDefaults);
  });

  it("is for those who may edit the project", async () => {
    const { user } = renderPane();
    await user.click(await button("Team defaults"));
    await screen.findByText(/Only those who may edit the project/);
    await user.click(await button("Close"));
    await button("Team defaults");
  });

  it("keeps what was entered when Jira refuses", async () => {
    const { user, jira } = renderPane({ jira: { mayEditProject: true } });
    await user.click(await button("Team defaults"));
    const team = within(await screen.findByRole("region", { name: "Team defaults" }));
    const summary = await team.findByRole<HTMLInputElement>("textbox", { name: "Summary" });
    await user.type(summary, "{{/(/}");
    await team.findByText(/is not a regular expression/);
    await user.clear(summary);
    await user.type(summary, "Mail: {{subject}");
    const { JiraUnreachable } = await import("../../src/core/errors.ts");
    jira.fault = (call) => (call === "setTeamDefaults" ? new JiraUnreachable("network") : undefined);
    await user.click(team.getByRole("button", { name: "Save for the team" }));
    await team.findByText(/Jira/, { selector: "[class*=Title]" });
    expect(summary.value).toBe("Mail: {subject}");
  });
});
