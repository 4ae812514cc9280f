import PostalMime from "postal-mime";
import { MailChanged, OutlookSilent } from "../../../src/core/errors.ts";
import { ORIGINAL } from "../../../src/core/submission/order.ts";
import { readFiles, type FileContents } from "../../../src/core/submission/readFiles.ts";
import { fakeMailbox, mailFile, mailOf } from "../fakes.ts";

const files = [mailFile("photo"), mailFile("invoice"), mailFile("plan", { kind: "cloud" })];
const lacking = { files: true, original: false };

/** Reads the mail itself and these of its files. */
async function reading(outlook: ReturnType<typeof fakeMailbox>, ids: readonly string[] = [], more = {}) {
  const contents: FileContents = new Map();
  const failed: string[] = [];
  const wanted = [{ id: ORIGINAL, name: "", ...more }, ...ids.map((id) => ({ id, name: "" }))];
  const stop = new AbortController().signal;
  await readFiles(outlook, "a", wanted, { contents, stop, failed: (id) => failed.push(id) });
  const bytes = contents.get(ORIGINAL)?.bytes;
  return { failed, email: bytes && (await PostalMime.parse(bytes)) };
}

describe("the mail itself, where Outlook does not give it", () => {
  it("is rebuilt with all its files, each of which is read once", async () => {
    const outlook = fakeMailbox(mailOf("a", { files, offers: lacking }));
    const { email, failed } = await reading(outlook, ["photo"]);
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
    const { email, failed } = await reading(outlook, ["photo"]);
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

describe("the mail itself without what makes it too large", () => {
  const video = mailFile("video", { size: 500 });
  const mail = mailOf("a", { files: [...files, video] });
  const names = (email: Awaited<ReturnType<typeof reading>>["email"]) =>
    email?.attachments.map(({ filename }) => filename);

  it("is rebuilt without the files that are so by themselves, which it names and nobody reads", async () => {
    const outlook = fakeMailbox(mail);
    const { email } = await reading(outlook, [], { light: { limit: 10_000 } });
    expect(outlook.calls).toEqual(["body", "file photo", "file invoice", "file video"]);
    const lighter = await reading(outlook, [], { light: { limit: 499 } });
    expect(names(email)).toEqual(["photo", "invoice", "video"]);
    expect(names(lighter.email)).toEqual([]); // what is left has more than 499 bytes by its text and head
    const sized = mailOf("a", { files: [...files, mailFile("video", { size: 20_000 })] });
    const other = fakeMailbox(sized);
    const light = await reading(other, [], { light: { limit: 10_000 } });
    expect(other.calls).not.toContain("file video");
    expect(names(light.email)).toEqual(["photo", "invoice"]);
    expect(light.email?.text).toContain(
      "[Inlink rebuilt this mail, too large for Jira, without: plan.txt (a link to a cloud file); video.txt]",
    );
  });

  it("has no files at all where Jira's limit is not known", async () => {
    const outlook = fakeMailbox(mail);
    const { email } = await reading(outlook, [], { light: { limit: undefined } });
    expect(outlook.calls).toEqual(["body"]);
    expect(names(email)).toEqual([]);
    expect(email?.headers.find(({ key }) => key === "x-inlink-rebuilt")?.value).toMatch(/too large for Jira/);
  });

  it("takes no zip for the file that it was made of", async () => {
    const outlook = fakeMailbox(mailOf("a", { files, offers: lacking }));
    const contents: FileContents = new Map();
    const stop = new AbortController().signal;
    const wanted = [
      { id: "zip of photo", name: "photo.txt.zip", zipOf: "photo" },
      { id: ORIGINAL, name: "" },
    ];
    await readFiles(outlook, "a", wanted, { contents, stop, failed: () => undefined });
    expect(contents.get("zip of photo")?.contentType).toBe("application/zip");
    const email = await PostalMime.parse(contents.get(ORIGINAL)?.bytes ?? "");
    expect(names(email)).toEqual(["photo", "invoice"]);
    const text = new TextDecoder().decode(email.attachments[0]?.content as ArrayBuffer);
    expect(text).toBe("bytes of photo");
  });
});
