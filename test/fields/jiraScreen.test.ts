import { jiraScreen } from "../../src/fields/jiraScreen.ts";

const place = { baseUrl: "https://jira.example.com/jira", projectId: "10000", issueTypeId: "3" };

function screen(fields: Readonly<Record<string, unknown>>) {
  const { url, hasDescription } = jiraScreen(place, { fields, update: {} });
  return { url, hasDescription, query: [...new URL(url).searchParams] };
}

it("is the screen of project and type, with what is known filled in as its own inputs write it", () => {
  const { url, query } = screen({
    project: { key: "DEMO" },
    issuetype: { id: "3" },
    summary: "Fire & smoke",
    priority: { id: "2" },
    components: [{ id: "10300" }, { id: "10301" }],
    assignee: { name: "fred" },
    labels: ["a", "b"],
    customfield_1: 12.5,
  });
  expect(url).toMatch(/^https:\/\/jira\.example\.com\/jira\/secure\/CreateIssueDetails!init\.jspa\?/);
  expect(query).toEqual([
    ["pid", "10000"],
    ["issuetype", "3"],
    ["summary", "Fire & smoke"],
    ["priority", "2"],
    ["components", "10300"],
    ["components", "10301"],
    ["assignee", "fred"],
    ["labels", "a"],
    ["labels", "b"],
    ["customfield_1", "12.5"],
  ]);
});

it("leaves out what the screen writes in another way", () => {
  const { query } = screen({ duedate: "2030-01-31", cascade: { id: "1", child: { id: "2" } }, none: null });
  expect(query.map(([name]) => name)).toEqual(["pid", "issuetype"]);
});

it("has the description as long as it fits into an address, and says whether it has", () => {
  expect(screen({ description: "Short" })).toMatchObject({ hasDescription: true });
  const long = screen({ summary: "S", description: "x".repeat(4000) });
  expect(long).toMatchObject({ hasDescription: false });
  expect(long.query.map(([name]) => name)).toEqual(["pid", "issuetype", "summary"]);
  expect(screen({ summary: "S" })).toMatchObject({ hasDescription: false });
  expect(screen({ summary: "é".repeat(3000) }).url.length).toBeLessThan(4000);
});
