/** Verbatim text, and what a backslash makes plain, hold no references. */
const elsewhere = String.raw`\\[^]|\{\{|\{(?<macro>code|noformat)(?::[^{}\n]*)?\}[^]*?\{\k<macro>\}`;

/**
 * The text with other names in its references to pictures, `!name|width=300!`; all else stays as it is.
 * @param names by the present name; undefined takes the reference out.
 */
export function withPictureNames(text: string, names: ReadonlyMap<string, string | undefined>): string {
  if (names.size === 0) return text;
  const any = [...names.keys()].map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)).join("|");
  // As Jira reads it: no letter, digit or backslash beside.
  const reference = String.raw`(?<![\p{L}\p{Nd}\\])!(?<name>${any})(?<settings>(?:\|[^!\n]*)?(?<!\\)!)(?![\p{L}\p{Nd}])`;
  let shown = "";
  let at = 0;
  for (const { 0: found, index, groups } of text.matchAll(new RegExp(`${elsewhere}|${reference}`, "gu"))) {
    const { name, settings = "" } = groups ?? {};
    if (name === undefined) continue;
    const next = names.get(name);
    shown += text.slice(at, index) + (next === undefined ? "" : `!${next}${settings}`);
    at = index + found.length;
  }
  return shown + text.slice(at);
}
