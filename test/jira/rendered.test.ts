import { createJira } from "../../src/jira/jira.ts";
import { against, refused, type Reply } from "./answering.ts";
import { startClient } from "./standIn.ts";

const rendered = (reply: Reply, issueKey?: string) =>
  against(
    () => reply,
    async ({ fetch, asked }) => ({
      html: await createJira(fetch, Date.now).rendered("*a*", issueKey),
      asked,
    }),
  );

describe("how a text will look", () => {
  it("is what Jira makes of it", async () => {
    const { jira, close } = await startClient("anna");
    expect(await jira.rendered("*a* DEMO-1", "DEMO-1")).toMatch(/^<p><b>a<\/b> <a href=.*>DEMO-1<\/a><\/p>$/);
    expect(await jira.rendered("||a||\n|b|", undefined)).toContain("<td>b</td>");
    await close();
  });

  it("is asked as Jira's own editor asks", async () => {
    const { asked } = await rendered({ text: "<p>a</p>" }, "DEMO-1");
    expect(asked[0]).toMatchObject({ method: "POST", path: "/jira/rest/api/1.0/render" });
    expect(asked[0]?.headers.accept).toMatch(/^text\/html/);
    expect(JSON.parse(String(asked[0]?.body))).toEqual({
      rendererType: "atlassian-wiki-renderer",
      unrenderedMarkup: "*a*",
      issueKey: "DEMO-1",
    });
  });

  it.each<[string, Reply, string]>([
    [
      "a page, as a proxy answers",
      { text: " <!DOCTYPE html><html><p>Sign in</p></html>" },
      "jira-unexpected",
    ],
    ["JSON", { json: {} }, "jira-unexpected"],
    ["more than any text", { text: "a".repeat(3_000_001) }, "jira-unexpected"],
    ["a refusal", refused(404, ""), "jira-rejected"],
    ["too many questions", { status: 429, text: "slow down" }, "jira-busy"],
  ])("is not %s", async (_what, reply, code) => {
    await expect(rendered(reply)).rejects.toMatchObject({ code });
  });
});
