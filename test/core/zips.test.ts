import { unzipSync } from "fflate";
import { MailChanged, OutlookSilent, Stopped } from "../../src/core/errors.ts";
import { fakeMailbox, mailFile, mailOf } from "./fakes.ts";

const mail = mailOf("a", { files: [mailFile("log"), mailFile("trace")] });
const steps = (outlook: ReturnType<typeof fakeMailbox>) =>
  [...outlook.zips.states("a")].map(([id, { step }]) => `${id} ${step}`);

it("a zip is made once, and kept until it is forgotten", async () => {
  const outlook = fakeMailbox(mail);
  const { zips, calls } = outlook;
  const first = zips.zip("a", "log");
  expect(steps(outlook)).toEqual(["log making"]);
  const again = zips.zip("a", "log");
  const { bytes } = await first;
  expect(new TextDecoder().decode(unzipSync(bytes)["log"])).toBe("bytes of log");
  expect(await again).toBe(await first);
  outlook.select(mailOf("b")); // it needs Outlook no longer
  expect(await zips.zip("a", "log")).toBe(await first);
  expect(calls).toEqual(["file log"]);
  expect(zips.states("a").get("log")).toEqual({ step: "ready", size: bytes.length });
  zips.forget("a");
  expect(steps(outlook)).toEqual([]);
  await expect(zips.zip("a", "log")).rejects.toBeInstanceOf(MailChanged);
});

it("one is made at a time, and each change is told", async () => {
  const outlook = fakeMailbox(mail);
  const seen: string[] = [];
  outlook.zips.onChange(() => seen.push(steps(outlook).join(", ")));
  await Promise.all([outlook.zips.zip("a", "log"), outlook.zips.zip("a", "trace")]);
  expect(seen).toEqual([
    "log making",
    "log making, trace making",
    "log ready, trace making",
    "log ready, trace ready",
  ]);
});

it("a failure is kept as a state, holds up no other, and is tried again on request", async () => {
  const outlook = fakeMailbox(mail);
  outlook.fault = (call) => (call === "file log" ? new OutlookSilent(call) : undefined);
  const failing = outlook.zips.zip("a", "log");
  await outlook.zips.zip("a", "trace");
  await expect(failing).rejects.toBeInstanceOf(OutlookSilent);
  expect(steps(outlook)).toEqual(["log failed", "trace ready"]);
  outlook.fault = () => undefined;
  await outlook.zips.zip("a", "log");
  expect(steps(outlook)).toEqual(["log ready", "trace ready"]);
});

it("what is forgotten while it is made leaves no trace", async () => {
  const outlook = fakeMailbox(mail);
  const making = outlook.zips.zip("a", "log");
  outlook.zips.forget("a", "log");
  await expect(making).rejects.toBeInstanceOf(Stopped);
  expect(steps(outlook)).toEqual([]);
});
