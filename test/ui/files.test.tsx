import { act, screen, waitFor } from "@testing-library/react";
import { OutlookSilent } from "../../src/core/errors.ts";
import type { FileContent, MailFile } from "../../src/core/mail/mail.ts";
import { mailFile, mailOf } from "../core/fakes.ts";
import { box, button, readyButton, renderPane } from "./renderPane.tsx";

const tick = (name: string | RegExp) => screen.findByRole<HTMLInputElement>("checkbox", { name });
const content = (bytes: string): FileContent => ({
  name: "x",
  contentType: "image/png",
  bytes: new TextEncoder().encode(bytes),
});
const picture = (id: string, more: Partial<MailFile> = {}) =>
  mailFile(id, { name: `${id}.png`, contentType: "image/png", contentId: id, ...more });
const html = '<p>Look: <img src="cid:photo"> and <img src="cid:again"></p>';
const twice = mailOf("a", {
  files: [
    picture("photo", { inline: true }),
    picture("again", { inline: true }),
    mailFile("list", { size: 9 }),
  ],
});

interface Files {
  /** By id; others hold their id. */
  readonly bytes?: Readonly<Record<string, string>>;
  /** Before Outlook gives one. */
  readonly before?: (id: string) => Promise<unknown>;
}

function paneOn(mail = twice, { bytes = { photo: "same", again: "same" }, before }: Files = {}) {
  const scene = renderPane({ mail });
  const { outlook } = scene;
  const asked: string[] = [];
  act(() => outlook.select(undefined));
  outlook.mailbox.body = () => Promise.resolve({ html, text: "" });
  outlook.mailbox.file = async (_, id) => {
    asked.push(id);
    await before?.(id);
    return content(bytes[id] ?? id);
  };
  act(() => outlook.select(mail));
  const sent = () => scene.jira.issues.at(-1);
  return { ...scene, asked, sent, namesSent: () => sent()?.files.map(({ name }) => name) };
}

describe("renaming a file", () => {
  it("happens in its line, by keyboard, and shows in the text and in Jira", async () => {
    const { user, sent, namesSent } = paneOn();
    const text = await box("Description");
    await waitFor(() => expect(text.value).toContain("!photo.png!"));
    await user.click(await button("Rename photo.png"));
    const field = await box("Name of photo.png in Jira");
    expect(document.activeElement).toBe(field);
    await user.keyboard("valve 7{Enter}"); // the ending is not selected
    expect(document.activeElement).toBe(await button("Rename valve 7.png"));
    expect(text.value).toContain("!valve 7.png!");
    expect(sent()).toBeUndefined();
    await user.click(await readyButton("Create issue"));
    await waitFor(() => expect(namesSent()).toEqual(["Subject of a.eml", "valve 7.png", "list.txt"]));
    expect(sent()?.fields["description"]).toContain("!valve 7.png!");
  });

  it("follows in text that the user has changed, and leaves the rest of it alone", async () => {
    const { user } = paneOn();
    const text = await box("Description");
    await waitFor(() => expect(text.value).toContain("!photo.png!"));
    await user.clear(text);
    await user.type(text, "My !photo.png|width=9! is photo.png");
    await user.click(await button("Rename photo.png"));
    await user.keyboard("valve");
    await user.click(await box("Summary")); // what was typed counts
    expect(text.value).toBe("My !valve.png|width=9! is photo.png");
  });

  it("counts where the button is pressed without a word more", async () => {
    const { user, namesSent } = paneOn();
    await readyButton("Create issue");
    await user.click(await button("Rename list.txt"));
    await user.keyboard("parts");
    await user.click(await button("Create issue"));
    await waitFor(() => expect(namesSent()).toContain("parts.txt"));
  });

  it("is called off with Escape, and no name gives the mail's own back", async () => {
    const { user } = paneOn();
    await user.click(await button("Rename list.txt"));
    await user.keyboard("other{Escape}");
    expect(document.activeElement).toBe(await button("Rename list.txt"));
    await user.click(await button("Rename list.txt"));
    await user.keyboard("a/b{Enter}");
    await user.click(await button("Rename a_b.txt"));
    await user.clear(await box("Name of a_b.txt in Jira"));
    await user.keyboard("{Enter}");
    await button("Rename list.txt");
  });

  it("is offered for what goes along only", async () => {
    const { user } = paneOn();
    await user.click(await tick(/^list\.txt/));
    expect(screen.queryByRole("button", { name: "Rename list.txt" })).toBeNull();
  });
});

describe("the same picture twice", () => {
  it("goes up once, says so, and is shown in both places", async () => {
    const { user, sent, namesSent, asked } = paneOn();
    expect((await tick(/^again\.png .*the same as photo\.png/)).checked).toBe(false);
    expect(asked).toEqual(["photo", "again"]);
    await user.click(await readyButton("Create issue"));
    await waitFor(() => expect(namesSent()).toEqual(["Subject of a.eml", "photo.png", "list.txt"]));
    expect(sent()?.fields["description"]).toMatch(/Look: !photo\.png! and !photo\.png!$/);
  });

  it("goes up twice where the user ticks it nevertheless", async () => {
    const { user, namesSent } = paneOn();
    await user.click(await tick(/the same as photo\.png/));
    await user.click(await readyButton("Create issue"));
    await waitFor(() => expect(namesSent()).toContain("again.png"));
  });

  it.each([
    ["differs", { bytes: { photo: "same", again: "other" } }],
    [
      "cannot be read",
      {
        before: (id: string) =>
          id === "again" ? Promise.reject(new OutlookSilent("getAttachmentContentAsync")) : Promise.resolve(),
      },
    ],
  ])("is no such thing where the second %s", async (_, files) => {
    const { asked } = paneOn(twice, files);
    await waitFor(() => expect(asked).toEqual(["photo", "again"]));
    await act(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect((await tick(/^again\.png/)).checked).toBe(true);
    expect(screen.queryByText(/the same as/)).toBeNull();
  });

  it("that shows late takes neither words nor focus", async () => {
    let answer: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (answer = resolve));
    const { user } = paneOn(twice, { before: () => late });
    const text = await box("Description");
    await waitFor(() => expect(text.value).toContain("!photo.png!"));
    await user.click(await button("Rename list.txt"));
    await user.keyboard("half a na");
    const field = await box("Name of list.txt in Jira");
    answer();
    await screen.findByText(/the same as photo\.png/);
    expect(document.activeElement).toBe(field);
    await user.keyboard("me{Enter}");
    await button("Rename half a name.txt");
    expect(text.value).toContain("!again.png!");
  });

  it("keeps what the user ticked before it showed", async () => {
    let answer: () => void = () => undefined;
    const late = new Promise<void>((resolve) => (answer = resolve));
    const { user, asked } = paneOn(twice, { before: () => late });
    const text = await box("Description");
    await waitFor(() => expect(text.value).toContain("!photo.png!"));
    await user.click(await tick(/^photo\.png/));
    answer();
    await waitFor(() => expect(asked).toEqual(["photo", "again"]));
    await act(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect((await tick(/^photo\.png/)).checked).toBe(false);
    expect((await tick(/^again\.png/)).checked).toBe(true);
  });
});

describe("a picture that the user leaves out", () => {
  const logo = mailOf("first", { files: [picture("photo"), mailFile("list", { size: 9 })] });
  const later = mailOf("later", {
    files: [picture("sign", { name: "x.png" }), picture("photo", { size: 5 })],
  });

  it("starts unticked in later mails, until it is ticked and sent again", async () => {
    const { user, outlook, asked, namesSent } = paneOn(logo, { bytes: { photo: "logo", sign: "logo" } });
    await waitFor(async () => expect((await box("Description")).value).toContain("!photo.png!"));
    expect(asked).toEqual([]);
    await user.click(await tick(/^photo\.png/));
    await waitFor(() => expect(asked).toEqual(["photo"]));
    await act(() => new Promise((resolve) => setTimeout(resolve, 100)));
    await user.click(await readyButton("Create issue"));
    await button("Use this mail again");

    act(() => outlook.select(later));
    expect((await tick(/^x\.png .*left out before/)).checked).toBe(false);
    expect((await tick(/^photo\.png/)).checked).toBe(true);
    await user.click(await tick(/left out before/));
    await user.click(await readyButton("Create issue"));
    await waitFor(() => expect(namesSent()).toEqual(["Subject of later.eml", "x.png", "photo.png"]));
    await user.click(await button("Use this mail again"));
    await waitFor(async () => expect((await tick(/^x\.png/)).checked).toBe(true));
    expect(screen.queryByText(/left out before/)).toBeNull();
  });

  it("is forgotten on sign-out", async () => {
    const { user, ports } = paneOn(logo);
    ports.recents.rememberPictures({ left: [{ hash: "x", size: 4 }], taken: [] });
    await user.click(await button("Sign out"));
    expect(ports.recents.picturesLeftOut()).toEqual([]);
  });
});
