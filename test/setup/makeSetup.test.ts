import { DomUtils, parseDocument } from "htmlparser2";
import { parseConfig } from "../../src/config/config.ts";
import { hostingModes } from "../../src/setup/answers.ts";
import type { Setup } from "../../src/setup/makeSetup.ts";
import { manifestId } from "../../src/setup/manifestFile.ts";
import { acme, acmeBesideJira, leftBy, setUp, template, textOf } from "./acme.ts";

const siteOf = (setup: Setup) => parseConfig(textOf(setup, "config.json"), `${acme.host}/x.html`).sites[0];
const idOf = (setup: Setup) => manifestId(textOf(setup, "manifest.xml"));

/** What the handout for Jira shows as the public key. */
function publicKeyIn(setup: Setup): string {
  const values = DomUtils.getElementsByTagName("pre", parseDocument(textOf(setup, "jira.html")));
  return DomUtils.textContent(values.find(({ attribs }) => attribs["data-field"] === "publicKey") ?? []);
}

describe("set-up", () => {
  it("hands over the site's two files, and for the administrator all else", async () => {
    const { files } = await setUp({}, { ...acme, addinAddress: "private" });
    const named = (place: string) => files.filter((file) => file.place === place).map(({ name }) => name);
    expect(named("site")).toEqual(["config.json", "manifest.xml"]);
    expect(named("handout")).toEqual(
      expect.arrayContaining(["jira.html", "nginx-addin.conf", "browser-policy.reg", "setup.json"]),
    );
    const names = files.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(hostingModes)("keeps the key out of all files but config.json: %s", async (mode) => {
    const setup = await setUp(
      { key: { passphrase: "correct horse battery" } },
      mode === "same-origin" ? acmeBesideJira : { ...acme, mode },
    );
    for (const { name, text } of setup.files) {
      expect(text.includes("PRIVATE KEY")).toBe(name === "config.json");
      expect(text).not.toContain("correct horse");
    }
  });

  it("shows a passphrase that it made, and writes it nowhere", async () => {
    const { files, passphrase = "" } = await setUp({ key: {} });
    expect(passphrase).not.toBe("");
    expect(files.filter(({ text }) => text.includes(passphrase))).toEqual([]);
  });

  it("shows the public half of the key in config.json", async () => {
    const setup = await setUp();
    expect(publicKeyIn(setup)).toBe(setup.key.publicKey.trim());
    expect(siteOf(setup)?.privateKey).toContain(setup.key.publicKey);
  });
});

describe("set-up, run again", () => {
  it("writes the same files, letter by letter, without being told a passphrase", async () => {
    for (const protection of ["plain", "passphrase"] as const) {
      const first = await setUp({ key: { protection } });
      const again = await setUp({ key: {}, ...leftBy(first) });
      expect(again.files).toEqual(first.files);
      expect(again.passphrase).toBeUndefined();
      expect(again.key.happened).toBe("kept");
    }
  });

  it("changes what it is asked to change, and keeps key and id", async () => {
    const first = await setUp();
    const moved = { ...acme, host: "https://other.acme.example", name: "Acme" };
    const again = await setUp({ key: {}, ...leftBy(first) }, moved);
    expect(siteOf(again)).toMatchObject({ name: "Acme", privateKey: siteOf(first)?.privateKey });
    expect(textOf(again, "manifest.xml")).toContain("https://other.acme.example/taskpane.html");
    expect(idOf(again)).toBe(idOf(first));
  });

  it("rotates the key alone, and then says what to replace", async () => {
    const first = await setUp();
    const rotated = await setUp({ key: { rotate: true }, ...leftBy(first) });
    expect(publicKeyIn(rotated)).not.toBe(publicKeyIn(first));
    expect(idOf(rotated)).toBe(idOf(first));
    expect(rotated.tasks.map(({ id }) => id)).toContain("replace-key");
    expect(rotated.notes.map(({ id }) => id)).toContain("rotated");
  });

  it("takes a config.json without a key for one that has yet to get it", async () => {
    const first = await setUp();
    const config = { whole: { neverSend: ["a.example"] }, site: {}, otherSites: [], privateKey: undefined };
    const again = await setUp({ ...leftBy(first), config });
    expect(again.key.happened).toBe("made");
    expect(textOf(again, "config.json")).toContain("a.example");
  });
});

describe("the manifest's id", () => {
  it("is a random one of version 4, and never the template's", async () => {
    const ids = await Promise.all(
      [setUp(), setUp(), setUp({ manifest: template })].map(async (s) => idOf(await s)),
    );
    expect(new Set([...ids, manifestId(template)]).size).toBe(4);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});

describe("the manifest's version", () => {
  const versionOf = (setup: Setup) => /<Version>([^<]*)/.exec(textOf(setup, "manifest.xml"))?.[1];

  it("is raised where something else in it has changed, for Outlook would keep the old one", async () => {
    const first = await setUp();
    const moved = await setUp(leftBy(first), { ...acme, host: "https://other.acme.example/inlink" });
    const again = await setUp(leftBy(moved), { ...acme, host: "https://other.acme.example/inlink" });
    const named = await setUp(leftBy(again), {
      ...acme,
      host: "https://other.acme.example/inlink",
      name: "Ours",
    });
    expect([first, moved, again, named].map(versionOf)).toEqual(["0.1.0.0", "0.1.0.1", "0.1.0.1", "0.1.0.1"]);
  });
});

describe("what comes next", () => {
  it("after a rotation is the exchange of the two halves, and not the whole installation", async () => {
    const rotated = await setUp({ ...leftBy(await setUp()), key: { rotate: true } });
    expect(rotated.next.join("\n")).toMatch(/Publish the new config\.json[^]*replace the public key in Jira/);
    expect(rotated.next.join("\n")).not.toMatch(/web server with the file|olksideload/);
  });

  it("with a protected key says that the connection check wants the passphrase", async () => {
    expect((await setUp({ key: {} })).next.join()).toContain("type the team passphrase");
    expect((await setUp({ key: { protection: "plain" } })).next.join()).not.toContain("passphrase");
  });
});
