import { createInstance } from "../../../sim/jira/instance.ts";
import { users } from "../../../sim/jira/data/seed.ts";
import { jqlDate } from "../../../sim/jira/jql/dates.ts";
import { searchIssues } from "../../../sim/jira/jql/search.ts";

const now = Date.UTC(2026, 2, 10, 12, 0);
const jira = createInstance({ scheme: "http", now: () => now });
const anna = users.find(({ name }) => name === "anna");
const keys = (jql: string) => searchIssues(jira, jql, anna).map(({ key }) => key);

describe("JQL", () => {
  it.each([
    ["key = DEMO-2", ["DEMO-2"]],
    ["issuekey in (demo-1, 'OPS-1') order by key asc", ["DEMO-1", "OPS-1"]],
    ["project = SUP AND creator = currentUser()", ["SUP-2"]],
    ["project in (OPS, SUP) and not reporter = anna order by key", ["OPS-1", "SUP-1"]],
    ['summary ~ "printer"', ["DEMO-1"]],
    ['summary ~ "print*" order by created desc', ["DEMO-3", "DEMO-1"]],
    ['summary ~ "\\"mail server\\"" order by key', ["OPS-1", "OPS-2"]],
    ['text ~ "pages"', ["DEMO-1"]],
    ['summary ~ "invoice\\\\:"', ["SUP-2"]],
    ['(project = DEMO OR project = OPS) AND created >= "-5d" ORDER BY key', ["OPS-1", "OPS-2"]],
    ["assignee = anna", ["DEMO-2"]],
    ["labels = purchase", ["DEMO-2"]],
    ["issuetype = Incident", ["OPS-1"]],
    ['issue in issuesWithRemoteLinksByGlobalId("nothing")', []],
    ["order by created desc", ["SUP-2", "SUP-1", "OPS-2", "OPS-1", "DEMO-3", "DEMO-2", "DEMO-1", "EVERY-1"]],
  ])("finds for %s", (jql, expected) => {
    expect(keys(jql)).toEqual(expected);
  });

  it.each([
    ["key = X-1", "An issue with key 'X-1' does not exist for field 'key'."],
    ["key = HR-1", "An issue with key 'HR-1' does not exist for field 'key'."],
    ["key = nonsense", "The issue key 'nonsense' for field 'key' is invalid."],
    ["project = NONE", "The value 'NONE' does not exist for the field 'project'."],
    ["nonsense = 1", "Field 'nonsense' does not exist or you do not have permission to view it."],
    ["summary = a", "The operator '=' is not supported by the 'summary' field."],
    ["created >= yesterday", "Date value 'yesterday' for field 'created' is invalid."],
    ['summary ~ "*a"', "is not allowed to start with '*'"],
    ['summary ~ "a["', "Unable to parse the text 'a['"],
    ['summary ~ ""', "does not support searching for an empty string"],
    ["summary ~ a[b", "is a reserved JQL character"],
    ['summary ~ "a', "has not been completed"],
    [String.raw`summary ~ "a\q"`, "is an illegal JQL escape sequence"],
    ["project = ", "before the end of the query"],
    ["project = and", "is a reserved JQL word"],
    ["project = DEMO foo", "Expecting 'AND', 'OR' or 'ORDER BY' but got 'foo'."],
    ["issue in someday()", "Unable to find JQL function 'someday()'"],
    ["project = DEMO order by nonsense", "Not able to sort using field 'nonsense'."],
  ])("refuses %s", (jql, message) => {
    expect(() => keys(jql)).toThrow(message);
  });

  it("reads a date in the user's own time zone, summer time included", () => {
    expect(jqlDate("2026-03-10 13:00", now, "Europe/Berlin")).toBe(now);
    expect(jqlDate("2026/03/10 12:00", now, "Etc/UTC")).toBe(now);
    expect(jqlDate("2026-07-01 00:00", now, "Europe/Berlin")).toBe(Date.UTC(2026, 5, 30, 22));
    expect(jqlDate("2026-07-01", now, "Asia/Tokyo")).toBe(Date.UTC(2026, 5, 30, 15));
    expect(jqlDate("-1h 30m", now, "Etc/UTC")).toBe(now - 90 * 60_000);
    expect(jqlDate("2026-03-10T12:00", now, "Etc/UTC")).toBeUndefined();
  });
});
