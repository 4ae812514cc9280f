import { accessToken, startJira, type Bench } from "../client.ts";

let jira: Bench;
let anna: string;
beforeAll(async () => {
  jira = await startJira();
  anna = await accessToken(jira, "anna");
});
afterAll(() => jira.close());

const bug = { project: { key: "DEMO" }, issuetype: { name: "Bug" }, summary: "Printer on fire" };
const incident = { project: { key: "OPS" }, issuetype: { id: "10010" }, summary: "Down" };

const create = (fields: unknown, query = "") =>
  jira.signed(anna, "POST", `/rest/api/2/issue${query}`, { fields });
async function errors(fields: unknown) {
  const { status, json } = await create(fields);
  return { status, ...(json as { errorMessages: string[]; errors: Record<string, string> }) };
}

describe("creating an issue", () => {
  it("answers 201 with id, key and address, and stores what was sent", async () => {
    const answer = await create({
      ...bug,
      description: "*Hot*",
      priority: { id: "1" },
      labels: ["fire"],
      components: [{ name: "Backend" }],
      duedate: "2030-02-28",
      assignee: { name: "ben" },
      customfield_10100: "A 1",
    });
    expect(answer.status).toBe(201);
    const { id, key, self } = answer.json as Record<"id" | "key" | "self", string>;
    expect(self).toBe(`${jira.base}/rest/api/2/issue/${id}`);
    expect(jira.control.issue(key)).toMatchObject({
      projectKey: "DEMO",
      issueType: "Bug",
      creator: "anna",
      fields: {
        summary: "Printer on fire",
        description: "*Hot*",
        priority: { name: "Highest" },
        components: [{ id: "10300" }],
        assignee: { name: "ben" },
        reporter: { name: "anna" },
        customfield_10100: "A 1",
      },
    });
  });

  it.each([
    ["no summary", { ...bug, summary: undefined }, { summary: "You must specify a summary of the issue." }],
    ["a blank summary", { ...bug, summary: " " }, { summary: "You must specify a summary of the issue." }],
    [
      "a summary of two lines",
      { ...bug, summary: "a\nb" },
      { summary: "The summary is invalid because it contains newline characters." },
    ],
    [
      "a summary of 256 characters",
      { ...bug, summary: "x".repeat(256) },
      { summary: "Summary must be less than 255 characters." },
    ],
    [
      "a description that is too long",
      { ...bug, description: "x".repeat(32_768) },
      { description: "The entered text is too long. It exceeds the allowed limit of 32,767 characters." },
    ],
    [
      "a description in another format",
      { ...bug, description: {} },
      { description: "Operation value must be a string" },
    ],
    ["no project", { ...bug, project: undefined }, { project: "project is required" }],
    [
      "a project that is out of sight",
      { ...bug, project: { key: "HR" } },
      { project: "valid project is required" },
    ],
    ["no type", { ...bug, issuetype: undefined }, { issuetype: "issue type is required" }],
    [
      "a type of another project",
      { ...bug, issuetype: { name: "Change" } },
      { issuetype: "valid issue type is required" },
    ],
    [
      "a field that is not on the screen, and one that is none",
      { ...bug, customfield_10101: { id: "10201" }, nonsense: 1 },
      {
        customfield_10101:
          "Field 'customfield_10101' cannot be set. It is not on the appropriate screen, or unknown.",
        nonsense: "Field 'nonsense' cannot be set. It is not on the appropriate screen, or unknown.",
      },
    ],
    ["a required option left out", incident, { customfield_10101: "Impact is required." }],
    [
      "an option that does not exist",
      { ...incident, customfield_10101: { id: "1" } },
      { customfield_10101: "Option id '1' is not valid" },
    ],
    [
      "a number sent as text",
      { ...incident, customfield_10101: { id: "10201" }, customfield_10102: "4" },
      { customfield_10102: "Operation value must be a number" },
    ],
    [
      "a required date left out",
      { ...incident, issuetype: { name: "Change" } },
      { duedate: "Due Date is required." },
    ],
    [
      "a day that does not exist",
      { ...bug, duedate: "2030-02-30" },
      { duedate: "Error parsing date string: 2030-02-30" },
    ],
    [
      "a label with a space",
      { ...bug, labels: ["a b"] },
      { labels: "The label 'a b' contains spaces which is invalid." },
    ],
    ["an unknown priority", { ...bug, priority: { id: "9" } }, { priority: "Priority id '9' is not valid" }],
    [
      "an unknown component",
      { ...bug, components: [{ id: "1" }] },
      { components: "Component id '1' is not valid" },
    ],
    ["an unknown person", { ...bug, assignee: { name: "zoe" } }, { assignee: "User 'zoe' does not exist." }],
    [
      "a sub-task without parent",
      { ...bug, issuetype: { name: "Sub-task" } },
      { issuetype: "Issue type is a sub-task but parent issue key or id not specified." },
    ],
    [
      "a sub-task of an unknown parent",
      { ...bug, issuetype: { name: "Sub-task" }, parent: { key: "DEMO-999" } },
      { parent: "Could not find issue by id or key." },
    ],
  ])("refuses %s in Jira's words", async (_what, fields, expected) => {
    expect(await errors(fields)).toEqual({ status: 400, errorMessages: [], errors: expected });
  });

  it("takes a summary of 255 characters and a description of 32,767", async () => {
    const { status } = await create({ ...bug, summary: "x".repeat(255), description: "y".repeat(32_767) });
    expect(status).toBe(201);
  });

  it("makes a sub-task of a parent", async () => {
    const { json } = await create({ ...bug, issuetype: { name: "Sub-task" }, parent: { key: "DEMO-1" } });
    const { key } = json as { key: string };
    expect(jira.control.issue(key)?.fields["parent"]).toMatchObject({ key: "DEMO-1" });
  });

  it("is for JSON objects and for people who are logged in", async () => {
    const headers = { "Content-Type": "application/json" };
    const anonymous = await jira.call("POST", "/rest/api/2/issue", { headers, body: "{}" });
    expect(anonymous.status).toBe(401);
    expect((await jira.call("POST", "/rest/api/2/issue", { headers, body: "{" })).status).toBe(400);
    expect((await jira.call("POST", "/rest/api/2/issue", { headers, body: "[]" })).status).toBe(400);
  });

  it("remembers the project as recent only with updateHistory", async () => {
    const recent = async () =>
      ((await jira.signed(anna, "GET", "/rest/api/2/project?recent=3")).json as { key: string }[]).map(
        ({ key }) => key,
      );
    await create(bug);
    expect(await recent()).toEqual([]);
    await create(bug, "?updateHistory=true");
    await create({ ...incident, customfield_10101: { value: "Minor / Localized" } }, "?updateHistory=true");
    expect(await recent()).toEqual(["OPS", "DEMO"]);
  });

  it("keeps issue properties", async () => {
    const body = { fields: bug, properties: [{ key: "mail", value: { id: 1 } }] };
    const { json } = await jira.signed(anna, "POST", "/rest/api/2/issue", body);
    expect(jira.control.issue((json as { key: string }).key)?.properties).toEqual({ mail: { id: 1 } });
  });
});
