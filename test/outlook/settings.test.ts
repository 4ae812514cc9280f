import { OutlookFailed, OutlookSilent } from "../../src/core/errors.ts";
import { createSettings } from "../../src/outlook/settings.ts";
import { answer, answering, doneOf, installOffice, refusal, removeOffice } from "./fakeOffice.ts";

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  removeOffice();
});

function openSettings(saveAsync: (...args: unknown[]) => void) {
  const bag = new Map<string, unknown>([["inlink.main", { token: "old" }]]);
  const roamingSettings = {
    get: (key: string) => bag.get(key),
    set: (key: string, value: unknown) => bag.set(key, value),
    remove: (key: string) => bag.delete(key),
    saveAsync,
  };
  installOffice({ context: { roamingSettings } });
  return { settings: createSettings(), bag };
}

describe("roaming settings", () => {
  it("reads what the mailbox holds, and undefined for what it does not", () => {
    const { settings } = openSettings(answering(answer()));
    expect(settings.read("inlink.main")).toEqual({ token: "old" });
    expect(settings.read("inlink.other")).toBeUndefined();
  });

  it("saves what is written, and removes what is written as undefined", async () => {
    const saveAsync = answering(answer());
    const { settings, bag } = openSettings(saveAsync);
    await settings.write("inlink.prefs", { internal: true });
    await settings.write("inlink.main", undefined);
    expect([...bag]).toEqual([["inlink.prefs", { internal: true }]]);
    expect(saveAsync).toHaveBeenCalledTimes(2);
  });

  it("tries a passing failure up to three times", async () => {
    const saveAsync = answering(refusal(9019), refusal(9019), answer());
    const { settings, bag } = openSettings(saveAsync);
    const written = settings.write("inlink.main", { token: "new" });
    await jest.runAllTimersAsync();
    await written;
    expect(saveAsync).toHaveBeenCalledTimes(3);
    expect(bag.get("inlink.main")).toEqual({ token: "new" });
  });

  it("gives up after the third try, and puts the old value back", async () => {
    const saveAsync = answering(refusal(9019));
    const { settings } = openSettings(saveAsync);
    const outcome = expect(settings.write("inlink.main", { token: "new" })).rejects.toBeInstanceOf(
      OutlookFailed,
    );
    await jest.runAllTimersAsync();
    await outcome;
    expect(saveAsync).toHaveBeenCalledTimes(3);
    expect(settings.read("inlink.main")).toEqual({ token: "old" });
  });

  it("does not repeat a failure that will not pass", async () => {
    const saveAsync = answering(refusal(9057, "too large"));
    const { settings } = openSettings(saveAsync);
    await expect(settings.write("inlink.new", "x")).rejects.toMatchObject({ officeCode: 9057 });
    expect(saveAsync).toHaveBeenCalledTimes(1);
    expect(settings.read("inlink.new")).toBeUndefined();
  });

  it("says so where Outlook never answers", async () => {
    const { settings } = openSettings(() => undefined);
    const outcome = expect(settings.write("inlink.main", 1)).rejects.toBeInstanceOf(OutlookSilent);
    await jest.runAllTimersAsync();
    await outcome;
  });

  it("lets one save wait for the other", async () => {
    const waiting: ((result: unknown) => void)[] = [];
    const { settings } = openSettings((...args) => waiting.push(doneOf(args)));
    const first = settings.write("a", 1);
    const second = settings.write("b", 2);
    await jest.advanceTimersByTimeAsync(0);
    expect(waiting).toHaveLength(1);
    waiting[0]?.(answer());
    await first;
    await jest.advanceTimersByTimeAsync(0);
    waiting[1]?.(answer());
    await second;
    expect(settings.read("b")).toBe(2);
  });
});
