import { createScreens } from "../../src/jira/createScreen.ts";
import { against, refused, type Asked, type Reply } from "./answering.ts";

const types = [
  { id: "10002", name: "Task", subtask: false, self: "http://jira.internal/rest/api/2/issuetype/10002" },
  { id: "10003", name: "Sub-task", subtask: true },
];
const summary = {
  required: true,
  hasDefaultValue: false,
  name: "Summary",
  operations: ["set"],
  schema: { type: "string", system: "summary" },
};
const priority = {
  required: false,
  hasDefaultValue: true,
  name: "Priority",
  operations: ["set"],
  schema: { type: "priority", system: "priority" },
  allowedValues: [{ id: "3", name: "Medium", iconUrl: "http://jira.internal/medium.svg" }],
};
const readSummary = {
  id: "summary",
  name: "Summary",
  required: true,
  hasDefault: false,
  schema: { type: "string", items: undefined, system: "summary", custom: undefined },
  allowedValues: undefined,
};
const readPriority = {
  id: "priority",
  name: "Priority",
  required: false,
  hasDefault: true,
  schema: { type: "priority", items: undefined, system: "priority", custom: undefined },
  allowedValues: [{ id: "3", label: "Medium" }],
};
const readTypes = [
  { id: "10002", name: "Task", subtask: false },
  { id: "10003", name: "Sub-task", subtask: true },
];

const typesPath = "/issue/createmeta/DEMO/issuetypes";
const fieldsPath = `${typesPath}/10002`;
const absent = refused(404, "Issue Does Not Exist");

/** Data Center 9 and later: a list in `values`, cut into pages of two. */
function paged({ path, query }: Asked): Reply {
  const all =
    path === typesPath
      ? types
      : path === fieldsPath
        ? [
            { fieldId: "summary", ...summary },
            { fieldId: "priority", ...priority },
            { fieldId: "duedate", ...summary },
          ]
        : undefined;
  if (!all) return absent;
  const startAt = Number(query["startAt"]);
  const values = all.slice(startAt, startAt + 2);
  return { json: { maxResults: 2, startAt, total: all.length, isLast: startAt + 2 >= all.length, values } };
}

/** Up to 8.3: all in one answer, the fields as a map. */
function whole({ path, query }: Asked): Reply {
  if (path !== "/issue/createmeta") return { status: 404, text: "<html>404</html>" };
  if (query["projectKeys"] !== "DEMO") return { json: { expand: "projects", projects: [] } };
  const fields = query["expand"] === "projects.issuetypes.fields" ? { fields: { summary, priority } } : {};
  const issuetypes = types.map((type) => ({ ...type, ...fields }));
  return { json: { expand: "projects", projects: [{ id: "10000", key: "DEMO", name: "Demo", issuetypes }] } };
}

function screenOf(reply: (asked: Asked) => Reply) {
  return against(reply, ({ fetch }) => createScreens(fetch).createScreen("DEMO", "10002"));
}
function onePage(values: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) {
  return () => ({ json: { isLast: true, total: values.length, values, ...more } });
}

describe("a Jira that pages its create metadata", () => {
  it("gives issue types and every page of the fields, in order", async () => {
    await against(paged, async ({ fetch, asked }) => {
      const screens = createScreens(fetch);
      expect(await screens.issueTypes("DEMO")).toEqual(readTypes);
      expect(await screens.createScreen("DEMO", "10002")).toEqual({
        projectKey: "DEMO",
        issueTypeId: "10002",
        fields: [readSummary, readPriority, { ...readSummary, id: "duedate" }],
      });
      expect(asked.map(({ path, query }) => [path, query["startAt"]])).toEqual([
        [typesPath, "0"],
        [fieldsPath, "0"],
        [fieldsPath, "2"],
      ]);
    });
  });

  it("may name its lists and ids as Cloud does", async () => {
    const cloud = ({ path }: Asked): Reply =>
      path === typesPath
        ? { json: { startAt: 0, total: 2, issueTypes: types } }
        : { json: { startAt: 0, total: 1, fields: [{ key: "summary", ...summary }] } };
    await against(cloud, async ({ fetch }) => {
      const screens = createScreens(fetch);
      expect(await screens.issueTypes("DEMO")).toEqual(readTypes);
      expect((await screens.createScreen("DEMO", "10002")).fields).toEqual([readSummary]);
    });
  });

  it.each([
    ["never says it is the last", { isLast: false, total: 2 }, 2],
    ["claims more than there is", { isLast: true, total: 7 }, 2],
    ["says neither", {}, 2],
    ["says only the last", { isLast: true }, 1],
  ])("ends where the page %s", async (_, says, requests) => {
    const lying = ({ query }: Asked): Reply => ({
      json: { ...says, values: query["startAt"] === "0" ? types : [] },
    });
    await against(lying, async ({ fetch, asked }) => {
      expect(await createScreens(fetch).issueTypes("DEMO")).toEqual(readTypes);
      expect(asked).toHaveLength(requests);
    });
  });

  it("ends where every page is the first one again", async () => {
    await against(onePage(types, { isLast: false, total: 99 }), async ({ fetch, asked }) => {
      expect(await createScreens(fetch).issueTypes("DEMO")).toEqual(readTypes);
      expect(asked).toHaveLength(2);
    });
  });

  it("goes on where the first page calls itself the last and the total says otherwise", async () => {
    const lying = ({ query }: Asked): Reply => ({
      json: { isLast: true, total: 2, values: types.slice(Number(query["startAt"])).slice(0, 1) },
    });
    const read = await against(lying, ({ fetch }) => createScreens(fetch).issueTypes("DEMO"));
    expect(read).toEqual(readTypes);
  });

  it("gives up where new entries never end", async () => {
    const endless = ({ query }: Asked): Reply => ({
      json: { isLast: false, values: [{ id: query["startAt"], name: "Task", subtask: false }] },
    });
    const reading = against(endless, ({ fetch }) => createScreens(fetch).issueTypes("DEMO"));
    await expect(reading).rejects.toMatchObject({ code: "jira-unexpected" });
  });

  it("has no issue types for whoever may not create in the project, and does not ask the old way", async () => {
    await against(
      () => refused(400, "No project could be found with key 'DEMO'."),
      async ({ fetch, asked }) => {
        expect(await createScreens(fetch).issueTypes("DEMO")).toEqual([]);
        expect(asked).toHaveLength(1);
      },
    );
  });

  it("says so where the create screen itself is refused", async () => {
    const reading = screenOf(() => refused(400, "Issue type not found"));
    await expect(reading).rejects.toMatchObject({ code: "jira-rejected", status: 400 });
  });

  it("encodes what goes into the path", async () => {
    await against(paged, async ({ fetch, asked }) => {
      await expect(createScreens(fetch).createScreen("A/B", "1?2")).rejects.toMatchObject({ status: 404 });
      expect(asked[0]?.path).toBe("/issue/createmeta/A%2FB/issuetypes/1%3F2");
    });
  });
});

describe("a Jira before 8.4", () => {
  it("gives all at once, with the fields' ids as names", async () => {
    await against(whole, async ({ fetch }) => {
      const screens = createScreens(fetch);
      expect(await screens.issueTypes("DEMO")).toEqual(readTypes);
      expect((await screens.createScreen("DEMO", "10002")).fields).toEqual([readSummary, readPriority]);
    });
  });

  it.each([404, 405])("is known by a %i, and asked the new way only once", async (status) => {
    const old = (asked: Asked): Reply =>
      asked.path === "/issue/createmeta" ? whole(asked) : { status, text: "<html></html>" };
    await against(old, async ({ fetch, asked }) => {
      const screens = createScreens(fetch);
      await screens.issueTypes("DEMO");
      await screens.issueTypes("DEMO");
      expect(asked.map(({ path }) => path)).toEqual([typesPath, "/issue/createmeta", "/issue/createmeta"]);
    });
  });

  it("has no issue types for a project that it does not list", async () => {
    expect(await against(whole, ({ fetch }) => createScreens(fetch).issueTypes("OTHER"))).toEqual([]);
  });

  it("is unexpected where the type asked for is not in the answer", async () => {
    const reading = against(whole, ({ fetch }) => createScreens(fetch).createScreen("DEMO", "99"));
    await expect(reading).rejects.toThrow("expected DEMO with issue type 99");
  });
});

describe("a Jira that knows neither way", () => {
  it("fails with what the new way answered, and is asked both ways again", async () => {
    let known = false;
    const late = (asked: Asked): Reply => (known ? paged(asked) : absent);
    await against(late, async ({ fetch }) => {
      const screens = createScreens(fetch);
      await expect(screens.issueTypes("DEMO")).rejects.toMatchObject({ status: 404 });
      known = true;
      expect(await screens.issueTypes("DEMO")).toEqual(readTypes);
    });
  });

  it("is not asked the old way when it was merely busy", async () => {
    await against(
      () => ({ status: 503, text: "" }),
      async ({ fetch, asked }) => {
        await expect(createScreens(fetch).issueTypes("DEMO")).rejects.toMatchObject({ code: "jira-busy" });
        expect(asked).toHaveLength(1);
      },
    );
  });
});

describe("the fields of a create screen", () => {
  it("label allowed values by name, value, key or id, and leave out those without an id", async () => {
    const allowedValues = [
      { id: "1", name: "Version 1" },
      { id: "2", value: "Option 2" },
      { id: "3", key: "DEMO" },
      { id: "4" },
      { name: "no id" },
      "text",
    ];
    const { fields } = await screenOf(onePage([{ fieldId: "a", ...summary, allowedValues }]));
    expect(fields[0]?.allowedValues).toEqual([
      { id: "1", label: "Version 1" },
      { id: "2", label: "Option 2" },
      { id: "3", label: "DEMO" },
      { id: "4", label: "4" },
    ]);
  });

  it("keep an empty list of allowed values empty", async () => {
    const { fields } = await screenOf(onePage([{ fieldId: "versions", ...summary, allowedValues: [] }]));
    expect(fields[0]?.allowedValues).toEqual([]);
  });

  it("are unexpected where not one allowed value can be read: an empty list would be a lie", async () => {
    const reading = screenOf(onePage([{ fieldId: "a", ...summary, allowedValues: [{ name: "x" }] }]));
    await expect(reading).rejects.toMatchObject({
      code: "jira-unexpected",
      problem: "values[0].allowedValues: expected at least one value with an id",
    });
  });

  it("may come from an app that describes nothing", async () => {
    const { fields } = await screenOf(onePage([{ fieldId: "customfield_1", name: "Odd", required: false }]));
    expect(fields[0]).toMatchObject({ id: "customfield_1", hasDefault: false, schema: { type: "any" } });
  });
});
