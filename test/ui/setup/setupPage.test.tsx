/** The set-up page as an administrator meets it; that its files work is shown end to end. */
import { webcrypto } from "node:crypto";
import { render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import axe from "axe-core";
import { readFileSync } from "node:fs";
import { readEarlierConfig } from "../../../src/setup/configFile.ts";
import type { EarlierTexts } from "../../../src/ui/setup/readEarlier.ts";
import { SetupPage } from "../../../src/ui/setup/SetupPage.tsx";
import type { SetupPorts } from "../../../src/ui/setup/setupPorts.ts";
import { button } from "../renderPane.tsx";

jest.setTimeout(60_000);

interface Scene {
  readonly earlier?: EarlierTexts;
  readonly crypto?: SetupPorts["crypto"];
  /** Whether the clipboard takes what it is given. */
  readonly clipboard?: boolean;
}

const { subtle } = webcrypto as unknown as Crypto; // of Node: jsdom has none
const randomBytes = (count: number) => webcrypto.getRandomValues(new Uint8Array(count));

function open(scene: Scene = {}) {
  const downloads = new Map<string, string>();
  const copied: string[] = [];
  const ports: SetupPorts = {
    crypto: "crypto" in scene ? scene.crypto : { subtle, randomBytes },
    manifestTemplate: readFileSync("manifest.xml", "utf8"),
    ownFolder: "https://addin.example.com/inlink",
    findEarlier: () => Promise.resolve(scene.earlier ?? {}),
    download: ({ name, text }) => void downloads.set(name, text),
    copy: (text) => {
      copied.push(text);
      return Promise.resolve(scene.clipboard ?? true);
    },
  };
  const { container } = render(
    <SetupPage ports={ports} watchDark={() => () => undefined} check={undefined} />,
  );
  return { downloads, copied, container, user: userEvent.setup() };
}

type Page = ReturnType<typeof open>;
const box = (label: string) => screen.findByRole<HTMLInputElement>("textbox", { name: label });
const radio = (name: RegExp) => screen.findByRole("radio", { name });

async function make({ user }: Page): Promise<void> {
  await user.click(await button("Make the files"));
}

async function made(): Promise<void> {
  await screen.findByRole("heading", { name: "Your files are ready" }, { timeout: 20_000 });
}

/** With Jira's address, all else as the page has it. */
async function makeFirst(page: Page): Promise<void> {
  await page.user.type(await box("Jira's address"), "https://jira.example.com");
  await make(page);
  await made();
}

async function fileOf({ user, downloads }: Page, name: string): Promise<string> {
  await user.click(await button(new RegExp(`^Download (again )?${name.replace(".", "\\.")}$`)));
  return downloads.get(name) ?? "";
}

async function keyIn(page: Page): Promise<string | undefined> {
  return readEarlierConfig(await fileOf(page, "config.json")).privateKey;
}

/** An earlier run of the page itself. */
async function earlierRun(how: RegExp): Promise<EarlierTexts> {
  const page = open();
  await page.user.click(await radio(how));
  await makeFirst(page);
  const texts = { config: await fileOf(page, "config.json"), manifest: await fileOf(page, "manifest.xml") };
  document.body.replaceChildren();
  return texts;
}

describe("the questions", () => {
  it("say what is wrong beside each field once files are wanted, and lead to the first", async () => {
    const page = open();
    const jira = await box("Jira's address");
    expect(jira.getAttribute("aria-invalid")).not.toBe("true");
    await make(page);
    await waitFor(() => expect(document.activeElement).toBe(jira));
    await page.user.type(jira, "http://jira.example.com");
    await screen.findByText(/https/, { selector: '[role="alert"], [role="alert"] *' });
    expect(screen.queryByText("Your files are ready")).toBeNull();
  });

  it("open what is folded away where the mistake is in there", async () => {
    const page = open();
    await page.user.type(await box("Jira's address"), "https://jira.example.com");
    await page.user.type(screen.getByLabelText("Support page"), "intranet");
    await make(page);
    await waitFor(() => expect(screen.getByRole("group").getAttribute("open")).not.toBeNull());
  });

  it("say what a key without a passphrase puts at stake, before it is made", async () => {
    const page = open();
    await page.user.click(await radio(/No passphrase/));
    await screen.findByText("The key is not protected");
  });

  it("want a passphrase where an own one is chosen", async () => {
    const page = open();
    await page.user.type(await box("Jira's address"), "https://jira.example.com");
    await page.user.click(await radio(/A passphrase of your own/));
    await make(page);
    await screen.findByText("Write a passphrase, or have one made.");
  });

  it("cannot be used where the browser makes no keys, and say so", async () => {
    open({ crypto: undefined });
    await screen.findByText("Keys cannot be made on this page");
    expect((await button("Make the files")).hasAttribute("disabled")).toBe(true);
  });
});

describe("the files", () => {
  it("come with the passphrase, what to do, and each value to copy", async () => {
    const page = open();
    await makeFirst(page);
    const secret = within(screen.getByRole("region", { name: "Team passphrase" }));
    const passphrase = secret.getByText(/^[2-9A-Z]{5}(-[2-9A-Z]{5}){4}$/).textContent;
    await page.user.click(secret.getByRole("button"));
    const jira = within(screen.getByRole("region", { name: "In Jira" }));
    for (const name of ["Application URL", "Application Name", "Consumer Key", "Consumer Name", "Public Key"])
      await page.user.click(jira.getByRole("button", { name: `Copy ${name}` }));
    expect(page.copied).toHaveLength(6);
    expect(page.copied[0]).toBe(passphrase);
    expect(page.copied[5]).toMatch(/^-----BEGIN PUBLIC KEY-----\n[^]+\n-----END PUBLIC KEY-----$/);
  });

  it("are of the chosen web server only", async () => {
    const page = open();
    await makeFirst(page);
    await page.user.click(await radio(/^Caddy/));
    await button("Download caddy-addin.Caddyfile");
    expect(screen.queryByText("nginx-addin.conf")).toBeNull();
  });

  it("keep the key and the id when an answer changes, so that Jira need not be told again", async () => {
    const page = open();
    await makeFirst(page);
    const [key, manifest] = [await keyIn(page), await fileOf(page, "manifest.xml")];
    await page.user.click(await button("Change the answers"));
    expect((await box("Jira's address")).value).toBe("https://jira.example.com");
    await page.user.type(await box("Name of this Jira"), "Our Jira");
    await make(page);
    await made();
    expect(await keyIn(page)).toBe(key);
    expect(await fileOf(page, "config.json")).toContain("Our Jira");
    const id = /<Id>[^<]+<\/Id>/;
    expect(id.exec(await fileOf(page, "manifest.xml"))?.[0]).toBe(id.exec(manifest)?.[0]);
  });

  it("can be selected by hand where the clipboard is refused", async () => {
    const page = open({ clipboard: false });
    await makeFirst(page);
    await page.user.click(await button("Copy Consumer Key"));
    await screen.findByText("Select it, and press Ctrl+C");
  });
});

describe("after an earlier run", () => {
  it("keeps its key, and takes the passphrase off only for who knows it", async () => {
    const earlier = await earlierRun(/A passphrase made here/);
    const page = open({ earlier });
    await screen.findByText(/goes on from the earlier run: config\.json and manifest\.xml/);
    await page.user.click(await radio(/Keep it, without a passphrase/));
    await make(page);
    await screen.findByText("Write the passphrase that the key has now.");
    await page.user.type(screen.getByLabelText("Passphrase of the key"), "wrong");
    await make(page);
    await screen.findByText("That passphrase does not open the key");
    await page.user.click(await radio(/Keep it Nothing changes/));
    await make(page);
    await made();
    expect(await fileOf(page, "config.json")).toBe(earlier.config);
    expect(await fileOf(page, "manifest.xml")).toBe(earlier.manifest);
  });

  it("makes another key where that is asked for, and says how it gets into Jira", async () => {
    const earlier = await earlierRun(/No passphrase/);
    const page = open({ earlier });
    await page.user.click(await radio(/Make a new one in its place/));
    await make(page);
    await made();
    expect(await keyIn(page)).not.toBe(readEarlierConfig(earlier.config ?? "").privateKey);
    await screen.findByRole("heading", { name: "Replace the public key" });
  });

  it("says which chosen file is none of Inlink's, and goes on without it", async () => {
    const page = open();
    const text = '{ "version": 1, "sites": 7 }';
    const file = new File([text], "config.json", { type: "application/json" });
    file.text = () => Promise.resolve(text); // jsdom has none
    await page.user.upload(await screen.findByLabelText("Files of an earlier run"), [file]);
    await screen.findByText(/It is left out here\./);
    await makeFirst(page);
  });
});

it("has nothing serious for axe to find, before and after", async () => {
  const page = open();
  const complaints = async () => {
    const { violations } = await axe.run(page.container, { rules: { "color-contrast": { enabled: false } } });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id }) => id);
  };
  await box("Jira's address");
  expect(await complaints()).toEqual([]);
  await makeFirst(page);
  expect(await complaints()).toEqual([]);
});
