import { MailChanged, OutlookFailed, OutlookLacks, type InlinkError } from "../../src/core/errors.ts";
import { createMailbox } from "../../src/outlook/mailbox.ts";
import {
  answer,
  answering,
  doneOf,
  installOffice,
  installWindow,
  item,
  refusal,
  removeOffice,
} from "./fakeOffice.ts";

afterEach(removeOffice);

/** Outlook with one mail selected. */
function openMailbox(first: unknown, addHandlerAsync?: (...args: unknown[]) => void) {
  const window = installWindow();
  let itemChanged: () => void = () => undefined;
  const mailbox = {
    item: first,
    userProfile: { emailAddress: "ann@example.com" },
    addHandlerAsync:
      addHandlerAsync ??
      ((_event: string, handler: () => void, done: (result: unknown) => void) => {
        itemChanged = handler;
        done(answer());
      }),
  };
  installOffice({ context: { mailbox } });
  const troubles: InlinkError[] = [];
  return {
    mailbox: createMailbox((error) => troubles.push(error)),
    troubles,
    /** The user goes to another mail; Outlook tells, unless it is one of those that do not. */
    select(other: unknown, { told = true } = {}) {
      mailbox.item = other;
      if (told) itemChanged();
    },
    focus: window.focus,
  };
}

const text = (words: string) => ({ getAsync: answering(answer(words)) });
const bytes = (words: string) => new Uint8Array(Buffer.from(words));

describe("the current mail", () => {
  it("is read with everything that Outlook says about it", () => {
    const { mailbox } = openMailbox(
      item("A", {
        internetMessageId: "<1@example.com>",
        from: { displayName: "Bob", emailAddress: "bob@example.com" },
        to: [{ displayName: "Ann", emailAddress: "ann@example.com" }, {}],
        cc: [{ displayName: "Cy", emailAddress: "cy@example.com" }],
        dateTimeCreated: new Date(0),
        attachments: [
          {
            id: "1",
            name: "a.pdf",
            size: 3,
            contentType: "application/pdf",
            isInline: false,
            attachmentType: "file",
          },
          { id: "2", name: "Re: fire", size: 9, isInline: false, attachmentType: "item" },
          { id: "3", name: "plan", size: 0, isInline: false, attachmentType: "cloud" },
        ],
        getAttachmentContentAsync: () => undefined,
        getSharedPropertiesAsync: () => undefined,
      }),
    );
    expect(mailbox.address).toBe("ann@example.com");
    expect(mailbox.currentMail()).toMatchObject({
      id: "A",
      internetMessageId: "<1@example.com>",
      subject: "Printer on fire",
      from: { name: "Bob", address: "bob@example.com" },
      to: [{ name: "Ann", address: "ann@example.com" }],
      cc: [{ name: "Cy", address: "cy@example.com" }],
      sentAt: new Date(0),
      files: [
        { kind: "file", contentType: "application/pdf" },
        { kind: "item", contentType: "" },
        { kind: "cloud" },
      ],
      shared: true,
      offers: { files: true, original: false },
    });
  });

  it("may lack everything but its id", () => {
    const { mailbox } = openMailbox({
      itemType: "message",
      itemId: "A",
      dateTimeCreated: new Date(Number.NaN),
    });
    expect(mailbox.currentMail()).toEqual({
      id: "A",
      internetMessageId: undefined,
      subject: "",
      from: undefined,
      to: [],
      cc: [],
      sentAt: undefined,
      files: [],
      shared: false,
      offers: { files: false, original: false },
    });
  });

  it.each([
    ["IPM.Note.SMIME.MultipartSigned", "smime.p7m", "signed"],
    ["IPM.Note.SMIME", "smime.p7m", "encrypted"],
    ["IPM.Note", "smime.p7m", "encrypted"],
    ["IPM.Note", "message_v2.rpmsg", "protected"],
    ["IPM.Note.SMIME", "message.rpmsg", "protected"],
    ["IPM.Note", "report.p7m.txt", undefined],
  ])("of class %s with %s is %s", (itemClass, name, seal) => {
    const attachments = [{ id: "1", name, size: 3, isInline: false, attachmentType: "file" }];
    const { mailbox } = openMailbox({ itemType: "message", itemId: "A", itemClass, attachments });
    expect(mailbox.currentMail()?.seal).toBe(seal);
  });

  it.each([
    ["nothing selected", null],
    ["an appointment", { itemType: "appointment", itemId: "A" }],
    ["a mail being written", { itemType: "message", subject: { getAsync: () => undefined } }],
  ])("is undefined for %s", (_what, selected) => {
    expect(openMailbox(selected).mailbox.currentMail()).toBeUndefined();
  });
});

describe("a change of mail", () => {
  it("is told when Outlook fires its event, until nobody listens", () => {
    const outlook = openMailbox(item("A"));
    const listener = jest.fn();
    const stop = outlook.mailbox.onMailChanged(listener);
    outlook.select(item("B"));
    outlook.select(null);
    stop();
    outlook.select(item("A"));
    expect(listener).toHaveBeenCalledTimes(2);
  });

  it("is seen when the pane gets the focus, in an Outlook that tells nothing", () => {
    const outlook = openMailbox(item("A"));
    const listener = jest.fn();
    outlook.mailbox.onMailChanged(listener);
    outlook.select(item("B"), { told: false });
    outlook.focus();
    outlook.focus();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it("that Outlook refuses to tell of is a trouble to report", async () => {
    const outlook = openMailbox(item("A"), answering(refusal(5001)));
    await new Promise(setImmediate);
    expect(outlook.troubles).toEqual([new OutlookFailed("mailbox.addHandlerAsync", 5001, "no")]);
  });
});

describe("a mail's body", () => {
  it("is read as text and as HTML", async () => {
    const getAsync = jest.fn((form: string, done: (result: unknown) => void) => done(answer(`${form}!`)));
    const { mailbox } = openMailbox(item("A", { body: { getAsync } }));
    await expect(mailbox.body("A")).resolves.toEqual({ html: "html!", text: "text!" });
  });

  it("is its text where there is no HTML to be had", async () => {
    const getAsync = jest.fn((form: string, done: (result: unknown) => void) =>
      done(form === "html" ? refusal(5001) : answer("text")),
    );
    const { mailbox } = openMailbox(item("A", { body: { getAsync } }));
    await expect(mailbox.body("A")).resolves.toEqual({ html: undefined, text: "text" });
  });

  it("of a mail that is not selected is refused", async () => {
    const { mailbox } = openMailbox(item("A", { body: text("A's") }));
    await expect(mailbox.body("B")).rejects.toBeInstanceOf(MailChanged);
  });

  it("is dropped where the selection changed meanwhile, even if it has come back", async () => {
    const waiting: ((result: unknown) => void)[] = [];
    const first = item("A", { body: { getAsync: (...args: unknown[]) => void waiting.push(doneOf(args)) } });
    const outlook = openMailbox(first);
    const reading = outlook.mailbox.body("A");
    outlook.select(item("B"));
    outlook.select(first);
    const outcome = expect(reading).rejects.toBeInstanceOf(MailChanged);
    waiting[0]?.(answer("B's text"));
    await new Promise(setImmediate);
    waiting[1]?.(answer("B's text"));
    await outcome;
  });

  it("fails as a change where the call failed because of one", async () => {
    const waiting: ((result: unknown) => void)[] = [];
    const outlook = openMailbox(
      item("A", { body: { getAsync: (...args: unknown[]) => void waiting.push(doneOf(args)) } }),
    );
    const reading = outlook.mailbox.body("A");
    outlook.select(item("B"), { told: false });
    waiting[0]?.(refusal(9030));
    await expect(reading).rejects.toBeInstanceOf(MailChanged);
  });
});

describe("a mail's file", () => {
  const attachment = { id: "1", name: "plan", contentType: "image/png", attachmentType: "file" };
  const withContent = (content: unknown) =>
    openMailbox(item("A", { attachments: [attachment], getAttachmentContentAsync: answering(content) }))
      .mailbox;

  it.each([
    { format: "base64", content: "YWJj", name: "plan", contentType: "image/png", words: "abc" },
    {
      format: "eml",
      content: "To: Jürg",
      name: "plan.eml",
      contentType: "message/rfc822",
      words: "To: Jürg",
    },
    { format: "eml", content: "YWJj", name: "plan.eml", contentType: "message/rfc822", words: "abc" },
    { format: "iCalendar", content: "A:B", name: "plan.ics", contentType: "text/calendar", words: "A:B" },
  ])(
    "in the form $format is bytes with a fitting name",
    async ({ format, content, words, name, contentType }) => {
      const file = await withContent(answer({ content, format })).file("A", "1");
      expect(file).toEqual({ name, contentType, bytes: bytes(words) });
    },
  );

  it("in the cloud cannot be had", async () => {
    const mailbox = withContent(answer({ content: "https://cloud.example/1", format: "url" }));
    await expect(mailbox.file("A", "1")).rejects.toBeInstanceOf(OutlookLacks);
  });

  it.each([answer({ content: "***", format: "base64" }), answer({ content: "", format: "new" }), answer()])(
    "that is not what it should be is a failure",
    async (content) => {
      await expect(withContent(content).file("A", "1")).rejects.toBeInstanceOf(OutlookFailed);
    },
  );

  it("that the mail does not have is a failure", async () => {
    await expect(withContent(answer()).file("A", "2")).rejects.toMatchObject({ officeCode: 9003 });
  });

  it("cannot be had from an Outlook without the method", async () => {
    const { mailbox } = openMailbox(item("A", { attachments: [attachment] }));
    await expect(mailbox.file("A", "1")).rejects.toBeInstanceOf(OutlookLacks);
  });

  it("is asked for after the one before has come, or failed", async () => {
    const waiting: ((result: unknown) => void)[] = [];
    const getAttachmentContentAsync = (...args: unknown[]) => void waiting.push(doneOf(args));
    const { mailbox } = openMailbox(item("A", { attachments: [attachment], getAttachmentContentAsync }));
    const first = mailbox.file("A", "1");
    const second = mailbox.file("A", "1");
    await new Promise(setImmediate);
    expect(waiting).toHaveLength(1);
    waiting[0]?.(refusal(9043));
    await expect(first).rejects.toBeInstanceOf(OutlookFailed);
    await new Promise(setImmediate);
    waiting[1]?.(answer({ content: "YWJj", format: "base64" }));
    await expect(second).resolves.toMatchObject({ bytes: bytes("abc") });
  });
});

describe("the mail itself", () => {
  const eml = answer(Buffer.from("Subject: x").toString("base64"));

  it("is an .eml file named after the subject", async () => {
    const { mailbox } = openMailbox(item("A", { getAsFileAsync: answering(eml) }));
    await expect(mailbox.original("A")).resolves.toEqual({
      name: "Printer on fire.eml",
      contentType: "message/rfc822",
      bytes: bytes("Subject: x"),
    });
  });

  it("is asked for once more after an internal error", async () => {
    const getAsFileAsync = answering(refusal(5001), eml);
    const { mailbox } = openMailbox(item("A", { getAsFileAsync }));
    await mailbox.original("A");
    expect(getAsFileAsync).toHaveBeenCalledTimes(2);
  });

  it("is asked for only twice", async () => {
    const getAsFileAsync = answering(refusal(5001));
    const { mailbox } = openMailbox(item("A", { getAsFileAsync }));
    await expect(mailbox.original("A")).rejects.toMatchObject({ officeCode: 5001 });
    expect(getAsFileAsync).toHaveBeenCalledTimes(2);
  });

  it("cannot be had from an Outlook without the method", async () => {
    await expect(openMailbox(item("A")).mailbox.original("A")).rejects.toBeInstanceOf(OutlookLacks);
  });
});
