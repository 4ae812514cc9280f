/** The few members of office.js that a unit test needs. The real library is met in test/e2e. */
type Done = (result: unknown) => void;

const succeeded = "succeeded";
export const answer = (value?: unknown) => ({ status: succeeded, value });
export const refusal = (code: number, message = "no") => ({ status: "failed", error: { code, message } });

const enums = {
  AsyncResultStatus: { Succeeded: succeeded, Failed: "failed" },
  HostType: { Outlook: "Outlook" },
  CoercionType: { Text: "text", Html: "html" },
  EventType: {
    ItemChanged: "olkItemSelectedChanged",
    OfficeThemeChanged: "officeThemeChanged",
    DialogMessageReceived: "dialogMessageReceived",
    DialogEventReceived: "dialogEventReceived",
  },
  MailboxEnums: {
    ItemType: { Message: "message", Appointment: "appointment" },
    AttachmentType: { File: "file", Item: "item", Cloud: "cloud" },
    AttachmentContentFormat: { Base64: "base64", Url: "url", Eml: "eml", ICalendar: "iCalendar" },
  },
};

/** Puts `Office` in place; a window and a document with it, which only carry events. */
export function installOffice(members: Readonly<Record<string, unknown>>): void {
  Object.assign(globalThis, { Office: { ...enums, ...members } });
}

export function installWindow(origin = "https://addin.example.com"): { focus(): void } {
  const window = Object.assign(new EventTarget(), { location: { origin } });
  const document = Object.assign(new EventTarget(), { querySelector: () => null });
  Object.assign(globalThis, { window, document });
  return { focus: () => void window.dispatchEvent(new Event("focus")) };
}

export function removeOffice(): void {
  for (const name of ["Office", "window", "document"]) Reflect.deleteProperty(globalThis, name);
}

/** A function of Outlook's that answers with each result in turn, then with the last for ever. */
export function answering(...results: readonly unknown[]): jest.Mock<void, unknown[]> {
  let calls = 0;
  return jest.fn((...args: unknown[]) => {
    const result = results[Math.min(calls, results.length - 1)];
    calls += 1;
    doneOf(args)(result);
  });
}

/** The callback is the last of the arguments; a handler may stand before it. */
export function doneOf(args: readonly unknown[]): Done {
  const done = args.findLast((argument): argument is Done => typeof argument === "function");
  if (!done) throw new Error("No callback was given");
  return done;
}

/** A mail as Outlook's library shows it. */
export function item(id: string, members: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { itemType: "message", itemId: id, subject: "Printer on fire", attachments: [], ...members };
}
