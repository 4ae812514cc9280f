import { createJira } from "../../src/jira/jira.ts";
import { against, refused, type Asked, type Reply } from "./answering.ts";

const clock = () => Date.parse("2024-03-05T09:00:00Z");
const project = {
  id: "10000",
  key: "DEMO",
  name: "Demo",
  projectTypeKey: "software",
  self: "http://jira.internal/",
};
const desk = { ...project, id: "10001", key: "HELP", projectTypeKey: "service_desk" };

function jiraThat(
  reply: (asked: Asked) => Reply,
  run: (jira: ReturnType<typeof createJira>, asked: readonly Asked[]) => Promise<void>,
) {
  return against(reply, ({ fetch, asked }) => run(createJira(fetch, clock), asked));
}

describe("who and where", () => {
  it("reads the signed-in user", async () => {
    const user = {
      self: "x",
      key: "JIRAUSER10100",
      name: "ann",
      displayName: "Ann",
      emailAddress: "ann@example.com",
    };
    await jiraThat(
      () => ({ json: { ...user, active: true, groups: { size: 3, items: [] } } }),
      async (jira) => {
        const { key, name, displayName, emailAddress } = user;
        expect(await jira.myself()).toEqual({ key, name, displayName, emailAddress });
      },
    );
  });

  it("reads projects, and knows a service desk", async () => {
    await jiraThat(
      () => ({ json: [project, desk, { ...project, projectTypeKey: undefined }] }),
      async (jira, asked) => {
        expect((await jira.projects()).map(({ key, serviceDesk }) => [key, serviceDesk])).toEqual([
          ["DEMO", false],
          ["HELP", true],
          ["DEMO", false],
        ]);
        await jira.recentProjects();
        expect(asked.map(({ query }) => query)).toEqual([{}, { recent: "20" }]);
      },
    );
  });
});

describe("creating", () => {
  it("sends the fields, puts the project among the recent ones, and returns id and key", async () => {
    await jiraThat(
      () => ({ status: 201, json: { id: "10010", key: "DEMO-7", self: "http://jira.internal/10010" } }),
      async (jira, asked) => {
        const fields = { project: { key: "DEMO" }, issuetype: { id: "10002" }, summary: "Printer on fire" };
        expect(await jira.createIssue({ fields, update: {} })).toEqual({ id: "10010", key: "DEMO-7" });
        expect(asked[0]).toMatchObject({ method: "POST", path: "/issue", query: { updateHistory: "true" } });
        expect(JSON.parse(String(asked[0]?.body))).toEqual({ fields });
      },
    );
  });

  it.each([
    [true, { body: "*Hello*", properties: [{ key: "sd.public.comment", value: { internal: true } }] }],
    [false, { body: "*Hello*", properties: [{ key: "sd.public.comment", value: { internal: false } }] }],
    [undefined, { body: "*Hello*" }],
  ])("sends a comment with internal %s", async (internal, body) => {
    await jiraThat(
      () => ({ status: 201, json: { id: "20000", body: "*Hello*" } }),
      async (jira, asked) => {
        expect(await jira.addComment("DEMO-7", "*Hello*", internal)).toEqual({ id: "20000" });
        expect(asked[0]).toMatchObject({ method: "POST", path: "/issue/DEMO-7/comment" });
        expect(JSON.parse(String(asked[0]?.body))).toEqual(body);
      },
    );
  });
});

describe("finding an issue", () => {
  const found = {
    id: "10010",
    key: "HELP-2",
    fields: {
      summary: "Printer",
      status: { name: "Open" },
      project: desk,
      attachment: [{ id: "1", filename: "a.pdf", size: 3 }],
    },
  };
  const listed = (key: string) => ({
    id: "1",
    key,
    fields: { summary: `About ${key}`, status: { name: "Open" } },
  });

  it("reads one by its key, with the key it has now", async () => {
    await jiraThat(
      () => ({ json: found }),
      async (jira, asked) => {
        expect(await jira.issue("DEMO-7")).toEqual({
          id: "10010",
          key: "HELP-2",
          summary: "Printer",
          status: "Open",
          serviceDesk: true,
          files: [{ name: "a.pdf", size: 3 }],
        });
        expect(asked[0]).toMatchObject({
          path: "/issue/DEMO-7",
          query: { fields: "summary,status,project,attachment" },
        });
      },
    );
  });

  it("lists the issues that the user looked at lately, as text", async () => {
    const issue = {
      key: "DEMO-7",
      keyHtml: "<b>DEMO</b>-7",
      summary: "a &lt; <b>b</b>",
      summaryText: "a < b",
    };
    const sections = [
      { id: "hs", label: "History Search", issues: [issue] },
      { id: "cs", label: "Current Search", issues: [{ ...issue, key: "DEMO-8" }] },
    ];
    await jiraThat(
      () => ({ json: { sections } }),
      async (jira, asked) => {
        expect(await jira.recentIssues()).toEqual([{ key: "DEMO-7", summary: "a < b" }]);
        expect(asked[0]).toMatchObject({ path: "/issue/picker", query: { query: "" } });
      },
    );
  });

  it("has no recent issues where Jira lists none", async () => {
    await jiraThat(
      () => ({ json: { sections: [{ id: "hs", label: "History Search", msg: "No issues" }] } }),
      async (jira) => expect(await jira.recentIssues()).toEqual([]),
    );
  });

  it("searches by words, by a GET, latest first", async () => {
    await jiraThat(
      () => ({ json: { startAt: 0, maxResults: 20, total: 1, issues: [listed("DEMO-1")] } }),
      async (jira, asked) => {
        expect(await jira.searchIssues(" printer (2nd floor) ")).toEqual([
          { key: "DEMO-1", summary: "About DEMO-1" },
        ]);
        expect(asked).toHaveLength(1);
        expect(asked[0]).toMatchObject({ method: "GET", path: "/search" });
        expect(asked[0]?.query).toEqual({
          jql: String.raw`text ~ "printer \\(2nd floor\\)" ORDER BY updated DESC`,
          fields: "summary,status",
          maxResults: "20",
        });
      },
    );
  });

  it("searches by a POST where the text is too long for an address", async () => {
    const text = "ü".repeat(400);
    await jiraThat(
      () => ({ json: { issues: [] } }),
      async (jira, asked) => {
        await jira.searchIssues(text);
        expect(asked[0]).toMatchObject({ method: "POST", path: "/search", query: {} });
        expect(JSON.parse(String(asked[0]?.body))).toEqual({
          jql: `text ~ "${text}" ORDER BY updated DESC`,
          fields: ["summary", "status"],
          maxResults: 20,
        });
      },
    );
  });

  it("asks nothing for an empty text", async () => {
    await jiraThat(
      () => ({ json: {} }),
      async (jira, asked) => {
        expect(await jira.searchIssues("  ")).toEqual([]);
        expect(asked).toHaveLength(0);
      },
    );
  });

  it("puts the issue whose key was typed first, and lists it once", async () => {
    await jiraThat(
      ({ path }) =>
        path === "/search" ? { json: { issues: [listed("DEMO-1"), listed("HELP-2")] } } : { json: found },
      async (jira, asked) => {
        expect((await jira.searchIssues("help-2")).map(({ key }) => key)).toEqual(["HELP-2", "DEMO-1"]);
        expect(asked.map(({ path }) => path).sort()).toEqual(["/issue/HELP-2", "/search"]);
      },
    );
  });

  it("finds by words what looks like a key and is none", async () => {
    await jiraThat(
      ({ path }) =>
        path === "/search" ? { json: { issues: [listed("DEMO-1")] } } : refused(404, "Issue Does Not Exist"),
      async (jira) => expect((await jira.searchIssues("ISO-9001")).map(({ key }) => key)).toEqual(["DEMO-1"]),
    );
  });
});
