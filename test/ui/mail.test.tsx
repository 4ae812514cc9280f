import { act, screen, waitFor } from "@testing-library/react";
import { MailChanged, OutlookSilent, type InlinkError } from "../../src/core/errors.ts";
import { mailOf } from "../core/fakes.ts";
import { box, button, readyButton, renderPane } from "./renderPane.tsx";

const first = mailOf("first");
const second = mailOf("second");
const text = () => screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Description" });

describe("another mail", () => {
  it("brings its own form; a touched draft is there again on the way back", async () => {
    const { outlook, user } = renderPane({ mail: first });
    await user.type(await box("Summary"), "!");
    act(() => outlook.select(second));
    expect((await box("Summary")).value).toBe("Subject of second");
    act(() => outlook.select(first));
    expect((await box("Summary")).value).toBe("Subject of first!");
  });

  it("is asked for where none is selected", async () => {
    const { outlook } = renderPane({ mail: first });
    await box("Summary");
    act(() => outlook.select(undefined));
    await screen.findByText(/Select a mail/);
  });

  it("that comes and goes before anybody looks leaves no form that waits for ever", async () => {
    const { outlook, user } = renderPane({ mail: first });
    let answer: (late: InlinkError) => void = () => undefined;
    const late = new Promise<InlinkError>((resolve) => (answer = resolve));
    outlook.fault = () => late;
    await box("Summary");
    act(() => {
      outlook.select(second);
      outlook.select(first);
    });
    outlook.fault = () => undefined;
    answer(new MailChanged());
    await user.click(await button("Read the mail’s text again"));
    await waitFor(async () => expect((await text()).value).toMatch(/Text of first$/));
  });

  it("drops what is still read from the last one, without a word", async () => {
    const { outlook } = renderPane({ mail: first });
    let answer: (late: InlinkError) => void = () => undefined;
    const late = new Promise<InlinkError>((resolve) => (answer = resolve));
    outlook.fault = () => late;
    await box("Summary");
    outlook.fault = () => undefined;
    act(() => outlook.select(second));
    answer(new MailChanged());
    await waitFor(async () => expect((await text()).value).toMatch(/Text of second$/));
    expect(screen.queryByText(/Another mail was selected/)).toBeNull();
  });
});

describe("the mail's text", () => {
  it("can be read again where Outlook did not answer, and the issue can be made without it", async () => {
    const { outlook, user } = renderPane({ mail: first });
    outlook.fault = () => new OutlookSilent("body.getAsync");
    await screen.findByText("Outlook did not answer");
    await readyButton("Create issue");
    outlook.fault = () => undefined;
    await user.click(await button("Read the mail’s text again"));
    await waitFor(async () => expect((await text()).value).toMatch(/Text of first$/));
  });
});

it("a mail that Outlook gives no text of says so, and what its protection means", async () => {
  const { outlook } = renderPane({ mail: first });
  act(() => outlook.select(undefined));
  outlook.mailbox.body = () => Promise.resolve({ html: "<div> </div>", text: "" });
  act(() => outlook.select(mailOf("sealed", { seal: "protected" })));
  await screen.findByText(/Jira does not keep that protection.*gives Inlink no text of this mail/);
  await readyButton("Create issue");
});

it("what the administrator keeps in cannot be sent, and the pane says why", async () => {
  const { user, jira } = renderPane({ neverSend: ["example.com"] });
  await screen.findByText(/Your administrator lets nothing of example.com go to Jira/);
  const send = await screen.findByRole("button", { name: "Create issue" });
  expect(send.getAttribute("aria-disabled")).toBe("true");
  await user.click(send);
  expect(jira.issues).toHaveLength(0);
});

it("what only the mail itself names may be sent without it", async () => {
  const { user, outlook } = renderPane({ neverSend: ["secret.example"] });
  act(() => outlook.select(undefined));
  const html = "<p>Hello</p><p>From: B<br>Sent: Monday<br>To: A<br>Subject: x</p><p>b@secret.example</p>";
  outlook.mailbox.body = () => Promise.resolve({ html, text: "" });
  act(() => outlook.select(first));
  await screen.findByText(/lets nothing of secret.example go to Jira/);
  await user.click(await screen.findByRole("checkbox", { name: "The mail itself (.eml)" }));
  await readyButton("Create issue");
});

it.each([
  [true, /text and files\./],
  [false, /files are only named/],
])(
  "a mail that Outlook does not give is rebuilt, and the pane says so (it gives files: %s)",
  async (given, words) => {
    const mail = mailOf("a", { offers: { files: given, original: false } });
    const { user, jira } = renderPane({ mail });
    await screen.findByText(words);
    const row = await screen.findByRole<HTMLInputElement>("checkbox", {
      name: "The mail, rebuilt by Inlink (.eml)",
    });
    expect(row.checked).toBe(true);
    await user.click(await readyButton("Create issue"));
    await waitFor(() => expect(jira.issues[0]?.files.map(({ name }) => name)).toEqual(["Subject of a.eml"]));
  },
);
