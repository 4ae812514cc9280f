/** Verbatim text, and what a backslash makes plain, hold no references. */
const elsewhere = String.raw`\\[^]|\{\{|\{(?<macro>code|noformat)(?::[^{}\n]*)?\}[^]*?\{\k<macro>\}`;

interface Reference {
  readonly name: string;
  /** What stands behind the name: `|width=300!`. */
  readonly settings: string;
  readonly markup: string;
}

/** The text with its references to these pictures, `!name|width=300!`, replaced; all else stays as it is. */
export function withReferences(
  text: string,
  names: Iterable<string>,
  replaced: (reference: Reference) => string,
): string {
  const any = [...names]
    .filter((name) => name !== "")
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`))
    .join("|");
  if (any === "") return text;
  // As Jira reads it: no letter, digit or backslash beside.
  const reference = String.raw`(?<![\p{L}\p{Nd}\\])!(?<name>${any})(?<settings>(?:\|[^!\n]*)?(?<!\\)!)(?![\p{L}\p{Nd}])`;
  let shown = "";
  let at = 0;
  for (const { 0: markup, index, groups } of text.matchAll(new RegExp(`${elsewhere}|${reference}`, "gu"))) {
    const { name, settings = "" } = groups ?? {};
    if (name === undefined) continue;
    shown += text.slice(at, index) + replaced({ name, settings, markup });
    at = index + markup.length;
  }
  return shown + text.slice(at);
}

/** The text with other names of pictures. @param names by the present name; undefined takes the reference out. */
export function withPictureNames(text: string, names: ReadonlyMap<string, string | undefined>): string {
  return withReferences(text, names.keys(), ({ name, settings }) => {
    const next = names.get(name);
    return next === undefined ? "" : `!${next}${settings}`;
  });
}
