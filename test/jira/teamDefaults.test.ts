import { JiraRejected } from "../../src/core/errors.ts";
import { noTeamDefaults, type TeamDefaults } from "../../src/core/teamDefaults.ts";
import { startClient, type Client } from "./standIn.ts";

let anna: Client;
beforeAll(async () => (anna = await startClient("anna")));
afterAll(() => anna.close());

const settled: TeamDefaults = {
  issueTypeId: "10002",
  types: {
    "10002": {
      fields: { priority: { as: "fixed", value: "2" }, duedate: { as: "hidden" } },
      summary: "[Mail] {subject}",
      description: undefined,
    },
  },
};

it("whoever may edit the project settles its defaults, and reads them again", async () => {
  expect(await anna.jira.teamDefaults("DEMO")).toEqual(noTeamDefaults);
  expect(await anna.jira.mayEditProject("DEMO")).toBe(true);
  await anna.jira.setTeamDefaults("DEMO", settled);
  expect(await anna.jira.teamDefaults("DEMO")).toEqual(settled);
  await anna.jira.setTeamDefaults("DEMO", noTeamDefaults);
  expect(await anna.jira.teamDefaults("DEMO")).toEqual(noTeamDefaults);
});

it("nobody else does", async () => {
  expect(await anna.jira.mayEditProject("OPS")).toBe(false);
  await expect(anna.jira.setTeamDefaults("OPS", settled)).rejects.toThrow(JiraRejected);
});

it("what somebody else wrote there is told, and not taken", async () => {
  anna.control.setProjectProperty("SUP", "inlink.defaults", {
    types: { "1": { fields: { a: { as: "magic" } } } },
  });
  await expect(anna.jira.teamDefaults("SUP")).rejects.toMatchObject({ code: "jira-unexpected" });
});
