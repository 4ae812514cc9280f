import { OutlookAbsent } from "../../src/core/errors.ts";
import { officeReady } from "../../src/outlook/ready.ts";
import { installOffice, removeOffice } from "./fakeOffice.ts";

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  removeOffice();
});

describe("waiting for Outlook", () => {
  it("ends when office.js says that it is in Outlook", async () => {
    installOffice({ onReady: () => Promise.resolve({ host: "Outlook", platform: "OfficeOnline" }) });
    await expect(officeReady()).resolves.toBeUndefined();
  });

  it("says at once that office.js did not arrive", async () => {
    await expect(officeReady()).rejects.toEqual(new OutlookAbsent("script-blocked"));
  });

  it.each([null, "Excel"])("says that %s is not Outlook", async (host) => {
    installOffice({ onReady: () => Promise.resolve({ host }) });
    await expect(officeReady()).rejects.toEqual(new OutlookAbsent("not-outlook"));
  });

  it("gives up at its limit where office.js never gets ready", async () => {
    installOffice({ onReady: () => new Promise(() => undefined) });
    const outcome = expect(officeReady(20_000)).rejects.toEqual(new OutlookAbsent("not-ready"));
    await jest.advanceTimersByTimeAsync(20_000);
    await outcome;
  });
});
