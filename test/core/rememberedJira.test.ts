import { JiraUnreachable } from "../../src/core/errors.ts";
import { rememberLists } from "../../src/core/rememberedJira.ts";
import { fakeJira, fakeKeptLists, field } from "./fakes.ts";

it("asks for each list once, and for each project and type of its own", async () => {
  const { jira, calls } = fakeJira();
  const remembering = rememberLists(jira, fakeKeptLists());
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
  const remembering = rememberLists(fake.jira, fakeKeptLists());
  fake.fault = () => new JiraUnreachable("network");
  await expect(remembering.projects()).rejects.toEqual(new JiraUnreachable("network"));
  fake.fault = () => undefined;
  await expect(remembering.projects()).resolves.toHaveLength(2);
});

it("forgets everything for somebody else, also where a late failure of the last one comes in", async () => {
  const fake = fakeJira();
  const remembering = rememberLists(fake.jira, fakeKeptLists());
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
  const remembering = rememberLists(fake.jira, fakeKeptLists());
  await remembering.searchIssues("a");
  await remembering.searchIssues("a");
  await remembering.createIssue({ fields: {}, update: {} });
  await remembering.createIssue({ fields: {}, update: {} });
  expect(fake.issues).toHaveLength(2);
  expect(fake.calls).toEqual(["searchIssues", "searchIssues", "createIssue", "createIssue"]);
});

describe("what an earlier pane was told", () => {
  async function earlier() {
    const kept = fakeKeptLists();
    const { jira } = fakeJira();
    const remembering = rememberLists(jira, kept);
    await remembering.projects();
    await remembering.recentProjects();
    await remembering.issueTypes("DEMO");
    const screen = await remembering.createScreen("DEMO", "3");
    return { kept, screen, projects: await jira.projects() };
  }

  it("is known before Jira is asked", async () => {
    const { kept, screen, projects } = await earlier();
    const { jira, calls } = fakeJira();
    const { known } = rememberLists(jira, kept);
    expect(known.projects()).toEqual(projects);
    expect(known.issueTypes("DEMO")?.length).toBeGreaterThan(0);
    expect(known.createScreen("DEMO", "3")).toEqual(screen);
    expect(known.createScreen("DEMO", "4")).toBeUndefined();
    expect(calls).toEqual([]);
  });

  it("is the very same value where Jira says the same again, and the new one where it does not", async () => {
    const { kept } = await earlier();
    const same = rememberLists(fakeJira().jira, kept);
    const before = same.known.createScreen("DEMO", "3");
    expect(await same.createScreen("DEMO", "3")).toBe(before);
    const changed = rememberLists(fakeJira({ fields: [field("summary", { name: "Heading" })] }).jira, kept);
    const stale = changed.known.createScreen("DEMO", "3");
    const fresh = await changed.createScreen("DEMO", "3");
    expect(fresh).not.toEqual(stale);
    expect(rememberLists(fakeJira().jira, kept).known.createScreen("DEMO", "3")).toEqual(fresh);
  });

  it("is nothing where it was damaged, or is of another version", async () => {
    const { kept } = await earlier();
    kept.write("projects ", [{ id: 7 }]);
    kept.write("screen DEMO 3", "cut of");
    const { known } = rememberLists(fakeJira().jira, kept);
    expect(known.projects()).toBeUndefined();
    expect(known.createScreen("DEMO", "3")).toBeUndefined();
  });

  it("is forgotten when somebody signs in or out", async () => {
    const { kept } = await earlier();
    rememberLists(fakeJira().jira, kept).forgetLists();
    expect(rememberLists(fakeJira().jira, kept).known.projects()).toBeUndefined();
  });
});
