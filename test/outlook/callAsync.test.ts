import { OutlookFailed, OutlookSilent } from "../../src/core/errors.ts";
import { callAsync } from "../../src/outlook/callAsync.ts";
import { answer, answering, doneOf, installOffice, refusal, removeOffice } from "./fakeOffice.ts";

beforeEach(() => {
  jest.useFakeTimers();
  installOffice({});
});
afterEach(() => {
  jest.useRealTimers();
  removeOffice();
});

describe("a call of Outlook's", () => {
  it("gives the value that Outlook answers with", async () => {
    await expect(callAsync("body.getAsync", answering(answer("text")))).resolves.toBe("text");
  });

  it("fails with Outlook's code and words", async () => {
    const call = callAsync("getAttachmentContentAsync", answering(refusal(9003, "Bad id")));
    await expect(call).rejects.toEqual(new OutlookFailed("getAttachmentContentAsync", 9003, "Bad id"));
  });

  it("fails where Outlook calls back with nothing", async () => {
    await expect(callAsync("body.getAsync", answering(undefined))).rejects.toBeInstanceOf(OutlookFailed);
  });

  it("fails where the library throws instead of answering", async () => {
    const call = callAsync("body.getAsync", () => {
      throw new TypeError("Parameter count mismatch");
    });
    await expect(call).rejects.toEqual(new OutlookFailed("body.getAsync", 0, "Parameter count mismatch"));
  });

  it("ends at its limit where Outlook never answers, and ignores the answer that comes later", async () => {
    const late: ((result: unknown) => void)[] = [];
    const call = callAsync("body.getAsync", (done) => late.push(doneOf([done])), 100);
    const outcome = expect(call).rejects.toEqual(new OutlookSilent("body.getAsync"));
    await jest.advanceTimersByTimeAsync(100);
    late[0]?.(answer("late"));
    await outcome;
  });

  it("leaves no timer behind", async () => {
    await callAsync("body.getAsync", answering(answer("text")));
    expect(jest.getTimerCount()).toBe(0);
  });
});
