import { createJira } from "../../src/jira/jira.ts";
import { against, type Asked, type Reply } from "./answering.ts";

/** By our clock. */
const now = new Date("2024-03-05T09:10:00Z");
const since = new Date("2024-03-05T09:08:30Z");
const me = { key: "JIRAUSER10100", name: "ann", displayName: "Ann" };
const other = { ...me, key: "JIRAUSER10200" };
const jiraOnTime = "Tue, 05 Mar 2024 09:10:00 GMT";
const jiraTwentyMinutesBehind = "Tue, 05 Mar 2024 08:50:00 GMT";

const file = { name: "report.pdf", contentType: "application/pdf", bytes: new Uint8Array(12) };
const comment = { id: "1", author: me, body: "*Hello*\r\nworld", created: "2024-03-05T10:09:00.000+0100" };
const attachment = {
  id: "1",
  author: me,
  filename: "report.pdf",
  size: 12,
  created: "2024-03-05T09:09:00.000+0000",
};

function ask<Value>(
  reply: (asked: Asked) => Reply,
  question: (jira: ReturnType<typeof createJira>) => Promise<Value>,
  date = jiraOnTime,
) {
  const dated = (asked: Asked): Reply => ({
    headers: { Date: date },
    ...(asked.path === "/myself" ? { json: me } : reply(asked)),
  });
  return against(dated, ({ fetch }) => question(createJira(fetch, () => now.getTime())));
}
function commentFound(comments: readonly unknown[], date?: string) {
  return ask(
    () => ({ json: { startAt: 0, maxResults: 50, total: comments.length, comments } }),
    (jira) => jira.commentByMe("DEMO-7", "*Hello*\nworld\n", since),
    date,
  );
}
function attachmentFound(attachments: readonly unknown[], date?: string) {
  return ask(
    () => ({ json: { id: "10", key: "DEMO-7", fields: { attachment: attachments } } }),
    (jira) => jira.attachmentByMe("DEMO-7", file, since),
    date,
  );
}

describe("an issue of mine", () => {
  const issues = [
    { id: "12", key: "DEMO-12", fields: { summary: "Printer on fire again" } },
    { id: "11", key: "DEMO-11", fields: { summary: "Printer on fire" } },
  ];

  it("is the one with exactly this summary", async () => {
    const found = await ask(
      () => ({ json: { issues } }),
      (jira) => jira.issueCreatedByMe("DEMO", "Printer on fire", since),
    );
    expect(found).toEqual({ id: "11", key: "DEMO-11" });
  });

  it("is not one that merely resembles it", async () => {
    const found = await ask(
      () => ({ json: { issues } }),
      (jira) => jira.issueCreatedByMe("DEMO", "printer on fire", since),
    );
    expect(found).toBeUndefined();
  });

  it("is looked for within the time that passed and five minutes more, counted by Jira's own clock", async () => {
    await against(
      () => ({ json: { issues: [] } }),
      async ({ fetch, asked }) => {
        await createJira(fetch, () => now.getTime()).issueCreatedByMe("DEMO", "x", since);
        expect(asked[0]?.query["jql"]).toBe(
          'creator = currentUser() AND project = "DEMO" AND created >= "-7m" ORDER BY created DESC',
        );
      },
    );
  });
});

describe("a comment of mine", () => {
  it("is found whatever its line ends, newest first", async () => {
    await against(
      ({ path }) => ({
        json: path === "/myself" ? me : { comments: [comment] },
        headers: { Date: jiraOnTime },
      }),
      async ({ fetch, asked }) => {
        const jira = createJira(fetch, () => now.getTime());
        expect(await jira.commentByMe("DEMO-7", "*Hello*\nworld\n", since)).toEqual({ id: "1" });
        expect(asked.find(({ path }) => path === "/issue/DEMO-7/comment")?.query).toMatchObject({
          orderBy: "-created",
        });
      },
    );
  });

  it.each([
    ["somebody else's", { ...comment, author: other }],
    ["that of an account that is gone", { ...comment, author: undefined }],
    ["another text", { ...comment, body: "*Hello*" }],
    ["an old one", { ...comment, created: "2024-03-05T09:03:00.000+0000" }],
  ])("is not %s", async (_, found) => {
    expect(await commentFound([found])).toBeUndefined();
  });

  it("may seem up to five minutes too old", async () => {
    expect(await commentFound([{ ...comment, created: "2024-03-05T09:04:00.000+0000" }])).toEqual({
      id: "1",
    });
  });

  it("is found although Jira's clock is twenty minutes behind", async () => {
    const created = "2024-03-05T08:49:00.000+0000";
    expect(await commentFound([{ ...comment, created }], jiraTwentyMinutesBehind)).toEqual({ id: "1" });
    expect(await commentFound([{ ...comment, created }])).toBeUndefined();
  });
});

describe("a file of mine", () => {
  it("has the same name and size", async () => {
    expect(await attachmentFound([{ ...attachment, id: "0", size: 11 }, attachment])).toEqual({ id: "1" });
  });

  it.each([
    ["somebody else's", { ...attachment, author: other }],
    ["one of another name", { ...attachment, filename: "Report.pdf" }],
    ["an old one", { ...attachment, created: "2024-03-05T09:03:00.000+0000" }],
  ])("is not %s", async (_, found) => {
    expect(await attachmentFound([found])).toBeUndefined();
  });

  it("is found although Jira's clock is twenty minutes behind", async () => {
    const created = "2024-03-05T08:49:00.000+0000";
    expect(await attachmentFound([{ ...attachment, created }], jiraTwentyMinutesBehind)).toEqual({ id: "1" });
  });

  it("is not guessed from a date that cannot be read", async () => {
    await expect(attachmentFound([{ ...attachment, created: "yesterday" }])).rejects.toMatchObject({
      code: "jira-unexpected",
      problem: "fields.attachment[0].created: expected a date and time",
    });
  });
});
