import { ask, setStage } from "./stage.ts";

it("runs on ports of localhost, as an ordinary browser sees the bench", async () => {
  const stage = await setStage({ layout: "ports" });
  try {
    const { pane } = await stage.open("select=2");
    const body = await ask(pane, "mailbox.item.body.getAsync", "text");
    expect(body.value).toContain("the technician found the printer's log");
    expect(await pane.evaluate(() => Office.context.mailbox.item?.internetMessageId)).toBe(
      "<20261116112740.2F02@acme.example>",
    );
  } finally {
    await stage.close();
  }
});

it("lacks getAsFileAsync and the theme without the patch, as the library of 2022 does", async () => {
  const stage = await setStage({ layout: "names", patch: false });
  try {
    const { pane } = await stage.open();
    const has = await pane.evaluate(() => ({
      file: "getAsFileAsync" in (Office.context.mailbox.item ?? {}),
      theme: "officeTheme" in Office.context,
      content: "getAttachmentContentAsync" in (Office.context.mailbox.item ?? {}),
    }));
    expect(has).toEqual({ file: false, theme: false, content: true });
  } finally {
    await stage.close();
  }
});
