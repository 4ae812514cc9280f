import { screen, waitFor } from "@testing-library/react";
import { JiraUnreachable } from "../../src/core/errors.ts";
import { existing, mailFile, mailOf, type JiraContent } from "../core/fakes.ts";
import { button, readyButton, renderPane } from "./renderPane.tsx";

const hits = [
  { key: "DEMO-7", summary: "Old printer" },
  { key: "DEMO-8", summary: "New printer" },
];

async function onExistingTab(
  content: JiraContent = {},
  mail = mailOf("a"),
  neverSend: readonly string[] = [],
) {
  const pane = renderPane({ mail, jira: { hits, ...content }, neverSend });
  const issues = hits.map(({ key, summary }) => existing(pane.jira, key, summary));
  await pane.user.click(await screen.findByRole("tab", { name: /^Existing issue/ }));
  const picker = await screen.findByRole<HTMLInputElement>("combobox", { name: /Issue/ });
  const pick = async (name: string): Promise<void> => {
    await pane.user.click(picker);
    await pane.user.click(await screen.findByRole("option", { name }));
    await waitFor(() => expect(picker.value).toBe(name));
  };
  return { ...pane, issues, picker, pick };
}

describe("adding to an issue", () => {
  it("finds a recent one, comments with the mail's text, and attaches the mail", async () => {
    const { issues, pick, user, jira } = await onExistingTab();
    await pick("DEMO-7 Old printer");
    await user.click(await readyButton("Add to issue"));
    await screen.findByText("Added to", { exact: false });
    await screen.findByText("The mail’s text was added as a comment.");
    expect(issues[0]?.comments).toMatchObject([{ internal: undefined }]);
    expect(issues[0]?.comments[0]?.body).toMatch(/Text of a$/);
    expect(issues[0]?.files.map(({ name }) => name)).toEqual(["Subject of a.eml"]);
    expect(jira.calls).not.toContain("createIssue");
  });

  it("never takes the last choice for what is now in the box", async () => {
    const { issues, pick, picker, user } = await onExistingTab();
    await pick("DEMO-7 Old printer");
    await user.clear(picker);
    await user.type(picker, "DEMO-8");
    await user.keyboard("{Escape}");
    await user.click(await readyButton("Add to issue"));
    await screen.findByText("Choose an issue first.");
    expect(issues.map(({ comments }) => comments.length)).toEqual([0, 0]);
  });

  it("finds by words", async () => {
    const { issues, picker, user } = await onExistingTab();
    await user.type(picker, "New");
    await user.click(await screen.findByRole("option", { name: "DEMO-8 New printer" }));
    await user.click(await readyButton("Add to issue"));
    await screen.findByText("Added to", { exact: false });
    expect(issues.map(({ comments }) => comments.length)).toEqual([0, 1]);
  });

  it("comments internally in a service desk, unless the user lets the customer see it", async () => {
    const { issues, pick, user } = await onExistingTab({ serviceDesk: true });
    await pick("DEMO-7 Old printer");
    await user.click(await readyButton("Add to issue"));
    await screen.findByText("Added to", { exact: false });
    expect(issues[0]?.comments[0]?.internal).toBe(true);
    await user.click(await button("Use this mail again"));
    await user.click(await screen.findByRole("tab", { name: /^Existing issue/ }));
    await user.click(await screen.findByRole("combobox", { name: /Issue/ }));
    await user.click(await screen.findByRole("option", { name: "DEMO-8 New printer" }));
    await user.click(await screen.findByRole("radio", { name: "The customer sees this" }));
    await user.click(await readyButton("Add to issue"));
    await screen.findByText("Added to", { exact: false });
    expect(issues[1]?.comments[0]?.internal).toBe(false);
  });

  it("says that a search failed, never that nothing was found, and searches again", async () => {
    const { jira, picker, user } = await onExistingTab();
    jira.fault = (call) => (call === "searchIssues" ? new JiraUnreachable("network") : undefined);
    await user.type(picker, "New");
    await screen.findByText("Jira cannot be reached");
    expect(screen.queryByText("Nothing found")).toBeNull();
    jira.fault = () => undefined;
    await user.click(await button("Try again"));
    await waitFor(() => expect(screen.queryByText("Jira cannot be reached")).toBeNull());
  });

  it("does not attach once more what the issue has, unless it is ticked", async () => {
    const size = 4;
    const mail = mailOf("a", { files: [mailFile("old", { size }), mailFile("new", { size })] });
    const { issues, pick, user } = await onExistingTab({}, mail);
    issues[0]?.files.push({ name: "old.txt", contentType: "text/plain", bytes: new Uint8Array(size) });
    await pick("DEMO-7 Old printer");
    const old = await screen.findByRole("checkbox", { name: "old.txt (4 bytes; the issue has it)" });
    expect(old).toHaveProperty("checked", false);
    await user.click(await readyButton("Add to issue"));
    await screen.findByText("Added to", { exact: false });
    expect(issues[0]?.files.map(({ name }) => name)).toEqual(["old.txt", "Subject of a.eml", "new.txt"]);
  });

  it("keeps in what only the subject names, for the mail itself has it", async () => {
    const mail = mailOf("a", { subject: "About secret.example" });
    const { pick } = await onExistingTab({}, mail, ["secret.example"]);
    await pick("DEMO-7 Old printer");
    await screen.findByText(/lets nothing of secret.example go to Jira/);
  });

  it("says so where there is nothing to add", async () => {
    const { issues, pick, user } = await onExistingTab({}, mailOf("a"));
    await pick("DEMO-7 Old printer");
    await readyButton("Add to issue");
    await user.clear(screen.getByRole("textbox", { name: "Comment" }));
    await user.click(screen.getByRole("checkbox", { name: "The mail itself (.eml)" }));
    await user.click(await readyButton("Add to issue"));
    await screen.findByText(/There is nothing to add/);
    expect(issues[0]?.comments).toEqual([]);
  });

  it("does not say that it was added when only the comment may have gone, and the user leaves it", async () => {
    const { jira, pick, user } = await onExistingTab();
    await pick("DEMO-7 Old printer");
    jira.fault = (call) =>
      call === "addComment" || call === "commentByMe" ? new JiraUnreachable("network") : undefined;
    await user.click(await readyButton("Add to issue"));
    await screen.findByText(/nothing is sent twice/);
    await user.click(await button("Leave it as it is"));
    await screen.findByText("The mail’s text may not have been added as a comment.");
    await readyButton("Try the file again");
  });
});
