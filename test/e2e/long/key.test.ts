/** The protected key in a real browser: opened by the passphrase, kept on the device, out of every script's reach. */
import { execFileSync } from "node:child_process";
import { createPrivateKey } from "node:crypto";
import type { Page } from "playwright-core";
import type { Bench } from "../../../sim/bench.ts";
import { openOutlook, openPane, signIn } from "../../../sim/browser/pane.ts";
import { readAnswers } from "../../../src/setup/readAnswers.ts";
import { readEarlierConfig } from "../../../src/setup/configFile.ts";
import { makeSetup } from "../../../src/setup/makeSetup.ts";
import { anna, reads, tell } from "../story.ts";

const passphrase = "Kräftige Passphrase, 25 Zeichen";

/** By openssl's command line, as an administrator has it. */
function openssl(key: string, ...args: readonly string[]): string {
  const secrets = ["-passout", "env:INLINK_PASSPHRASE"];
  return execFileSync("openssl", [...args, ...secrets], {
    input: key,
    env: { ...process.env, INLINK_PASSPHRASE: passphrase },
  }).toString();
}

/** The bench's own key, as set-up protects it. */
async function bySetUp(key: string): Promise<string> {
  const { answers } = readAnswers({ jira: "https://jira.example.com", host: "https://addin.example.com" });
  if (!answers) throw new Error("The answers hold");
  const config = readEarlierConfig(JSON.stringify({ version: 1, sites: [{ privateKey: key }] }));
  const { files } = await makeSetup(
    answers,
    {
      manifestTemplate: "<Id>00000000-0000-0000-0000-000000000000</Id>",
      config,
      manifest: undefined,
      key: { protection: "passphrase", passphrase },
      server: undefined,
    },
    { subtle: crypto.subtle, randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)) },
  );
  const text = files.find(({ name }) => name === "config.json")?.text ?? "";
  return readEarlierConfig(text).privateKey ?? "";
}

const made: readonly (readonly [how: string, protect: (key: string) => string | Promise<string>])[] = [
  ["set-up", bySetUp],
  ["openssl pkcs8 -topk8 -v2 aes-256-cbc", (key) => openssl(key, "pkcs8", "-topk8", "-v2", "aes-256-cbc")],
  ["openssl rsa -traditional -aes256 (PKCS#1)", (key) => openssl(key, "rsa", "-traditional", "-aes256")],
];

async function withKey(bench: Bench, protect: (key: string) => string | Promise<string>): Promise<void> {
  const plain = createPrivateKey(bench.site().privateKey).export({ type: "pkcs8", format: "pem" }).toString();
  bench.setSite({ privateKey: await protect(plain) });
}

async function openKey(outlook: Page, text: string): Promise<void> {
  const pane = outlook.frameLocator("#taskpane");
  await pane.getByLabel("Team passphrase").fill(text);
  await pane.getByRole("button", { name: "Open" }).click();
}

describe("a protected key", () => {
  it.each(made)("made by %s opens with its passphrase, once a device", (_, protect) =>
    tell({ before: (bench) => withKey(bench, protect) }, async ({ bench, outlook, pane }) => {
      await openKey(outlook, "wrong");
      await reads(outlook, "That passphrase does not open the key.");
      await openKey(outlook, passphrase);
      await signIn(outlook, anna);

      const again = await openOutlook(outlook.context(), bench.outlookUrl({ select: "1" }));
      await openPane(again);
      await reads(again, "Anna Berg");
      expect(await pane.getByText("until this pane closes").count()).toBe(0);
    }),
  );

  it("cannot be taken out of the browser, and its passphrase is stored nowhere", () =>
    tell({ before: (bench) => withKey(bench, bySetUp) }, async ({ bench, outlook }) => {
      await openKey(outlook, passphrase);
      await signIn(outlook, anna);
      const frame = outlook.frame({ url: /taskpane\.html/ });
      const found = await frame?.evaluate(async () => {
        const opening = indexedDB.open("inlink.keys", 1);
        await new Promise((resolve) => (opening.onsuccess = resolve));
        const reading = opening.result.transaction("keys").objectStore("keys").getAll();
        await new Promise((resolve) => (reading.onsuccess = resolve));
        const records: readonly { key: CryptoKey }[] = reading.result;
        const wrapping = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, [
          "wrapKey",
        ]);
        const taken = async (take: () => Promise<unknown>) =>
          take().then(
            () => "taken",
            (error: unknown) => (error instanceof Error ? error.name : error),
          );
        return {
          kept: records.map((record) => Object.keys(record).sort()),
          tries: await Promise.all(
            records.flatMap(({ key }) => [
              ...(["pkcs8", "jwk"] as const).map((form) => taken(() => crypto.subtle.exportKey(form, key))),
              taken(() =>
                crypto.subtle.wrapKey("pkcs8", key, wrapping, { name: "AES-GCM", iv: new Uint8Array(12) }),
              ),
            ]),
          ),
          stored: JSON.stringify([
            Object.entries(localStorage),
            Object.entries(sessionStorage),
            document.cookie,
          ]),
        };
      });
      expect(found?.kept).toEqual([["key", "of"]]);
      expect(found?.tries).toEqual(Array(3).fill("InvalidAccessError"));
      const roaming = JSON.stringify(bench.outlook.settings("anna.berg@acme.example"));
      for (const place of [found?.stored, roaming]) {
        expect(place).not.toContain(passphrase);
        expect(place).not.toContain("PRIVATE KEY");
      }
    }));

  it("is asked for again once the key in config.json is another", () =>
    tell({ before: (bench) => withKey(bench, bySetUp) }, async ({ bench, outlook }) => {
      await openKey(outlook, passphrase);
      await signIn(outlook, anna);
      bench.setSite();
      await withKey(bench, bySetUp); // another salt: another file
      const again = await openOutlook(outlook.context(), bench.outlookUrl({ select: "1" }));
      const pane = await openPane(again);
      await pane.getByLabel("Team passphrase").waitFor();
    }));

  it("lasts as long as the pane where storage is blocked, and the pane says so", () =>
    tell(
      { before: (bench) => withKey(bench, bySetUp), browser: { storage: "blocked" } },
      async ({ bench, outlook }) => {
        await openKey(outlook, passphrase);
        await reads(outlook, "the key stays open only until this pane closes");
        await signIn(outlook, anna);
        const again = await openOutlook(outlook.context(), bench.outlookUrl({ select: "1" }));
        const pane = await openPane(again);
        await pane.getByLabel("Team passphrase").waitFor();
      },
    ));
});
