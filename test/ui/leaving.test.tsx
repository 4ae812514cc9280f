import { act, screen, waitFor, within } from "@testing-library/react";
import { mailOf } from "../core/fakes.ts";
import { box, button, readyButton, renderPane } from "./renderPane.tsx";

const mail = mailOf("first");

function paneWith(html: string) {
  const pane = renderPane({ mail });
  act(() => pane.outlook.select(undefined));
  pane.outlook.mailbox.body = () => Promise.resolve({ html, text: "" });
  act(() => pane.outlook.select(mail));
  return pane;
}

const description = async () => (await box("Description")).value;
const secrets = "<p>Card 4111 1111 1111 1111</p><p>Password: hase-17</p>";

it("what looks private is hidden by a click in summary and text, and the issue never has it", async () => {
  const { user, jira } = paneWith(secrets);
  await user.type(await box("Summary"), " 4111 1111 1111 1111");
  await user.click(await screen.findByRole("checkbox", { name: "card number 4111 1111 1111 1111" }));
  expect(await description()).toMatch(/Card ••••1111[^]*hase-17/);
  await user.click(await readyButton("Create issue"));
  await waitFor(() => expect(jira.issues).toHaveLength(1));
  const sent = JSON.stringify(jira.issues);
  expect(sent).toContain("••••1111");
  expect(sent).not.toContain("4111 1111");
});

it("all of it is hidden at once, and shown again one by one", async () => {
  const { user } = paneWith(secrets);
  await user.click(await button("Hide all 2"));
  expect(await description()).toMatch(/Card ••••1111\n+Password: ••••$/);
  await user.click(await screen.findByRole("checkbox", { name: "password or key hase-17" }));
  expect(await description()).toMatch(/Card ••••1111\n+Password: hase-17$/);
});

it("the user's own words are kept where something in them is hidden", async () => {
  const { user } = paneWith(secrets);
  await user.type(await box("Description"), " of Ada's");
  await user.click(await button("Hide all 2"));
  await user.type(await box("Description"), ", and more");
  expect(await description()).toMatch(/Password: •••• of Ada's, and more$/);
});

it("one list has all that leaves: text, files, addresses", async () => {
  const { user } = paneWith("<p>Ask ada@example.com</p><p>Soon</p>");
  await screen.findByText(/^What leaves/);
  await user.click(await button(/^What leaves/));
  const list = within(screen.getByRole("list", { name: "What leaves your mailbox" }));
  const rows = list.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(rows[0]).toMatch(/^2 of the mail’s 2 paragraphs/);
  expect(rows).toContain("ada@example.com");
  expect(rows.some((row) => row.endsWith(": the whole mail with all its files"))).toBe(true);
});
