/** The production manifest, from the template for localhost. */
import type { SetupAnswers } from "./answers.ts";
import { escaped } from "./escaped.ts";

/** The template's own addresses: of the add-in, and of Jira. */
const templateAddress = /https:\/\/localhost:844([45])/g;

/**
 * @param template text of the manifest.xml in the repository.
 * @param id kept from run to run: Outlook takes another one for another add-in.
 */
export function manifestFile(template: string, answers: SetupAnswers, id: string): string {
  const domains = [...new Set([new URL(answers.host).origin, new URL(answers.jiraUrl).origin])];
  const support = answers.supportUrl ?? `${answers.host}/assets/support.html`;
  // Functions, as a "$" in an address must not mean anything.
  return template
    .replace(/<!--[^]*?-->\s*/g, "")
    .replace(templateAddress, (_, port) => escaped(port === "4" ? answers.host : answers.jiraUrl))
    .replace(/<Id>[^<]*<\/Id>/, () => `<Id>${id}</Id>`)
    .replace(/<SupportUrl DefaultValue="[^"]*/, () => `<SupportUrl DefaultValue="${escaped(support)}`)
    .replace(/( *)<AppDomains>[^]*?<\/AppDomains>/, (_, indent: string) =>
      [
        `${indent}<AppDomains>`,
        ...domains.map((domain) => `${indent}  <AppDomain>${escaped(domain)}</AppDomain>`),
        `${indent}</AppDomains>`,
      ].join("\n"),
    );
}

const version = /<Version>\s*(\d+\.\d+\.\d+)(?:\.(\d+))?\s*<\/Version>/;

/**
 * Outlook takes a changed manifest only with a higher version: the fourth number is raised, the first three are Inlink's.
 * @param earlier the one that was handed out before; undefined: none was.
 */
export function withVersion(manifest: string, earlier: string | undefined): string {
  const [, ours] = version.exec(manifest) ?? [];
  const [, theirs, revision = "0"] = version.exec(earlier ?? "") ?? [];
  if (earlier === undefined || ours === undefined || ours !== theirs) return manifest;
  const same = manifest.replace(version, "") === earlier.replace(version, "");
  return manifest.replace(version, `<Version>${ours}.${Number(revision) + (same ? 0 : 1)}</Version>`);
}

/** undefined where the text is no manifest. */
export function manifestId(manifest: string): string | undefined {
  return /<Id>\s*([0-9a-f-]{36})\s*<\/Id>/i.exec(manifest)?.[1];
}

/** A random GUID, RFC 9562 section 5.4. */
export function newManifestId(randomBytes: (count: number) => Uint8Array): string {
  const hex = Array.from(randomBytes(16), (byte, at) => {
    const value = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, "0");
  }).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
