import type { FrameLocator, Page } from "playwright-core";
import { chooseProject, openOutlook, openPane, send } from "../../../sim/browser/pane.ts";
import { tellSignedIn, textOf } from "../story.ts";

/** An issue is made, so that the lists are known; Outlook is closed. */
async function useOnce(outlook: Page, pane: FrameLocator): Promise<void> {
  await textOf(pane, "Description", "printer");
  await chooseProject(pane, "Demo project");
  await pane.getByRole("combobox", { name: "Priority" }).waitFor();
  await send(pane, "Create issue");
  await outlook.close();
}

it("the second pane has its form before Jira has answered anything, and keeps what is typed when it does", () =>
  tellSignedIn({}, async ({ bench, jira, outlook, pane }) => {
    await useOnce(outlook, pane);

    bench.setRelay({ slow: 8_000 });
    const asked = jira.log().length;
    const again = await openOutlook(outlook.context(), bench.outlookUrl({ select: "2" }));
    const second = await openPane(again);
    await second.getByRole("combobox", { name: "Priority" }).waitFor();
    await textOf(second, "Description", "printer");
    await second.getByRole("textbox", { name: "Summary" }).fill("Typed while Jira thinks");
    await second.getByRole("combobox", { name: "Priority" }).selectOption({ label: "High" });
    const button = second.getByRole("button", { name: "Create issue" });
    expect(await button.getAttribute("aria-disabled")).toBeNull();
    // Had one been waited for, Jira would have it in its log.
    expect(jira.log().slice(asked)).toEqual([]);

    bench.setRelay({});
    const key = await send(second, "Create issue");
    expect(jira.issue(key)?.fields).toMatchObject({
      summary: "Typed while Jira thinks",
      priority: { name: "High" },
    });
    const isList = ({ url }: { readonly url: string }) => url.includes("createmeta");
    const end = Date.now() + 20_000; // The lists are asked for anew all the same; the relay still holds some of them.
    while (!jira.log().slice(asked).some(isList) && Date.now() < end) await again.waitForTimeout(200);
    expect(jira.log().slice(asked).some(isList)).toBe(true);
  }));

it("a list that Jira does not give again is shown as it was, and the pane says so", () =>
  tellSignedIn({}, async ({ bench, jira, outlook, pane }) => {
    await useOnce(outlook, pane);

    jira.setDown("503");
    const again = await openOutlook(outlook.context(), bench.outlookUrl({ select: "2" }));
    const second = await openPane(again);
    await second.getByText("Jira is busy or down for a moment").first().waitFor();
    expect(await second.getByRole("combobox", { name: "Priority" }).isVisible()).toBe(true);
    jira.setDown("up");
    const retry = second.getByRole("button", { name: "Try again" });
    for (let left = await retry.count(); left > 0; left -= 1) {
      await retry.first().click();
      await retry.nth(left - 1).waitFor({ state: "detached" });
    }
    await second.getByText("Jira is busy or down for a moment").first().waitFor({ state: "detached" });
  }));
