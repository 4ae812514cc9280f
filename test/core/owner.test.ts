import { confirmOwner, ownerQuestion } from "../../src/core/owner.ts";
import { fakeSettings, fred, mailOf } from "./fakes.ts";

const mail = mailOf("a");
const sharedMail = mailOf("b", { shared: true });

describe("before the first write", () => {
  it("asks nothing of the owner of the mailbox", () => {
    const { settings } = fakeSettings();
    expect(ownerQuestion(settings, fred, "FRED@Example.com", mail)).toBeUndefined();
  });

  it("asks where the mailbox is somebody else's", () => {
    const { settings } = fakeSettings();
    expect(ownerQuestion(settings, fred, "mary@example.com", mail)).toEqual({
      reason: "other-owner",
      user: fred,
      mailbox: "mary@example.com",
    });
  });

  it("asks where Jira does not tell the user's address", () => {
    const { settings } = fakeSettings();
    const hidden = { ...fred, emailAddress: undefined };
    expect(ownerQuestion(settings, hidden, "fred@example.com", mail)?.reason).toBe("other-owner");
  });

  it("asks in a shared folder even of the mailbox's owner", () => {
    const { settings } = fakeSettings();
    expect(ownerQuestion(settings, fred, "fred@example.com", sharedMail)?.reason).toBe("shared-mail");
  });
});

describe("once answered", () => {
  async function confirmed() {
    const fake = fakeSettings({ "inlink.prefs": { theme: "dark", confirmed: ["earlier"] } });
    const question = ownerQuestion(fake.settings, fred, "mary@example.com", mail);
    if (!question) throw new Error("There was no question");
    await confirmOwner(fake.settings, question);
    return fake;
  }

  it("is not asked again of the same user in the same mailbox", async () => {
    const { settings } = await confirmed();
    expect(ownerQuestion(settings, fred, "Mary@example.com", mail)).toBeUndefined();
  });

  it("is asked again of another user, in another mailbox, and for a shared folder", async () => {
    const { settings } = await confirmed();
    const other = { ...fred, key: "JIRAUSER10200" };
    expect(ownerQuestion(settings, other, "mary@example.com", mail)).toBeDefined();
    expect(ownerQuestion(settings, fred, "paul@example.com", mail)).toBeDefined();
    expect(ownerQuestion(settings, fred, "mary@example.com", sharedMail)).toBeDefined();
  });

  it("leaves the other preferences as they are", async () => {
    const { bag } = await confirmed();
    expect(bag.get("inlink.prefs")).toEqual({
      v: 1,
      theme: "dark",
      confirmed: ["earlier", "other-owner JIRAUSER10100 mary@example.com"],
    });
  });

  it("keeps no more than twenty answers", async () => {
    const fake = fakeSettings({ "inlink.prefs": { confirmed: Array.from({ length: 30 }, String) } });
    await confirmOwner(fake.settings, { reason: "other-owner", user: fred, mailbox: "mary@example.com" });
    expect(fake.bag.get("inlink.prefs")).toMatchObject({ confirmed: { length: 20 } });
  });
});

it.each(["text", [1], { confirmed: "x" }, { confirmed: [1] }])(
  "only asks again where the preferences are damaged: %j",
  (damaged) => {
    const { settings } = fakeSettings({ "inlink.prefs": damaged });
    expect(ownerQuestion(settings, fred, "mary@example.com", mail)?.reason).toBe("other-owner");
  },
);
