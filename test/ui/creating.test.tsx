import { screen, waitFor, within } from "@testing-library/react";
import { FileTooLarge, JiraRejected, JiraUnreachable, OAuthRefused } from "../../src/core/errors.ts";
import { field, mailFile, mailOf, plainFields } from "../core/fakes.ts";
import { box, button, readyButton, renderPane } from "./renderPane.tsx";

describe("creating an issue", () => {
  it("makes one from the mail, with its text and its files, and links to it", async () => {
    const { jira, user } = renderPane();
    await user.click(await readyButton("Create issue"));
    const link = await screen.findByRole("link", { name: "DEMO-1" });
    expect(link.getAttribute("href")).toBe("https://jira.example.com/jira/browse/DEMO-1");
    await screen.findByText("Created", { exact: false });
    expect(jira.issues).toHaveLength(1);
    expect(jira.issues[0]?.fields).toMatchObject({
      project: { key: "DEMO" },
      issuetype: { id: "3" },
      summary: "Printer on fire",
    });
    expect(jira.issues[0]?.fields["description"]).toMatch(/Ada Lovelace.*\n\nText of printer/);
    await waitFor(() => expect(jira.issues[0]?.files).toHaveLength(3));
    const files = await screen.findByRole("list", { name: "Files" });
    await waitFor(() => expect(within(files).getAllByText("attached")).toHaveLength(3));
  });

  it("makes one however often the button and Enter are pressed", async () => {
    const { jira, user } = renderPane();
    let answer: (nothing: undefined) => void = () => undefined;
    const late = new Promise<undefined>((resolve) => (answer = resolve));
    jira.fault = (call) => (call === "myself" ? late : undefined);
    await user.dblClick(await readyButton("Create issue"));
    await user.type(await box("Summary"), "{Enter}");
    await user.click(await button("Create issue"));
    answer(undefined);
    await screen.findByRole("link", { name: "DEMO-1" });
    await screen.findByRole("button", { name: "Use this mail again" });
    expect(jira.issues).toHaveLength(1);
    expect(jira.issues[0]?.files).toHaveLength(3);
  });

  it("puts Jira's complaint beside the field it is about, and keeps what was typed", async () => {
    const { jira, user } = renderPane();
    const summary = await box("Summary");
    await user.clear(summary);
    await user.type(summary, "Mine");
    jira.fault = (call) =>
      call === "createIssue" ? new JiraRejected(400, [], { summary: "No such words, please." }) : undefined;
    await user.click(await readyButton("Create issue"));
    await waitFor(async () => {
      const described = (await box("Summary")).getAttribute("aria-describedby") ?? "";
      expect(document.getElementById(described.split(" ")[0] ?? "")?.textContent).toContain(
        "No such words, please.",
      );
    });
    expect((await box("Summary")).value).toBe("Mine");
    expect(jira.issues).toHaveLength(0);
  });

  it("says what is missing before Jira is asked", async () => {
    const { jira, user } = renderPane({
      jira: { fields: [...plainFields, field("size", { name: "Size", required: true })] },
    });
    await box("Size");
    await user.click(await readyButton("Create issue"));
    await screen.findByText("Size is needed.");
    expect(jira.calls).not.toContain("createIssue");
    await user.type(await box("Size"), "L");
    await user.click(await readyButton("Create issue"));
    await waitFor(() => expect(jira.issues[0]?.fields).toMatchObject({ size: "L" }));
  });

  it("does not send before the text of the mail is there, not even by Enter", async () => {
    const { jira, outlook, user } = renderPane();
    let answer: (nothing: undefined) => void = () => undefined;
    const late = new Promise<undefined>((resolve) => (answer = resolve));
    outlook.fault = (call) => (call === "body" ? late : undefined);
    const summary = await box("Summary");
    await waitFor(() => expect(jira.calls).toContain("createScreen"));
    await user.type(summary, "{Enter}");
    expect(jira.calls).not.toContain("createIssue");
    answer(undefined);
    await readyButton("Create issue");
    await user.type(summary, "{Enter}");
    await screen.findByRole("link", { name: "DEMO-1" });
  });

  it("writes no empty comment where the screen has no description", async () => {
    const { jira, user } = renderPane({ jira: { fields: plainFields.slice(0, 1) } });
    const text = await screen.findByRole<HTMLTextAreaElement>("textbox", { name: "Description" });
    await waitFor(() => expect(text.value).not.toBe(""));
    await user.clear(text);
    await user.click(await readyButton("Create issue"));
    await waitFor(() => expect(jira.issues[0]?.files).toHaveLength(3));
    expect(jira.calls).not.toContain("addComment");
  });

  it("points to Jira where a field is beyond it", async () => {
    renderPane({
      jira: { fields: [...plainFields, field("cost", { name: "Cost centre", required: true, type: "any" })] },
    });
    const link = await screen.findByRole("link", { name: "Create the issue in Jira" });
    expect(link.getAttribute("href")).toContain("/secure/CreateIssueDetails!init.jspa?pid=1&issuetype=3");
    expect((await button("Create issue")).getAttribute("aria-disabled")).toBe("true");
  });

  it("ticks the very file whose label is clicked", async () => {
    const mail = mailOf("a", { files: [mailFile("one"), mailFile("two"), mailFile("three")] });
    const { user } = renderPane({ mail });
    await user.click(await screen.findByText(/^two\.txt/));
    const ticked = (name: RegExp) => screen.getByRole<HTMLInputElement>("checkbox", { name }).checked;
    expect([ticked(/itself/), ticked(/^one/), ticked(/^two/), ticked(/^three/)]).toEqual([
      true,
      true,
      false,
      true,
    ]);
    expect(screen.getByRole("group", { name: "Attach" })).toBeDefined();
  });
});

describe("choosing a project", () => {
  it("searches by what is typed, the key included", async () => {
    const { user } = renderPane();
    const project = await screen.findByRole<HTMLInputElement>("combobox", { name: /Project/ });
    await waitFor(() => expect(project.value).toBe("Demonstration (DEMO)"));
    await user.clear(project);
    await user.type(project, "SUP");
    expect(project.value).toBe("SUP");
    await user.click(await screen.findByRole("option", { name: "Customer help (SUP)" }));
    await waitFor(() => expect(project.value).toBe("Customer help (SUP)"));
  });
});

describe("when Jira's lists fail", () => {
  it("says so, and asks again", async () => {
    const { jira, user } = renderPane({ signedIn: false });
    jira.fault = (call) => (call === "issueTypes" ? new JiraUnreachable("network") : undefined);
    await signIn({ user });
    await screen.findByText("Jira cannot be reached");
    jira.fault = () => undefined;
    await user.click(await button("Try again"));
    await readyButton("Create issue");
    expect(screen.queryByText("Jira cannot be reached")).toBeNull();
  });

  async function signIn({ user }: Pick<ReturnType<typeof renderPane>, "user">): Promise<void> {
    await user.click(await button("Sign in to Jira"));
    await user.click(await button("Type a code instead"));
    await user.type(await box("Verification code"), "abc123");
    await user.click(await button("Sign in with this code"));
  }
});

describe("what came of it", () => {
  it("names the file that failed, and a retry sends only that", async () => {
    const { jira, user } = renderPane();
    jira.fault = (call) =>
      call === "attach photo.txt" ? new FileTooLarge("photo.txt", 11_000_000, 10_485_760) : undefined;
    await user.click(await readyButton("Create issue"));
    await screen.findByText(/Jira takes at most 10.0 MB/);
    await screen.findByText("Created", { exact: false });
    jira.fault = () => undefined;
    jira.calls.length = 0;
    await user.click(await button("Try the file again"));
    await waitFor(() => expect(screen.getAllByText("attached")).toHaveLength(3));
    expect(jira.calls.filter((call) => call.startsWith("attach"))).toEqual(["attach photo.txt"]);
    expect(jira.issues).toHaveLength(1);
  });

  it("shows which files are under way, stops on request, says what Jira has, and sends the rest", async () => {
    const { jira, user } = renderPane();
    jira.fault = (call) => (call === "attach photo.txt" ? new Promise(() => undefined) : undefined);
    await user.click(await readyButton("Create issue"));
    await screen.findByRole("progressbar", { name: "Sending photo.txt" });
    await waitFor(() => expect(screen.getAllByText("attached")).toHaveLength(2));
    expect(screen.getAllByRole("progressbar", { name: /^Sending/ })).toHaveLength(1);
    jira.fault = () => undefined;
    await user.click(await button("Stop"));
    await screen.findByText("You stopped the sending");
    await screen.findByText("perhaps attached");
    await screen.findByText(/so nothing is sent twice/);
    expect(screen.queryByRole("button", { name: /^Stop/ })).toBeNull();
    expect(jira.issues[0]?.files).toHaveLength(2);
    await user.click(await button("Send the rest"));
    await waitFor(() => expect(screen.getAllByText("attached")).toHaveLength(3));
    expect(jira.issues).toHaveLength(1);
    expect(jira.issues[0]?.files).toHaveLength(3);
  });

  it("keeps the receipts when the session ends half-way, and goes on after signing in", async () => {
    const { jira, user } = renderPane();
    jira.fault = (call) =>
      call === "attach photo.txt" ? new OAuthRefused("token_revoked", 401, {}) : undefined;
    await user.click(await readyButton("Create issue"));
    await button("Sign in to Jira");
    await screen.findByRole("link", { name: "DEMO-1" });
    expect((await button("Sign in again to go on")).getAttribute("aria-disabled")).toBe("true");
    jira.fault = () => undefined;
    await user.click(await button("Sign in to Jira"));
    await user.click(await button("Type a code instead"));
    await user.type(await box("Verification code"), "abc123");
    await user.click(await button("Sign in with this code"));
    await user.click(await button("Try again"));
    await waitFor(() => expect(screen.getAllByText("attached")).toHaveLength(3));
    expect(jira.issues).toHaveLength(1);
  });

  it("tells on the next mail that the last one was not sent", async () => {
    const { outlook, jira, user } = renderPane();
    const create = await readyButton("Create issue");
    outlook.fault = (call, when) => {
      if (call === "original" && when === "before") outlook.select(mailOf("next"));
      return undefined;
    };
    await user.click(create);
    await screen.findByText(/“RE: Printer on fire” was not sent/);
    expect(jira.issues).toHaveLength(0);
  });

  it("starts over with the same mail", async () => {
    const { jira, user } = renderPane();
    await user.click(await readyButton("Create issue"));
    await user.click(await button("Use this mail again"));
    await user.click(await readyButton("Create issue"));
    await screen.findByRole("link", { name: "DEMO-2" });
    await waitFor(() => expect(jira.issues[1]?.files).toHaveLength(3));
  });
});
