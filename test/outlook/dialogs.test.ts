import { DialogClosed, DialogRefused } from "../../src/core/errors.ts";
import { createDialogs } from "../../src/outlook/dialogs.ts";
import { answer, answering, installOffice, installWindow, refusal, removeOffice } from "./fakeOffice.ts";

const page = "https://addin.example.com/signin.html";
const own = "https://addin.example.com";

beforeEach(() => {
  jest.useFakeTimers();
  installWindow(own);
});
afterEach(() => {
  jest.useRealTimers();
  removeOffice();
});

type Handler = (event: unknown) => void;

function fakeDialog() {
  const handlers = new Map<string, Handler>();
  return {
    closed: 0,
    addEventHandler: (event: string, handler: Handler) => handlers.set(event, handler),
    close() {
      this.closed += 1;
      if (this.closed > 1) throw new Error("already closed");
    },
    says: (event: unknown) => handlers.get("dialogMessageReceived")?.(event),
    ends: (error: number) => handlers.get("dialogEventReceived")?.({ error }),
  };
}

function offering(displayDialogAsync: unknown): void {
  installOffice({ context: { ui: { displayDialogAsync } } });
}

async function openDialog() {
  const window = fakeDialog();
  offering(answering(answer(window)));
  return { window, dialog: await createDialogs().open(page) };
}

describe("opening a window", () => {
  it("asks for a window of its own at once, without Outlook's question", () => {
    const display = answering(answer(fakeDialog()));
    offering(display);
    void createDialogs().open(page);
    expect(display).toHaveBeenCalledTimes(1);
    expect(display.mock.calls[0]?.[0]).toBe(page);
    expect(display.mock.calls[0]?.[1]).toMatchObject({ promptBeforeOpen: false });
    expect(display.mock.calls[0]?.[1]).not.toHaveProperty("displayInIframe", true);
  });

  it.each([
    [12011, "blocked"],
    [12009, "ignored"],
  ] as const)("tells by Outlook's code %i that it was %s", async (code, reason) => {
    offering(answering(refusal(code)));
    await expect(createDialogs().open(page)).rejects.toEqual(new DialogRefused(reason));
  });

  it("tells that this Outlook opens no windows", async () => {
    offering(undefined);
    await expect(createDialogs().open(page)).rejects.toEqual(new DialogRefused("unavailable"));
  });

  it("leaves a fault of the installation as Outlook words it", async () => {
    offering(answering(refusal(12004, "Domain")));
    await expect(createDialogs().open(page)).rejects.toMatchObject({
      code: "outlook-failed",
      officeCode: 12004,
    });
  });

  it("tries once more where the last window still counts as open", async () => {
    const display = answering(refusal(12007), answer(fakeDialog()));
    offering(display);
    const opened = createDialogs().open(page);
    await jest.advanceTimersByTimeAsync(1000);
    await opened;
    expect(display).toHaveBeenCalledTimes(2);
  });

  it("says that another window is open where it stays so", async () => {
    offering(answering(refusal(12007)));
    const outcome = expect(createDialogs().open(page)).rejects.toEqual(new DialogRefused("already-open"));
    await jest.advanceTimersByTimeAsync(1000);
    await outcome;
  });
});

describe("a window's answer", () => {
  it("is its message, where it comes from our own origin or Outlook does not say from where", async () => {
    const first = await openDialog();
    first.window.says({ message: "hello", origin: own });
    await expect(first.dialog.answer).resolves.toBe("hello");
    const second = await openDialog();
    second.window.says({ message: "hello" });
    await expect(second.dialog.answer).resolves.toBe("hello");
  });

  it("is not a message from another origin", async () => {
    const { window, dialog } = await openDialog();
    window.says({ message: "evil", origin: "https://evil.example" });
    window.says({ message: "ours", origin: own });
    await expect(dialog.answer).resolves.toBe("ours");
  });

  it("may still arrive shortly after the news that the window has closed", async () => {
    const { window, dialog } = await openDialog();
    window.ends(12006);
    await jest.advanceTimersByTimeAsync(1000);
    window.says({ message: "late", origin: own });
    await expect(dialog.answer).resolves.toBe("late");
  });

  it("is DialogClosed where none arrives", async () => {
    const { window, dialog } = await openDialog();
    window.ends(12006);
    await jest.advanceTimersByTimeAsync(1500);
    await expect(dialog.answer).rejects.toBeInstanceOf(DialogClosed);
  });

  it("is DialogClosed at once where the page could not be shown", async () => {
    const { window, dialog } = await openDialog();
    window.ends(12002);
    await expect(dialog.answer).rejects.toBeInstanceOf(DialogClosed);
  });

  it("is DialogClosed after our own close, which may be repeated", async () => {
    const { window, dialog } = await openDialog();
    dialog.close();
    expect(dialog.close).not.toThrow();
    expect(window.closed).toBe(2);
    await expect(dialog.answer).rejects.toBeInstanceOf(DialogClosed);
  });
});
