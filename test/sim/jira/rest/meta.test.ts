import { accessToken, startJira, type Bench } from "../client.ts";

const benches: Bench[] = [];
async function start(createMeta: "new" | "old" | "both") {
  const jira = await startJira({ createMeta });
  benches.push(jira);
  return { jira, token: await accessToken(jira, "anna") };
}
afterAll(async () => {
  for (const jira of benches) await jira.close();
});

const oldPath = "/rest/api/2/issue/createmeta?projectKeys=OPS&expand=projects.issuetypes.fields";
const newPath = "/rest/api/2/issue/createmeta/OPS/issuetypes";

describe("create metadata", () => {
  it("of the new generation comes in pages of values", async () => {
    const { jira, token } = await start("new");
    const types = await jira.signed(token, "GET", newPath);
    expect(types.json).toMatchObject({
      maxResults: 50,
      startAt: 0,
      total: 2,
      isLast: true,
      values: [{ id: "10010", name: "Incident", subtask: false }, { name: "Change" }],
    });
    const fields = await jira.signed(token, "GET", `${newPath}/10010?maxResults=2`);
    expect(fields.json).toMatchObject({
      maxResults: 2,
      total: 10,
      isLast: false,
      values: [{ fieldId: "summary" }, {}],
    });
    const rest = await jira.signed(token, "GET", `${newPath}/10010?startAt=2`);
    const { values } = rest.json as { values: { fieldId: string }[] };
    expect(values).toHaveLength(8);
    expect(values.find(({ fieldId }) => fieldId === "customfield_10101")).toMatchObject({
      required: true,
      hasDefaultValue: false,
      schema: {
        type: "option",
        custom: "com.atlassian.jira.plugin.system.customfieldtypes:select",
        customId: 10101,
      },
      allowedValues: [{ id: "10201", value: "Extensive / Widespread" }, {}, {}, {}],
    });
    expect(values.find(({ fieldId }) => fieldId === "assignee")).toMatchObject({
      autoCompleteUrl: `${jira.base}/rest/api/latest/user/assignable/search?issueKey=null&username=`,
    });
  });

  it("of the old generation reads as an unknown issue key from Jira 9 on", async () => {
    const { jira, token } = await start("new");
    const gone = await jira.signed(token, "GET", oldPath);
    expect([gone.status, gone.json]).toEqual([404, { errorMessages: ["Issue Does Not Exist"], errors: {} }]);
  });

  it("of the old generation has everything in one answer, and the new paths are not there", async () => {
    const { jira, token } = await start("old");
    const all = await jira.signed(token, "GET", oldPath);
    expect(all.json).toMatchObject({
      projects: [
        { key: "OPS", issuetypes: [{ name: "Incident", fields: { summary: { required: true } } }, {}] },
      ],
    });
    const everywhere = await jira.signed(token, "GET", "/rest/api/2/issue/createmeta");
    const keys = (everywhere.json as { projects: { key: string }[] }).projects.map(({ key }) => key);
    expect(keys).toEqual(["DEMO", "OPS", "SUP", "EVERY"]);
    expect((await jira.signed(token, "GET", newPath)).status).toBe(404);
  });

  it("may exist in both generations", async () => {
    const { jira, token } = await start("both");
    expect((await jira.signed(token, "GET", oldPath)).status).toBe(200);
    expect((await jira.signed(token, "GET", newPath)).status).toBe(200);
  });

  it("is refused with 400 for a project that the user cannot create in", async () => {
    const { jira, token } = await start("new");
    expect((await jira.signed(token, "GET", newPath.replace("OPS", "HR"))).status).toBe(400);
    expect((await jira.call("GET", newPath)).status).toBe(400);
    expect((await jira.signed(token, "GET", `${newPath}/1`)).status).toBe(400);
  });
});
