import { screen } from "@testing-library/react";
import { field, plainFields } from "../core/fakes.ts";
import { readyButton, renderPane } from "./renderPane.tsx";

const impact = field("impact", {
  name: "Impact",
  type: "option",
  allowedValues: [
    { id: "1", label: "Large" },
    { id: "2", label: "Small" },
  ],
});
const jira = { fields: [...plainFields, impact] };
const before = { sender: "ada@example.com", projectKey: "SUP", issueTypeId: "3", values: { impact: "2" } };

it("is there with its reason, and what the user makes of it is what counts", async () => {
  const { user, jira: fake } = renderPane({ jira, past: [before] });
  await screen.findByDisplayValue(/SUP/);
  expect(await screen.findAllByText(/As for the last mail from ada@example.com./)).toHaveLength(2);
  const box = await screen.findByRole<HTMLSelectElement>("combobox", { name: "Impact" });
  expect(box.value).toBe("2");
  await user.click(screen.getByRole("button", { name: "Clear" }));
  expect(box.value).toBe("");
  await user.click(await readyButton("Create issue"));
  await screen.findByRole("link", { name: /-1$/ });
  expect(fake.issues[0]?.fields).not.toHaveProperty("impact");
});

it("a created issue makes the next mail's suggestion", async () => {
  const { user, ports } = renderPane({ jira, past: [before] });
  await user.click(await readyButton("Create issue"));
  await screen.findByRole("button", { name: "Use this mail again" });
  expect(ports.recents.past()[0]).toEqual(before);
  expect(ports.recents.past()).toHaveLength(2);
});
