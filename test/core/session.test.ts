import { OutlookFailed, SettingsUnusable } from "../../src/core/errors.ts";
import { createSession, signedInOnly } from "../../src/core/session.ts";
import { fakeSettings, fred, site, type FakeSettings } from "./fakes.ts";

const now = Date.UTC(2026, 10, 12);
const key = "inlink.main";
const record = {
  v: 1,
  baseUrl: site.baseUrl,
  mailbox: "fred@example.com",
  token: "access-1",
  sessionHandle: "handle-1",
  expires: now + 1000,
  user: { name: "fred", key: "JIRAUSER10100", displayName: "Fred Normal" },
};

function sessionOver({ settings }: FakeSettings, mailbox = "Fred@Example.com") {
  return createSession(settings, site, mailbox, () => now);
}

describe("keeping", () => {
  it("writes one record for the site, in the shape that interfaces.md fixes, and nothing else", async () => {
    const settings = fakeSettings({ "someone-elses": 1 });
    const session = sessionOver(settings);
    session.use({ token: "access-1", sessionHandle: "handle-1", expiresIn: 1 });
    await session.keep(fred);
    expect(Object.fromEntries(settings.bag)).toEqual({ "someone-elses": 1, [key]: record });
  });

  it("stores nothing of a session that has been forgotten meanwhile", async () => {
    const settings = fakeSettings();
    const session = sessionOver(settings);
    session.use({ token: "access-1", sessionHandle: undefined, expiresIn: undefined });
    await session.forget();
    await session.keep(fred);
    expect(settings.bag.size).toBe(0);
  });

  it("leaves the token in use when Outlook refuses to store it", async () => {
    const settings = fakeSettings();
    settings.failure = new OutlookFailed("saveAsync", 9019, "");
    const session = sessionOver(settings);
    session.use({ token: "access-1", sessionHandle: undefined, expiresIn: undefined });
    await expect(session.keep(fred)).rejects.toBe(settings.failure);
    expect(session.token()).toBe("access-1");
  });
});

describe("restoring", () => {
  it("brings back whose token it is, and signs with it", () => {
    const session = sessionOver(fakeSettings({ [key]: record }));
    expect(session.token()).toBeUndefined();
    expect(session.restore()).toEqual(record.user);
    expect(session.token()).toBe("access-1");
  });

  it("takes a record that names no end, and a mailbox in capitals", () => {
    const session = sessionOver(
      fakeSettings({ [key]: { ...record, expires: undefined, mailbox: "FRED@example.com" } }),
    );
    expect(session.restore()).toEqual(record.user);
  });

  it.each([undefined, null])("finds nothing where the mailbox holds %s", (value) => {
    expect(sessionOver(fakeSettings({ [key]: value })).restore()).toBeUndefined();
  });

  it.each([
    ["damaged", "text"],
    ["damaged", [1]],
    ["damaged", {}],
    ["damaged", { ...record, token: 7 }],
    ["damaged", { ...record, token: "" }],
    ["damaged", { ...record, user: { name: "fred" } }],
    ["outdated", { ...record, v: 2 }],
    ["outdated", { v: 0, secret: "of another shape" }],
    ["other-jira", { ...record, baseUrl: "https://other.example.com" }],
    ["other-mailbox", { ...record, mailbox: "mary@example.com" }],
    ["expired", { ...record, expires: now }],
  ] as const)("calls a record %s that is so, and does not use it", (reason, value) => {
    const session = sessionOver(fakeSettings({ [key]: value }));
    expect(() => session.restore()).toThrow(new SettingsUnusable(reason));
    expect(session.token()).toBeUndefined();
  });
});

describe("forgetting", () => {
  it("removes the record", async () => {
    const settings = fakeSettings({ [key]: record, other: 1 });
    await sessionOver(settings).forget();
    expect([...settings.bag.keys()]).toEqual(["other"]);
  });

  it("takes the token out of use at once, whatever Outlook says", async () => {
    const settings = fakeSettings({ [key]: record });
    settings.failure = new OutlookFailed("saveAsync", 5001, "");
    const session = sessionOver(settings);
    session.restore();
    const forgotten = session.forget();
    expect(session.token()).toBeUndefined();
    await expect(forgotten).rejects.toBe(settings.failure);
  });
});

describe("requests", () => {
  it("are sent only while somebody is signed in: without a token Jira would take them for a visitor's", async () => {
    const sent: string[] = [];
    const session = sessionOver(fakeSettings());
    const fetch = signedInOnly(async ({ path }) => {
      sent.push(path);
      return await Promise.resolve(new Response());
    }, session);
    await expect(fetch({ method: "POST", path: "/a" })).rejects.toMatchObject({ problem: "token_rejected" });
    session.use({ token: "access-1", sessionHandle: undefined, expiresIn: undefined });
    await fetch({ method: "GET", path: "/b" });
    expect(sent).toEqual(["/b"]);
  });
});
