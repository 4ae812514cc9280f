/** The production manifest, from the template for localhost. */
import type { SetupAnswers } from "./answers.ts";

const templateAddin = "https://localhost:8444";
const templateJira = "https://localhost:8445";

/**
 * @param template text of the manifest.xml in the repository.
 * @param id kept from run to run: Outlook takes another one for another add-in.
 */
export function manifestFile(template: string, answers: SetupAnswers, id: string): string {
  const domains = [...new Set([new URL(answers.host).origin, new URL(answers.jiraUrl).origin])];
  return replaced(template, [
    [/<!--[^]*?-->\s*/g, ""],
    [/<Id>[^<]*<\/Id>/, `<Id>${id}</Id>`],
    [
      /<AppDomains>[^]*?<\/AppDomains>/,
      `<AppDomains>\n${domains.map((domain) => `    <AppDomain>${escaped(domain)}</AppDomain>\n`).join("")}  </AppDomains>`,
    ],
    [
      /(<SupportUrl DefaultValue=")[^"]*/,
      `$1${escaped(answers.supportUrl ?? `${answers.host}/assets/support.html`).replaceAll("$", "$$$$")}`,
    ],
    [new RegExp(templateAddin, "g"), escaped(answers.host).replaceAll("$", "$$$$")],
    [new RegExp(templateJira, "g"), escaped(answers.jiraUrl).replaceAll("$", "$$$$")],
  ]);
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

function replaced(text: string, changes: readonly (readonly [RegExp, string])[]): string {
  return changes.reduce((rest, [pattern, by]) => rest.replace(pattern, by), text);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
