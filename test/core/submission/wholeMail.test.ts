import PostalMime from "postal-mime";
import { MailChanged, OutlookSilent } from "../../../src/core/errors.ts";
import { ORIGINAL } from "../../../src/core/submission/order.ts";
import { readFiles, type FileContents } from "../../../src/core/submission/readFiles.ts";
import { fakeMailbox, mailFile, mailOf } from "../fakes.ts";

const files = [mailFile("photo"), mailFile("invoice"), mailFile("plan", { kind: "cloud" })];
const lacking = { files: true, original: false };

/** Reads the mail itself and these of its files. */
async function reading(outlook: ReturnType<typeof fakeMailbox>, ...ids: readonly string[]) {
  const contents: FileContents = new Map();
  const failed: string[] = [];
  const wanted = [ORIGINAL, ...ids].map((id) => ({ id }));
  const stop = new AbortController().signal;
  await readFiles(outlook.mailbox, "a", wanted, { contents, stop, failed: (id) => failed.push(id) });
  const bytes = contents.get(ORIGINAL)?.bytes;
  return { failed, email: bytes && (await PostalMime.parse(bytes)) };
}

describe("the mail itself, where Outlook does not give it", () => {
  it("is rebuilt with all its files, each of which is read once", async () => {
    const outlook = fakeMailbox(mailOf("a", { files, offers: lacking }));
    const { email, failed } = await reading(outlook, "photo");
    expect(outlook.calls).toEqual(["file photo", "body", "file invoice"]);
    expect(email?.subject).toBe("Subject of a");
    expect(email?.attachments.map(({ filename }) => filename)).toEqual(["photo", "invoice"]);
    expect(email?.text).toMatch(/^Text of a\s+\[Inlink rebuilt this mail without: plan.txt/);
    expect(failed).toEqual([]);
  });

  it("asks for no file where Outlook gives none", async () => {
    const outlook = fakeMailbox(mailOf("a", { files, offers: { files: false, original: false } }));
    const { email } = await reading(outlook);
    expect(outlook.calls).toEqual(["body"]);
    expect(email?.text).toContain("without: photo.txt; invoice.txt; plan.txt");
  });

  it("names a file that Outlook fails to give, and asks for it once", async () => {
    const outlook = fakeMailbox(mailOf("a", { files, offers: lacking }));
    outlook.fault = (call) => (call === "file photo" ? new OutlookSilent(call) : undefined);
    const { email, failed } = await reading(outlook, "photo");
    expect(outlook.calls.filter((call) => call === "file photo")).toHaveLength(1);
    expect(email?.attachments.map(({ filename }) => filename)).toEqual(["invoice"]);
    expect(email?.text).toContain("without: photo.txt;");
    expect(failed).toEqual(["photo"]);
  });

  it("fails where its text cannot be read, so that it can be tried again", async () => {
    const outlook = fakeMailbox(mailOf("a", { files, offers: lacking }));
    outlook.fault = (call) => (call === "body" ? new OutlookSilent(call) : undefined);
    expect(await reading(outlook)).toEqual({ failed: [ORIGINAL], email: undefined });
  });

  it.each(["body", "file invoice"])(
    "stops where another mail is selected before %s has come",
    async (call) => {
      const outlook = fakeMailbox(mailOf("a", { files, offers: lacking }));
      outlook.fault = (now, when) => {
        if (now === call && when === "before") outlook.select(mailOf("b"));
        return undefined;
      };
      await expect(reading(outlook)).rejects.toBeInstanceOf(MailChanged);
    },
  );
});
