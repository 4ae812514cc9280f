/** A file, or the mail itself, that is larger than Jira takes. */
import { MessageChannel } from "node:worker_threads";
import { act, screen, waitFor, within } from "@testing-library/react";
import { unzipSync } from "fflate";
import { FileTooLarge, OutlookSilent } from "../../src/core/errors.ts";
import { mailFile, mailOf } from "../core/fakes.ts";
import { button, readyButton, renderPane, type Scene } from "./renderPane.tsx";

Object.assign(globalThis, { MessageChannel }); // jsdom has none
const limit = 200_000;
const log = "2026-11-28 12:00:00 INFO nothing happened\n".repeat(10_000);
const random = crypto.getRandomValues(new Uint8Array(65_536));

function paneWith(content: string | Uint8Array, scene: Scene = {}) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const mail = mailOf("first", {
    files: [
      mailFile("log", { name: "log.txt", size: bytes.length }),
      mailFile("film", { name: "film.mp4", size: limit + 1 }),
      mailFile("small", { name: "small.txt", size: 5 }),
    ],
  });
  const pane = renderPane({ mail, jira: { uploadLimit: limit }, ...scene });
  const { file } = pane.outlook.mailbox;
  let fault: OutlookSilent | undefined;
  pane.outlook.mailbox.file = async (mailId, fileId) => {
    const given = await file(mailId, fileId);
    if (fault && fileId === "log") throw fault;
    return fileId === "log" ? { ...given, name: "log.txt", bytes: Uint8Array.from(bytes) } : given;
  };
  return { ...pane, mail, failWith: (failure?: OutlookSilent) => (fault = failure) };
}
const line = (name: string | RegExp) => screen.findByRole<HTMLInputElement>("checkbox", { name });
const filesOf = ({ jira }: ReturnType<typeof paneWith>) =>
  new Map(jira.issues[0]?.files.map(({ name, bytes }) => [name, bytes]));

describe("a file over Jira's limit", () => {
  it("is zipped by a click, ticked, named in all lists, and sent as what unzips to it", async () => {
    const pane = paneWith(log);
    const { user } = pane;
    expect((await line(/^log\.txt \(.*Jira takes at most/)).checked).toBe(false);
    await user.click(await button("Zip it: log.txt"));
    const row = await line(/^log\.txt\.zip \(\d+ (?:KB|bytes)\)$/);
    expect(row.checked).toBe(true);
    await user.click(await button(/^What leaves/));
    const leaving = within(screen.getByRole("list", { name: "What leaves your mailbox" }));
    leaving.getByText(/^log\.txt\.zip, \d+ (?:KB|bytes)$/);
    await user.click(await readyButton("Create issue"));
    await button("Use this mail again");
    within(screen.getByRole("list", { name: "Files" })).getByText("log.txt.zip");
    const zip = filesOf(pane).get("log.txt.zip");
    expect(new TextDecoder().decode(unzipSync(zip ?? new Uint8Array())["log.txt"])).toBe(log);
    expect([...filesOf(pane).keys()]).toEqual(["Subject of first.eml", "log.txt.zip", "small.txt"]);
  });

  it("goes back to what it was by a click", async () => {
    const { user } = paneWith(log);
    await user.click(await button("Zip it: log.txt"));
    await line(/^log\.txt\.zip/);
    await user.click(await button("Do not zip it: log.txt"));
    expect((await line(/^log\.txt \(.*Jira takes at most/)).checked).toBe(false);
    await button("Zip it: log.txt");
  });

  it("is offered no zip where that would not help", async () => {
    paneWith(log);
    await line(/^film\.mp4 \(.*so it is left out/);
    await button("Zip it: log.txt");
    expect(screen.getAllByRole("button", { name: /^Zip it/ })).toHaveLength(1);
  });

  it("stays left out where its zip is too large as well, and the line says so", async () => {
    const noise = new Uint8Array(4 * random.length).map(
      (_, at) => (random[at % random.length] ?? 0) ^ (at >> 16),
    );
    const { user } = paneWith(noise);
    await user.click(await button("Zip it: log.txt"));
    const row = await line(
      /^log\.txt\.zip \(.*still more than the 195 KB that Jira takes, so it is left out\)$/,
    );
    expect(row.checked).toBe(false);
  });

  it("says what Outlook did not do, and is tried again", async () => {
    const { user, failWith } = paneWith(log);
    failWith(new OutlookSilent("getAttachmentContentAsync"));
    await user.click(await button("Zip it: log.txt"));
    await screen.findByText(/^Outlook did not answer/);
    failWith();
    await user.click(await button("Try again to zip log.txt"));
    expect((await line(/^log\.txt\.zip/)).checked).toBe(true);
  });

  it("keeps its zip while another mail is looked at", async () => {
    const { user, outlook, mail } = paneWith(log);
    await user.click(await button("Zip it: log.txt"));
    await line(/^log\.txt\.zip/);
    act(() => outlook.select(mailOf("other")));
    await waitFor(() => expect(screen.queryByRole("checkbox", { name: /^log/ })).toBeNull());
    act(() => outlook.select(mail));
    await line(/^log\.txt\.zip/);
    expect(outlook.calls.filter((call) => call === "file log")).toHaveLength(1);
  });

  it("is zipped when the user is back where they left before it was read", async () => {
    const { user, outlook, mail } = paneWith(log);
    let come: (nothing: undefined) => void = () => undefined;
    const late = new Promise<undefined>((resolve) => (come = resolve));
    outlook.fault = (call, when) => (call === "file log" && when === "before" ? late : undefined);
    await user.click(await button("Zip it: log.txt"));
    await screen.findByRole("progressbar", { name: "Zipping log.txt" });
    act(() => outlook.select(mailOf("other")));
    outlook.fault = () => undefined;
    act(() => come(undefined));
    await waitFor(() => expect(screen.queryByRole("checkbox", { name: /^log/ })).toBeNull());
    act(() => outlook.select(mail));
    expect((await line(/^log\.txt\.zip/)).checked).toBe(true);
  });

  it("is waited for where the issue is sent while it is being zipped", async () => {
    const pane = paneWith(log);
    const { user, outlook } = pane;
    let come: (nothing: undefined) => void = () => undefined;
    const late = new Promise<undefined>((resolve) => (come = resolve));
    outlook.fault = (call, when) => (call === "file log" && when === "before" ? late : undefined);
    await user.click(await button("Zip it: log.txt"));
    await user.click(await readyButton("Create issue"));
    await screen.findByText("Creating the issue…");
    act(() => come(undefined));
    await button("Use this mail again");
    expect(filesOf(pane).has("log.txt.zip")).toBe(true);
  });
});

describe("the mail itself over Jira's limit", () => {
  it("is said to be so beforehand, and goes without its large files by a click", async () => {
    const pane = paneWith(log);
    const { user } = pane;
    await screen.findByText(
      /^With its files it has about .*, likely more than the 195 KB that Jira takes\.$/,
    );
    await user.click(await button("Take it without its large files"));
    expect((await line("The mail without its large files (.eml)")).checked).toBe(true);
    await screen.findByText(/names what it lacks: log\.txt; film\.mp4\.$/);
    await user.click(await button(/^What leaves/));
    screen.getByText("Subject of first.eml: the mail without its large files");
    await user.click(await readyButton("Create issue"));
    await button("Use this mail again");
    const eml = new TextDecoder().decode(filesOf(pane).get("Subject of first.eml"));
    expect(eml).toContain("X-Inlink-Rebuilt: ");
    expect(eml).toContain('filename="small"');
    expect(eml).not.toContain('filename="log');
    screen.getByText("attached (without what makes it too large)");
  });

  it("goes whole again by a click", async () => {
    const { user } = paneWith(log);
    await user.click(await button("Take it without its large files"));
    await user.click(await button("Take the whole mail"));
    expect((await line("The mail itself (.eml)")).checked).toBe(true);
  });

  it("is not said to be so where it is not", async () => {
    renderPane({ jira: { uploadLimit: 10_000 } });
    await readyButton("Create issue");
    expect(screen.queryByText(/likely more than/)).toBeNull();
  });

  it("goes without its files where that was only seen when it was sent, and nothing goes twice", async () => {
    const { jira, user } = renderPane();
    jira.fault = (call, when) =>
      call === "attach Printer on fire.eml" && when === "before"
        ? new FileTooLarge("Printer on fire.eml", 30_000_000, undefined)
        : undefined;
    await user.click(await readyButton("Create issue"));
    const again = await button("Attach the mail without its files");
    jira.fault = () => undefined;
    await user.click(again);
    await screen.findByText("attached (without what makes it too large)");
    await button("Use this mail again");
    expect(screen.queryByRole("button", { name: /^Attach the mail/ })).toBeNull();
    expect(jira.issues).toHaveLength(1);
    expect(jira.issues[0]?.files.map(({ name }) => name).sort()).toEqual([
      "Printer on fire.eml",
      "invoice.txt",
      "photo.txt",
    ]);
    const mail = jira.issues[0]?.files.find(({ name }) => name.endsWith(".eml"));
    expect(new TextDecoder().decode(mail?.bytes)).toContain("X-Inlink-Rebuilt: ");
  });
});
