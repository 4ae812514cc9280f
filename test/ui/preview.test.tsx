import { act, screen, waitFor, within } from "@testing-library/react";
import { JiraRejected, OAuthRefused, OutlookSilent } from "../../src/core/errors.ts";
import { existing, mailFile, mailOf } from "../core/fakes.ts";
import { box, button, renderPane, type Scene } from "./renderPane.tsx";

const made: string[] = [];
const revoked: string[] = [];
beforeEach(() => {
  made.length = 0;
  revoked.length = 0;
  // jsdom has neither.
  URL.createObjectURL = () => `blob:picture-${made.push("")}`;
  URL.revokeObjectURL = (address) => void revoked.push(address);
});

const view = (name: "Text" | "Preview") => screen.findByRole("tab", { name: new RegExp(`^${name}`) }); // there twice, unstyled
const seen = () => screen.findByRole("region", { name: /^(Description|Comment) in Jira$/ });
const text = () => screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Description" });

/** Sizes differ: files of one size are looked into, in the background. */
const photo = (id: string, size: number) =>
  mailFile(id, { size, name: `${id}.png`, contentType: "image/png", contentId: `${id}@x`, inline: true });
const withPictures = mailOf("pictures", { files: [photo("chart", 1), photo("plan", 2), photo("unused", 3)] });

async function open(scene: Scene = {}, words = "Text of") {
  const pane = renderPane(scene);
  const asked = () => pane.jira.calls.filter((call) => call === "rendered").length;
  await waitFor(async () => expect((await text()).value).toContain(words));
  return { ...pane, asked };
}

describe("the preview", () => {
  it("asks nobody before it is opened, shows what Jira made of the text, and gives the text back", async () => {
    const sent: string[] = [];
    const jira = { rendered: (markup: string) => (sent.push(markup), "<h1>As Jira has it</h1>") };
    const { user, asked } = await open({ jira });
    expect(asked()).toBe(0);
    const written = (await text()).value;
    await user.click(await view("Preview"));
    await within(await seen()).findByRole("heading", { name: "As Jira has it" });
    expect(sent).toEqual([written]);
    await user.click(await view("Text"));
    expect((await text()).value).toBe(written);
    await user.type(await text(), " more");
    await user.click(await view("Preview"));
    await waitFor(() => expect(sent).toEqual([written, `${written} more`]));
  });

  it("follows the text while it is open", async () => {
    const jira = { rendered: (markup: string) => `<p>${markup}</p>` };
    const { user, outlook } = await open({ jira });
    act(() => outlook.select(undefined));
    outlook.mailbox.body = () => Promise.resolve({ html: undefined, text: "Call +49 30 1234567 today" });
    act(() => outlook.select(mailOf("call")));
    await user.click(await view("Preview"));
    await within(await seen()).findByText(/1234567/);
    await user.click(await screen.findByRole("checkbox", { name: /^telephone number/ }));
    await waitFor(async () => expect((await seen()).textContent).toMatch(/Call •+67 today/));
    expect((await seen()).textContent).not.toContain("1234567");
  });

  it("says so where Jira gives none, and asks again on request", async () => {
    const { user, jira } = await open();
    jira.fault = (call) => (call === "rendered" ? new JiraRejected(401, [], {}) : undefined);
    await user.click(await view("Preview"));
    await screen.findByText("This Jira gave no preview. The text is sent as it is written.");
    jira.fault = () => undefined;
    await user.click(await button("Ask again"));
    await within(await seen()).findByText(/Text of/);
    await user.click(await view("Text"));
    expect((await text()).value).toContain("Text of");
    await user.click(await button("Create issue"));
    await waitFor(() => expect(jira.issues).toHaveLength(1));
  });

  it("ends the session where the token is gone", async () => {
    const { user, jira } = await open();
    jira.fault = (call) => (call === "rendered" ? new OAuthRefused("token_rejected", 401, {}) : undefined);
    await user.click(await view("Preview"));
    await screen.findAllByRole("button", { name: /Sign in/ });
    expect((await view("Preview")).hasAttribute("disabled")).toBe(true);
    expect((await text()).value).toContain("Text of");
  });

  it("does not show Jira what may not go there", async () => {
    const { user, asked } = await open({ neverSend: ["example.com"] });
    await user.click(await view("Preview"));
    await screen.findByText(/this text may not go to Jira, not even to be shown/);
    expect(asked()).toBe(0);
  });

  it("is of the chosen issue where the text becomes a comment", async () => {
    const keys: (string | undefined)[] = [];
    const { user, jira, ports } = await open({ jira: { hits: [{ key: "DEMO-7", summary: "Old" }] } });
    existing(jira, "DEMO-7", "Old");
    Object.assign(ports.jira, {
      rendered: (_markup: string, key?: string) => (keys.push(key), Promise.resolve("<p>x</p>")),
    });
    await user.click(await screen.findByRole("tab", { name: /^Existing issue/ }));
    await user.click(await view("Preview"));
    await waitFor(() => expect(keys).toEqual([undefined]));
    await user.click(await screen.findByRole("combobox", { name: /Issue/ }));
    await user.click(await screen.findByRole("option", { name: /DEMO-7/ }));
    await waitFor(() => expect(keys).toEqual([undefined, "DEMO-7"]));
  });
});

describe("pictures of the mail in the preview", () => {
  const markup = "a !chart.png|width=30! b !plan.png!";

  async function pictured() {
    const sent: string[] = [];
    const jira = { rendered: (asked: string) => (sent.push(asked), `<p>${asked}</p>`) };
    const pane = await open({ mail: withPictures, jira });
    await pane.user.clear(await text());
    await pane.user.click(await text());
    await pane.user.paste(markup);
    for (const name of ["chart.png", "plan.png"]) {
      const tick = await screen.findByRole<HTMLInputElement>("checkbox", { name: new RegExp(`^${name}`) });
      if (!tick.checked) await pane.user.click(tick);
    }
    return { ...pane, sent, shown: () => screen.queryAllByRole<HTMLImageElement>("img", { name: /png$/ }) };
  }

  it("come from Outlook, one at a time, only those of the text, and are let go with it", async () => {
    const { user, sent, shown, outlook } = await pictured();
    await user.click(await view("Preview"));
    await waitFor(() =>
      expect(shown().map(({ src, alt, width }) => [src, alt, width])).toEqual([
        ["blob:picture-1", "chart.png", 30],
        ["blob:picture-2", "plan.png", 0],
      ]),
    );
    expect(sent[0]).not.toContain("png");
    expect(outlook.calls.filter((call) => call.startsWith("file"))).toEqual(["file chart", "file plan"]);
    await user.click(await view("Text"));
    expect(revoked).toEqual(["blob:picture-1", "blob:picture-2"]);
    expect((await text()).value).toBe(markup);
  });

  it("leave their names where Outlook does not give them", async () => {
    const { user, shown, outlook } = await pictured();
    outlook.fault = (call) =>
      call === "file chart" ? new OutlookSilent("getAttachmentContentAsync") : undefined;
    await user.click(await view("Preview"));
    await waitFor(() => expect(shown().map(({ alt }) => alt)).toEqual(["plan.png"]));
    await within(await seen()).findByText("chart.png");
  });

  it("are none where they would not be sent", async () => {
    const { user, sent } = await pictured();
    await user.click(await screen.findByRole("checkbox", { name: /^chart.png/ }));
    await user.click(await view("Preview"));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatch(/^a {2}b \p{P}0\p{P}$/u);
    expect((await box("Summary")).value).not.toBe("");
  });

  it("stop being read when the preview closes", async () => {
    const { user, outlook } = await pictured();
    let go: () => void = () => undefined;
    const held = new Promise<undefined>((resolve) => (go = () => resolve(undefined)));
    outlook.fault = (call) => (call === "file chart" ? held : undefined);
    await user.click(await view("Preview"));
    await waitFor(() => expect(outlook.calls).toContain("file chart"));
    await user.click(await view("Text"));
    go();
    await waitFor(() => expect(revoked).toEqual(made.length > 0 ? ["blob:picture-1"] : []));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(outlook.calls).not.toContain("file plan");
  });
});
