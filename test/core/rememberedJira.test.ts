import { JiraUnreachable } from "../../src/core/errors.ts";
import { rememberLists } from "../../src/core/rememberedJira.ts";
import { fakeJira } from "./fakes.ts";

it("asks for each list once, and for each project and type of its own", async () => {
  const { jira, calls } = fakeJira();
  const remembering = rememberLists(jira);
  for (let round = 0; round < 2; round++) {
    await Promise.all([remembering.projects(), remembering.projects(), remembering.myself()]);
    await remembering.issueTypes("DEMO");
    await remembering.issueTypes("SUP");
    await expect(remembering.createScreen("SUP", "4")).resolves.toMatchObject({
      projectKey: "SUP",
      issueTypeId: "4",
    });
  }
  expect([...calls].sort()).toEqual(["createScreen", "issueTypes", "issueTypes", "myself", "projects"]);
});

it("asks again after a failure", async () => {
  const fake = fakeJira();
  const remembering = rememberLists(fake.jira);
  fake.fault = () => new JiraUnreachable("network");
  await expect(remembering.projects()).rejects.toEqual(new JiraUnreachable("network"));
  fake.fault = () => undefined;
  await expect(remembering.projects()).resolves.toHaveLength(2);
});

it("forgets everything for somebody else, also where a late failure of the last one comes in", async () => {
  const fake = fakeJira();
  const remembering = rememberLists(fake.jira);
  fake.fault = () => new JiraUnreachable("network");
  const late = remembering.projects();
  remembering.forgetLists();
  fake.fault = () => undefined;
  const fresh = remembering.projects();
  await Promise.allSettled([late, fresh]);
  await remembering.projects();
  expect(fake.calls.filter((call) => call === "projects")).toHaveLength(2);
});

it("remembers nothing of searches, issues and writes", async () => {
  const fake = fakeJira();
  const remembering = rememberLists(fake.jira);
  await remembering.searchIssues("a");
  await remembering.searchIssues("a");
  await remembering.createIssue({ fields: {}, update: {} });
  await remembering.createIssue({ fields: {}, update: {} });
  expect(fake.issues).toHaveLength(2);
  expect(fake.calls).toEqual(["searchIssues", "searchIssues", "createIssue", "createIssue"]);
});
