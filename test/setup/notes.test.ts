import type { ServerInfo } from "../../src/core/doctor/serverInfo.ts";
import { policyFiles, policyNeed, type PolicyNeed } from "../../src/setup/browserPolicy.ts";
import { notes, type NotesSource } from "../../src/setup/notes.ts";
import type { WrittenAnswers } from "../../src/setup/readAnswers.ts";
import { acme, acmeBesideJira, answersOf } from "./acme.ts";

const shielded = { ...acme, addinAddress: "public" };
const jira: ServerInfo = {
  baseUrl: "https://jira.acme.example/jira",
  version: "10.3.1",
  deploymentType: "Server",
  title: "Jira",
  time: undefined,
};

function notesOn(source: Partial<NotesSource>, written: WrittenAnswers = shielded) {
  const kept = { happened: "kept", protection: "passphrase", passphrase: undefined } as const;
  return notes({
    answers: answersOf(written),
    key: kept,
    ownPassphrase: undefined,
    server: undefined,
    ...source,
  });
}
const ids = (...args: Parameters<typeof notesOn>) => notesOn(...args).map(({ id }) => id);

describe("the notes", () => {
  it("are none where there is nothing to say", () => {
    expect(notesOn({ server: jira })).toEqual([]);
  });

  it("say of a plain key, every time, whom it puts at stake", () => {
    const key = { happened: "kept", protection: "plain", passphrase: undefined } as const;
    const [note] = notesOn({ key });
    expect(note).toMatchObject({ id: "plain-key", kind: "warning" });
    expect(note?.text).toMatch(/genuine Allow page.*by one click.*token.*mailbox/);
  });

  it("say of a new passphrase that it is stored nowhere and travels by another way", () => {
    const key = { happened: "made", protection: "passphrase", passphrase: "K7QMR" } as const;
    const [note] = notesOn({ key });
    expect(note?.id).toBe("passphrase");
    expect(note?.text).toMatch(/stored nowhere.*another way than config\.json/);
    expect(JSON.stringify(notesOn({ key }))).not.toContain("K7QMR");
  });

  it("warn of a short passphrase, and repeat it nowhere", () => {
    const key = { happened: "made", protection: "passphrase", passphrase: undefined } as const;
    expect(ids({ key, ownPassphrase: "hunter22" })).toEqual(["passphrase", "own-passphrase"]);
    expect(JSON.stringify(notesOn({ key, ownPassphrase: "hunter22" }))).not.toContain("hunter22");
    expect(ids({ key, ownPassphrase: "sixteen letters!" })).toEqual(["passphrase"]);
  });

  it("say of a rotated key that Jira has to be told", () => {
    const key = { happened: "rotated", protection: "plain", passphrase: undefined } as const;
    expect(ids({ key })).toContain("rotated");
  });

  it.each([
    ["its host name", { server: undefined }, { ...shielded, jira: "https://acme.atlassian.net" }],
    ["what it says itself", { server: { ...jira, deploymentType: "Cloud" } }, shielded],
  ])("state that OAuth 1.0a is deprecated on Cloud, known by %s", (_, source, written) => {
    const note = notesOn(source, written).find(({ id }) => id === "cloud");
    expect(note?.text).toMatch(/deprecated OAuth 1\.0a.*relay.*nobody has tried/);
  });

  it("tell when Jira knows itself by another address, however that is written", () => {
    const known = (baseUrl: string) => ids({ server: { ...jira, baseUrl } });
    expect(known("HTTPS://JIRA.acme.example:443/jira/")).toEqual([]);
    for (const other of ["https://jira.acme.example", "http://jira.acme.example/jira", "jira"])
      expect(known(other)).toEqual(["other-address"]);
  });

  it("name what same origin costs", () => {
    expect(ids({}, { ...acmeBesideJira, addinAddress: "public" })).toEqual(["same-origin"]);
  });
});

describe("the browsers' policy", () => {
  const cors = { ...acme, mode: "cors" };
  it.each<[PolicyNeed, WrittenAnswers]>([
    ["unknown", acme],
    ["none", { ...acme, addinAddress: "public", jiraAddress: "private" }],
    ["outlook", { ...acme, addinAddress: "private" }],
    ["unknown", { ...cors, jiraAddress: "private" }],
    ["unknown", { ...cors, addinAddress: "public" }],
    ["pane", { ...cors, addinAddress: "public", jiraAddress: "private" }],
    ["none", { ...cors, addinAddress: "public", jiraAddress: "public" }],
    ["outlook", { ...cors, addinAddress: "private", jiraAddress: "private" }],
    ["outlook", { ...acmeBesideJira, jiraAddress: "private" }],
    ["none", { ...acmeBesideJira, jiraAddress: "public" }],
  ])("is needed by: %s, for %j", (need, written) => {
    const answers = answersOf(written);
    expect(policyNeed(answers)).toBe(need);
    expect(policyFiles(answers).length > 0).toBe(need === "outlook" || need === "pane");
    expect(ids({}, written).includes("browser-policy")).toBe(need !== "none");
  });

  it("is ready for Windows and Linux, and lists the add-in's origin", () => {
    const answers = answersOf({ ...cors, addinAddress: "public", jiraAddress: "private" });
    const [registry, json] = policyFiles(answers);
    const entry = (browser: string, policy: string) =>
      `[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\${browser}\\${policy}]\r\n"1"="https://addin.acme.example"\r\n`;
    for (const browser of ["Microsoft\\Edge", "Google\\Chrome"])
      for (const policy of ["LocalNetworkAccessAllowedForUrls", "LocalNetworkAllowedForUrls"])
        expect(registry?.text).toContain(entry(browser, policy));
    expect(JSON.parse(json?.text ?? "")).toEqual({
      LocalNetworkAccessAllowedForUrls: ["https://addin.acme.example"],
      LocalNetworkAllowedForUrls: ["https://addin.acme.example"],
    });
  });

  it("lists Outlook's origins too where Outlook's page is who reaches for a private address", () => {
    const [, json] = policyFiles(
      answersOf({ ...acme, addinAddress: "private", framedBy: ["https://mail.acme.example"] }),
    );
    for (const origin of [
      "https://addin.acme.example",
      "https://outlook.office.com",
      "https://mail.acme.example",
    ])
      expect(json?.text).toContain(`"${origin}"`);
  });
});
