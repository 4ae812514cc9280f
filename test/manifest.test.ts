/** What Microsoft's schema does not see in a manifest, and Outlook punishes. */
import { existsSync, readFileSync } from "node:fs";
import { DomUtils, parseDocument } from "htmlparser2";

const document = parseDocument(readFileSync("manifest.xml", "utf8"), { xmlMode: true });
const all = (...tags: string[]) => tags.flatMap((tag) => DomUtils.getElementsByTagName(tag, document));
const texts = (...tags: string[]) => all(...tags).map((element) => DomUtils.textContent(element).trim());
const values = (attribute: string) =>
  DomUtils.getElementsByTagName("*", document).flatMap((element) => element.attribs[attribute] ?? []);

/** Per VersionOverrides: its own resources and what it refers to, without those of the block nested in it. */
const blocks = all("VersionOverrides").map((block) => {
  const own = DomUtils.getElementsByTagName("*", block.children).filter(
    (element) => nearestBlock(element) === block,
  );
  return {
    ids: own
      .filter(({ name }) => name.startsWith("bt:") && name !== "bt:Set")
      .flatMap(({ attribs }) => attribs["id"] ?? []),
    resids: own.flatMap(({ attribs }) => attribs["resid"] ?? []),
    buttonSizes: own
      .filter(({ name, attribs }) => name === "bt:Image" && attribs["size"])
      .map(({ attribs }) => attribs["size"]),
  };
});

type Node = ReturnType<typeof parseDocument>["children"][number];
function nearestBlock(node: Node): unknown {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if ("name" in parent && parent.name === "VersionOverrides") return parent;
  }
  return undefined;
}

/** Width and height as a PNG's first chunk states them. */
function pixels(file: string): readonly [number, number] {
  const bytes = readFileSync(file);
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

describe("the manifest", () => {
  it("has addresses of https only", () => {
    const addresses = [...values("DefaultValue"), ...texts("AppDomain")].filter((value) =>
      value.includes("://"),
    );
    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.filter((address) => !address.startsWith("https://"))).toEqual([]);
  });

  it("names in every generation exactly the resources that it has", () => {
    expect(blocks).toHaveLength(2);
    for (const { ids, resids } of blocks) expect([...new Set(resids)].sort()).toEqual([...ids].sort());
  });

  it("keeps resource ids within the 32 characters that Outlook reads", () => {
    expect(values("resid").filter((id) => id.length > 32)).toEqual([]);
  });

  it("gives no two groups or buttons the same id", () => {
    const ids = all("Group", "Control").map(({ attribs }) => attribs["id"]);
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gives every button the three sizes that Outlook demands", () => {
    for (const { buttonSizes } of blocks)
      expect(buttonSizes).toEqual(expect.arrayContaining(["16", "32", "80"]));
  });

  it("points to icons that exist, each of the size in its name", () => {
    const files = [...new Set(values("DefaultValue"))].filter((value) => value.endsWith(".png"));
    expect(files.length).toBeGreaterThan(8);
    for (const file of files) {
      const [, path = "", size = ""] = /(assets\/icon-(\d+)\.png)$/.exec(file) ?? [];
      expect([file, ...pixels(path)]).toEqual([file, Number(size), Number(size)]);
    }
  });

  it("has the icon of 64 pixels, and that of 128 for dense screens", () => {
    expect(all("IconUrl", "HighResolutionIconUrl").map(({ attribs }) => attribs["DefaultValue"])).toEqual([
      expect.stringMatching(/icon-64\.png$/),
      expect.stringMatching(/icon-128\.png$/),
    ]);
  });

  it("carries the version of package.json", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(texts("Version")).toEqual([`${version}.0`]);
  });

  it("asks for no newer Mailbox than Exchange on premises has", () => {
    const sets = [...values("MinVersion"), ...values("DefaultMinVersion")];
    expect(sets.filter((set) => Number(set) > 1.5)).toEqual([]);
    expect(texts("Permissions")).toEqual(["ReadWriteItem"]);
  });

  it("lists domains as origins: no path, no slash at the end", () => {
    const domains = texts("AppDomain");
    expect(domains).toEqual(domains.map((domain) => new URL(domain).origin));
  });

  it("says everything that has words in German too", () => {
    const worded = all("Description", "bt:String").filter(({ attribs }) =>
      attribs["DefaultValue"]?.includes(" "),
    );
    expect(worded.length).toBeGreaterThan(4);
    const german = worded.filter((element) =>
      DomUtils.getElementsByTagName("*", element).some(({ attribs }) => attribs["Locale"] === "de-DE"),
    );
    expect(german).toHaveLength(worded.length);
  });

  it("leads to a page of help that is shipped", () => {
    const [address = ""] = all("SupportUrl").map(({ attribs }) => attribs["DefaultValue"] ?? "");
    expect(existsSync(new URL(address).pathname.slice(1))).toBe(true);
  });
});
