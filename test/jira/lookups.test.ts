/** What fields search in, against the stand-in. */
import { startClient, type Client } from "./standIn.ts";

let jira: Client;
beforeAll(async () => void (jira = await startClient("anna")));
afterAll(() => jira.close());

const ids = (choices: readonly { readonly id: string }[]) => choices.map(({ id }) => id);

it("people are found by the beginning of their names, with name and mail address", async () => {
  expect(await jira.jira.people("Ben")).toEqual([
    { id: "ben", label: "Ben Ito", detail: "ben.ito@acme.example" },
  ]);
  expect(await jira.jira.people("")).toEqual([]);
  expect(await jira.jira.people("nobody")).toEqual([]);
});

it("those who may be assigned are those of the project", async () => {
  expect(ids(await jira.jira.assignable("DEMO", ""))).toEqual(["admin", "anna", "ben", "carla"]);
});

it("groups are found by a part of their names", async () => {
  expect(ids(await jira.jira.groups("support"))).toEqual(["support-team"]);
});

it("labels are those in use, of the field that asks", async () => {
  expect(ids(await jira.jira.labels("labels", "pr"))).toEqual(["printer"]);
  expect(await jira.jira.labels("customfield_10218", "pr")).toEqual([]);
});

it("issues are found by words, in a project or in all, the latest change first", async () => {
  expect(ids(await jira.jira.issuesOf("DEMO", "toner"))).toEqual(["DEMO-2"]);
  expect(ids(await jira.jira.issuesOf("OPS", "toner"))).toEqual([]);
  expect(ids(await jira.jira.issuesOf(undefined, "certificate"))).toEqual(["OPS-2"]);
  expect(ids(await jira.jira.issuesOf(undefined, ""))).toContain("DEMO-1");
});

it("epics are issues of that type", async () => {
  expect(ids(await jira.jira.epics(""))).toEqual(["EVERY-1"]);
  expect(ids(await jira.jira.epics("burn"))).toEqual(["EVERY-1"]);
  expect(ids(await jira.jira.epics("toner"))).toEqual([]);
});

it("sprints are the open ones of the project's boards; a board without sprints has none", async () => {
  expect(await jira.jira.sprints("EVERY", "")).toEqual([
    { id: "42", label: "Sprint 42", detail: "active" },
    { id: "43", label: "Sprint 43", detail: "future" },
  ]);
  expect(ids(await jira.jira.sprints("EVERY", "43"))).toEqual(["43"]);
  expect(await jira.jira.sprints("DEMO", "")).toEqual([]);
});

it("links have both their ways, unless these read alike", async () => {
  expect(await jira.jira.linkTypes()).toEqual([
    { id: "Blocks outward", label: "blocks" },
    { id: "Blocks inward", label: "is blocked by" },
    { id: "Relates outward", label: "relates to" },
  ]);
});
