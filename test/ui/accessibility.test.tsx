import { screen, waitFor } from "@testing-library/react";
import axe from "axe-core";
import { DialogRefused, FileTooLarge, JiraRejected } from "../../src/core/errors.ts";
import { existing, field, plainFields } from "../core/fakes.ts";
import { box, button, readyButton, renderPane, type Scene } from "./renderPane.tsx";

jest.setTimeout(60_000);

/** Colours and sizes need a real browser: the end-to-end tests look at those. */
async function complaints(container: Element): Promise<readonly string[]> {
  const { violations } = await axe.run(container, { rules: { "color-contrast": { enabled: false } } });
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

const options = [
  { id: "1", label: "One" },
  { id: "2", label: "Two" },
];
const allKinds = [
  ...plainFields,
  field("line", { name: "Line", required: true }),
  field("points", { name: "Points", required: true, type: "number" }),
  field("day", { name: "Day", required: true, type: "date" }),
  field("one", { name: "Select", required: true, type: "option", allowedValues: options }),
  field("many", { name: "Components", required: true, type: "array", allowedValues: options }),
];

describe("axe finds nothing serious", () => {
  it.each<[string, Scene, (pane: ReturnType<typeof renderPane>) => Promise<unknown>]>([
    ["before signing in", { signedIn: false }, () => button("Sign in to Jira")],
    [
      "where the code is typed",
      { signedIn: false },
      async ({ dialogs, user }) => {
        dialogs.refusal = new DialogRefused("blocked");
        await user.click(await button("Sign in to Jira"));
        await box("Verification code");
      },
    ],
    [
      "in a form with every kind of field, and its complaints",
      { jira: { fields: allKinds } },
      async ({ user }) => {
        await box(/Line/);
        await user.click(await readyButton("Create issue"));
        await screen.findByText("Components is needed.");
        expect(screen.getByRole("group", { name: /Components/ })).toBeDefined();
      },
    ],
    [
      "in a form that Jira refused",
      {},
      async ({ jira, user }) => {
        jira.fault = (call) => (call === "createIssue" ? new JiraRejected(400, ["No."], {}) : undefined);
        await user.click(await readyButton("Create issue"));
        await screen.findByText("Jira did not accept that");
      },
    ],
    [
      "while an issue is chosen in a service desk",
      { jira: { serviceDesk: true, hits: [{ key: "SUP-1", summary: "Help" }] } },
      async ({ jira, user }) => {
        existing(jira, "SUP-1", "Help");
        await user.click(await screen.findByRole("tab", { name: /^Existing issue/ }));
        await user.click(await screen.findByRole("combobox", { name: /Issue/ }));
        await user.click(await screen.findByRole("option", { name: "SUP-1 Help" }));
        await screen.findByRole("radio", { name: "The customer sees this" });
      },
    ],
    [
      "while files go up",
      {},
      async ({ jira, user }) => {
        jira.fault = (call) => (call === "attach photo.txt" ? new Promise(() => undefined) : undefined);
        await user.click(await readyButton("Create issue"));
        await screen.findByText("sending…");
      },
    ],
    [
      "in a result with a file that failed",
      {},
      async ({ jira, user }) => {
        jira.fault = (call) =>
          call === "attach photo.txt" ? new FileTooLarge("photo.txt", 20, 10) : undefined;
        await user.click(await readyButton("Create issue"));
        await button("Try the file again");
      },
    ],
    [
      "in the question whose account acts",
      { mailbox: "mary@example.com" },
      async ({ user }) => {
        await user.click(await readyButton("Create issue"));
        await screen.findByRole("alertdialog");
      },
    ],
  ])("%s", async (_, scene, until) => {
    const pane = renderPane(scene);
    await until(pane);
    await waitFor(async () => expect(await complaints(document.body)).toEqual([]), { timeout: 20_000 });
  });
});
