import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { openFolder } from "../../../sim/outlook/folder.ts";
import { sampleMailboxes } from "../../../sim/outlook/outlook.ts";
import type {} from "../../../sim/outlook/page/bench.ts";
import { ask, hear, heard, invoke, readyPane, setStage, type Stage } from "./stage.ts";

const anna = "anna.berg@acme.example";
const ben = "ben.ito@acme.example";
const annas = openFolder(sampleMailboxes[0]?.folder ?? "", anna);
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
/** SHA-256 of what a base64 text stands for. */
const decoded = (base64: unknown) => sha256(Buffer.from(String(base64), "base64"));

let stage: Stage;
let page: Page;
let pane: Frame;

beforeAll(async () => {
  const shared = {
    ...sampleMailbox(1),
    address: "support@acme.example",
    displayName: "Support",
    shared: true,
  };
  stage = await setStage({ layout: "names", mailboxes: [...sampleMailboxes, shared] });
});
afterAll(() => stage.close());
afterEach(() => page.close());

async function open(query?: string): Promise<void> {
  ({ page, pane } = await stage.open(query));
}

function sampleMailbox(index: number) {
  const found = sampleMailboxes[index];
  if (!found) throw new Error("No such sample");
  return found;
}

describe("a mail in the real office.js", () => {
  it("is there with its people, subject and attachments when the library is ready", async () => {
    await open("select=1");
    const seen = await pane.evaluate(() => {
      const item = Office.context.mailbox.item as Office.MessageRead;
      return {
        info: window.info,
        user: Office.context.mailbox.userProfile.emailAddress,
        subject: item.subject,
        from: item.from.emailAddress,
        cc: item.cc.map(({ emailAddress }) => emailAddress),
        files: item.attachments.map(({ name, isInline, attachmentType }) => [name, isInline, attachmentType]),
        sets: ["1.11", "1.12"].map((set) => Office.context.requirements.isSetSupported("Mailbox", set)),
      };
    });
    expect(seen).toEqual({
      info: { host: "Outlook", platform: "OfficeOnline", addin: null },
      user: anna,
      subject: "Printer on fire on the second floor",
      from: "paula.fischer@acme.example",
      cc: ["support@acme.example"],
      files: [
        ["logo.png", true, "file"],
        ["safety-report.pdf", false, "file"],
        ["printer.png", false, "file"],
      ],
      sets: [true, false],
    });
  });

  it("gives its body in both forms, and its internet headers", async () => {
    await open("select=1");
    const html = await ask(pane, "mailbox.item.body.getAsync", "html");
    expect(html.value).toContain('<img src="cid:logo.2f@acme.example"');
    const text = await ask(pane, "mailbox.item.body.getAsync", "text");
    expect(text.value).toContain("3. moved print jobs");
    const headers = await ask(pane, "mailbox.item.getAllInternetHeadersAsync");
    expect(headers.value).toMatch(/^Received: from[^]*Message-ID: <20261116095812\.2F01@acme\.example>/);
  });

  it("gives every file byte by byte, a large one and an attached mail too", async () => {
    await open("select=5");
    const mail = await annas.mail(5);
    const ids = await pane.evaluate(() =>
      (Office.context.mailbox.item as Office.MessageRead).attachments.map(({ id }) => id),
    );
    expect(ids).toHaveLength(2);
    const answers = await Promise.all(
      ids.map((id) => ask(pane, "mailbox.item.getAttachmentContentAsync", id)),
    );
    const [attached, binary] = answers.map(({ value }) => value as { content: string; format: string });
    expect(attached?.format).toBe("eml");
    expect(sha256(Buffer.from(attached?.content ?? "", "utf8"))).toBe(
      sha256(mail?.contents[0] ?? Buffer.of()),
    );
    expect(binary?.format).toBe("base64");
    const bytes = Buffer.from(binary?.content ?? "", "base64");
    expect(bytes).toHaveLength(2 * 1024 * 1024);
    expect(sha256(bytes)).toBe(sha256(mail?.contents[1] ?? Buffer.of()));
  });

  it("hands over the .eml file itself through the patched method, also after a change of mail", async () => {
    await open("select=1");
    await hear(pane, "ItemChanged");
    const file = (name: string) => sha256(readFileSync(join(sampleMailbox(0).folder, name)));
    const first = await ask(pane, "mailbox.item.getAsFileAsync");
    expect(decoded(first.value)).toBe(file("01-printer-on-fire.eml"));
    await page.evaluate(() => window.bench.select(4));
    await heard(pane, 1);
    const second = await ask(pane, "mailbox.item.getAsFileAsync", { asyncContext: 1 });
    expect(decoded(second.value)).toBe(file("04-gruesse-aus-kyoto.eml"));
  });

  it("lacks what it is told to lack, also after a change of mail, and the rest works", async () => {
    await open("select=1&lacks=getAsFileAsync,getAttachmentContentAsync");
    await hear(pane, "ItemChanged");
    const there = () =>
      pane.evaluate(() => {
        const { getAsFileAsync, getAttachmentContentAsync, subject } = Office.context.mailbox.item ?? {};
        return [typeof getAsFileAsync, typeof getAttachmentContentAsync, subject];
      });
    expect(await there()).toEqual(["undefined", "undefined", "Printer on fire on the second floor"]);
    await page.evaluate(() => window.bench.select(4));
    await heard(pane, 1);
    expect((await there()).slice(0, 2)).toEqual(["undefined", "undefined"]);
    expect((await ask(pane, "mailbox.item.body.getAsync", "text")).value).toContain("花子");
  });

  it("refuses an attachment id of another mail", async () => {
    await open("select=2");
    const id = (await annas.mail(1))?.record.item.attachments[1]?.id;
    const refused = await ask(pane, "mailbox.item.getAttachmentContentAsync", id);
    expect(refused).toMatchObject({ status: "failed", code: 9003 });
  });

  it("keeps custom properties with the item", async () => {
    await open("select=3");
    const saved = await pane.evaluate(
      () =>
        new Promise<string>((done) => {
          Office.context.mailbox.item?.loadCustomPropertiesAsync(({ value }) => {
            value.set("issue", "DEMO-1");
            value.saveAsync(({ status }) => done(String(status)));
          });
        }),
    );
    expect(saved).toBe("succeeded");
    const read = (frame: Frame) =>
      frame.evaluate(
        () =>
          new Promise<unknown>((done) => {
            Office.context.mailbox.item?.loadCustomPropertiesAsync(({ value }) =>
              done(value.get("issue") ?? null),
            );
          }),
      );
    await page.reload();
    expect(await read(await readyPane(page))).toBe("DEMO-1");
    await page.goto(page.url().replace("select=3", "select=2"));
    expect(await read(await readyPane(page))).toBeNull();
  });
});

describe("roaming settings", () => {
  it("outlive a reload, stay with their mailbox, and can be damaged from outside", async () => {
    await open();
    const save = (frame: Frame, value: string) =>
      frame.evaluate((text) => Office.context.roamingSettings.set("inlink.prefs", { text }), value);
    const read = (frame: Frame) =>
      frame.evaluate(() => Office.context.roamingSettings.get("inlink.prefs") as unknown);
    await save(pane, "Anna's");
    expect(await ask(pane, "roamingSettings.saveAsync")).toMatchObject({ status: "succeeded" });
    expect(stage.outlook.settings(anna)).toEqual({ "inlink.prefs": '{"text":"Anna\'s"}' });
    await page.evaluate((address) => window.bench.switchMailbox(address), ben);
    const bens = await readyPane(page);
    expect(await bens.evaluate(() => Office.context.mailbox.userProfile.displayName)).toBe("Ben Ito");
    expect(await read(bens)).toBeUndefined();
    await page.reload();
    expect(await read(await readyPane(page))).toEqual({ text: "Anna's" });
    stage.outlook.setSettings(anna, { "inlink.prefs": '"broken"' });
    await page.reload();
    expect(await read(await readyPane(page))).toBe("broken");
  });

  it("are refused above 32 KB by the library, and by the host when something else asks", async () => {
    await open();
    await pane.evaluate(() => Office.context.roamingSettings.set("big", "x".repeat(33_000)));
    expect(await ask(pane, "roamingSettings.saveAsync")).toMatchObject({ status: "failed", code: 9019 });
    expect(await page.evaluate(() => window.bench.log.filter(({ dispid }) => dispid === 404))).toEqual([]);
    const answer = await invoke(pane, { DispatchId: 404, ApiParams: [{ big: "x".repeat(33_000) }] });
    expect(answer).toEqual({ error: true, errorCode: 9019 });
    expect(stage.outlook.settings(anna)).not.toHaveProperty("big");
  });
});

describe("a pinned pane", () => {
  it("is told of each change of mail, and of none selected", async () => {
    await open("select=1");
    await hear(pane, "ItemChanged");
    await page.click('[data-n="2"]');
    expect(await heard(pane, 1)).toEqual(["RE: Printer on fire on the second floor"]);
    await page.evaluate(() => window.bench.select(null));
    expect(await heard(pane, 2)).toEqual(["RE: Printer on fire on the second floor", null]);
  });

  it("gets an answer about the selected mail, whatever item it still holds", async () => {
    await open("select=1");
    await page.evaluate(() => window.bench.select(2));
    const stale = await ask(pane, "mailbox.item.body.getAsync", "text");
    expect(stale.value).toContain("the technician found the printer's log");
    expect(await pane.evaluate(() => (Office.context.mailbox.item as Office.MessageRead).subject)).toBe(
      "Printer on fire on the second floor",
    );
    await page.evaluate(() => window.bench.select(null));
    expect(await ask(pane, "mailbox.item.body.getAsync", "text")).toMatchObject({ code: 9030 });
  });

  it("closes with the mail when it is not pinned", async () => {
    await open("select=1&pin=no");
    await page.click('[data-n="3"]');
    await page.waitForSelector("#taskpane", { state: "detached" });
    expect(await page.getAttribute("#open-pane", "aria-pressed")).toBe("false");
  });
});

describe("dialogs", () => {
  const display = (frame: Frame, url: string, options: object) =>
    frame.evaluate(
      ([address, given]) =>
        new Promise<number | string>((done) => {
          Office.context.ui.displayDialogAsync(address, given, ({ value, error, status }) => {
            if (String(status) === "failed") {
              done(error.code);
              return;
            }
            (window as never as { dialog: Office.Dialog }).dialog = value;
            const listen = (args: object) => window.heard.push({ ...args });
            value.addEventHandler(Office.EventType.DialogMessageReceived, listen);
            value.addEventHandler(Office.EventType.DialogEventReceived, listen);
            done("opened");
          });
        }),
      [url, options] as const,
    );
  const tellParent = (frame: Page | Frame) =>
    frame.evaluate(() => {
      Office.context.ui.messageParent("done");
    });

  it("as popups work without the host", async () => {
    await open();
    const popups = stage.context.waitForEvent("page");
    expect(await display(pane, `${stage.origins.addin}/dialog.html`, { promptBeforeOpen: false })).toBe(
      "opened",
    );
    const popup = await popups;
    await popup.waitForFunction(() => window.info !== undefined);
    await tellParent(popup);
    expect(await heard(pane, 1)).toMatchObject([{ message: "done", origin: stage.origins.addin }]);
    await popup.close();
    expect(await heard(pane, 2)).toMatchObject([{}, { error: 12006 }]);
  });

  it("in a frame pass messages both ways and report when the user closes them", async () => {
    await open();
    const url = `${stage.origins.addin}/dialog.html`;
    const inFrame = { displayInIframe: true, width: 40, height: 50 };
    expect(await display(pane, url, inFrame)).toBe("opened");
    const dialog = await (await page.waitForSelector("iframe.dialog")).contentFrame();
    await dialog?.waitForFunction(() => window.info !== undefined);
    if (!dialog) throw new Error("no dialog");
    await tellParent(dialog);
    expect(await heard(pane, 1)).toMatchObject([{ message: "done", origin: stage.origins.addin }]);
    await dialog.evaluate(
      () =>
        new Promise<void>((done) => {
          const listener = ({ message }: { message?: string }) => window.heard.push(message);
          const kind = Office.EventType.DialogParentMessageReceived;
          Office.context.ui.addHandlerAsync(kind, listener, () => done());
        }),
    );
    await pane.evaluate(() => {
      (window as never as { dialog: Office.Dialog }).dialog.messageChild("hello child");
    });
    expect(await heard(dialog, 1)).toEqual(["hello child"]);
    await page.click("#close-dialog");
    expect(await heard(pane, 2)).toMatchObject([{}, { error: 12006 }]);
    expect(await page.locator("iframe.dialog").count()).toBe(0);
  });

  it("in a frame are refused for foreign addresses, and closed by the add-in", async () => {
    await open();
    const inFrame = { displayInIframe: true };
    expect(await display(pane, `${stage.origins.foreign}/dialog.html`, inFrame)).toBe(12004);
    expect(await display(pane, `${stage.origins.addin}/dialog.html`, inFrame)).toBe("opened");
    await page.waitForSelector("iframe.dialog");
    await pane.evaluate(() => {
      (window as never as { dialog: Office.Dialog }).dialog.close();
    });
    await page.waitForSelector("iframe.dialog", { state: "detached" });
    expect(await pane.evaluate(() => window.heard)).toEqual([]);
  });
});

describe("Outlook's own face", () => {
  it("tells the add-in its theme at the start and at each change", async () => {
    await open("theme=dark");
    const start = await pane.evaluate(() => Office.context.officeTheme.bodyBackgroundColor);
    expect(start).toBe("#292929");
    await hear(pane, "OfficeThemeChanged");
    await page.click("#theme");
    const [changed] = await heard(pane, 1);
    expect(changed).toMatchObject({ bodyBackgroundColor: "#ffffff", bodyForegroundColor: "#242424" });
  });

  it("shows notifications above the mail, five at most, each key once", async () => {
    await open("select=1");
    const note = (message: string) => ({
      type: "informationalMessage",
      icon: "icon",
      message,
      persistent: false,
    });
    const notes = "mailbox.item.notificationMessages";
    for (const key of ["a", "b", "c", "d", "e"]) {
      expect(await ask(pane, `${notes}.addAsync`, key, note(key))).toMatchObject({ status: "succeeded" });
    }
    expect(await ask(pane, `${notes}.addAsync`, "f", note("f"))).toMatchObject({ code: 9025 });
    expect(await ask(pane, `${notes}.addAsync`, "a", note("again"))).toMatchObject({ code: 9023 });
    expect(await ask(pane, `${notes}.removeAsync`, "z")).toMatchObject({ code: 9024 });
    expect(await ask(pane, `${notes}.replaceAsync`, "a", note("instead"))).toMatchObject({
      status: "succeeded",
    });
    const all = await ask(pane, `${notes}.getAllAsync`);
    expect(all.value).toHaveLength(5);
    expect(await page.locator(".notice").first().textContent()).toBe("Inlinkinstead");
    await page.click('[data-n="2"]');
    expect(await page.locator(".notice").count()).toBe(0);
  });

  it("says whose mailbox it is where that is shared, and the user stays the user", async () => {
    await open("mailbox=support@acme.example");
    const shared = await ask(pane, "mailbox.item.getSharedPropertiesAsync");
    expect(shared.value).toMatchObject({ owner: "support@acme.example", delegatePermissions: 3 });
    expect(await pane.evaluate(() => Office.context.mailbox.userProfile.emailAddress)).toBe(anna);
  });
});

describe("a host that misbehaves", () => {
  it("drops an answer, so that the callback never comes", async () => {
    await open();
    await page.evaluate(() => window.bench.faults.add({ match: { dispid: 37 }, effect: "drop", times: 1 }));
    await pane.evaluate(() => {
      void window.ask("mailbox.item.body.getAsync", "text").then((outcome) => window.heard.push(outcome));
    });
    // The next one of the kind is answered, and what the host answers it answers in order.
    expect(await ask(pane, "mailbox.item.body.getAsync", "text")).toMatchObject({ status: "succeeded" });
    expect(await pane.evaluate(() => window.heard)).toEqual([]);
  });

  it("fails an answer with the wanted code, and delays one past the next", async () => {
    await open();
    await page.evaluate(() => {
      window.bench.faults.add({ match: { dispid: 404 }, effect: "fail", errorCode: 9019, times: 1 });
      window.bench.faults.add({ match: { dispid: 168 }, effect: "delay", ms: 300, times: 1 });
    });
    expect(await ask(pane, "roamingSettings.saveAsync")).toMatchObject({ status: "failed", code: 9019 });
    expect(await ask(pane, "roamingSettings.saveAsync")).toMatchObject({ status: "succeeded" });
    await pane.evaluate(() => {
      void window.ask("mailbox.item.getAllInternetHeadersAsync").then(() => window.heard.push("late"));
      void window.ask("mailbox.item.getAllInternetHeadersAsync").then(() => window.heard.push("at once"));
    });
    expect(await heard(pane, 2)).toEqual(["at once", "late"]);
  });

  it("answers a call that it does not know with 5000, and logs it", async () => {
    await open();
    expect(await invoke(pane, { DispatchId: 999 })).toEqual({ error: true, errorCode: 5000 });
    const log = await page.evaluate(() =>
      window.bench.log.map(({ direction, name, dispid }) => ({ direction, name, dispid })),
    );
    expect(log[0]).toMatchObject({ direction: "in", name: "ContextActivationManager_getAppContextAsync" });
    expect(log).toContainEqual({ direction: "out", name: "ExecuteMethod", dispid: 999 });
  });

  it("ignores messages of an origin that is not the add-in's", async () => {
    await open();
    const [conversation] = await pane.evaluate(() =>
      (JSON.parse(window.name) as { xdmInfo: string }).xdmInfo.split("|"),
    );
    await pane.goto(`${stage.origins.foreign}/blank.html`);
    await pane.evaluate((id) => {
      const message = {
        _messageType: 0,
        _actionName: "GetInitialData",
        _conversationId: id,
        _correlationId: 9,
      };
      window.addEventListener("message", ({ data }) => (window.name = String(data)));
      window.parent.postMessage(JSON.stringify({ ...message, _actionType: 0, _data: {} }), "*");
    }, conversation);
    await page.waitForFunction(() => window.bench.log.at(-1)?.direction === "ignored");
    const last = await page.evaluate(() => window.bench.log.at(-1));
    expect(last).toMatchObject({ direction: "ignored", from: "taskpane", name: stage.origins.foreign });
  });
});
