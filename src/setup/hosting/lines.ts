/** Text of a configuration, put together by lines. */

/** Each part is one or several lines; false leaves it out. */
export function lines(...parts: readonly (string | readonly string[] | false)[]): string {
  return parts
    .filter((part) => part !== false)
    .flatMap((part) => (typeof part === "string" ? [part] : part))
    .join("\n");
}

export function indented(text: string, by: string): string {
  return text.replaceAll(/^(?=.)/gm, by);
}

/** Comment lines, for a language with `#`. */
export function comment(...sentences: readonly string[]): string {
  return sentences.map((sentence) => (sentence === "" ? "#" : `# ${sentence}`)).join("\n");
}

/** Header values hold apostrophes and semicolons, never quotation marks, backslashes or dollar signs. */
export function quoted(value: string): string {
  return `"${value}"`;
}

/** Where the built site is put, in every example. */
export const siteFolder = "/var/www/inlink";
/** The system's own list of certificate authorities, on Debian and Ubuntu. */
export const authorities = "/etc/ssl/certs/ca-certificates.crt";

export function certificateFile(name: string, ending: "crt" | "key"): string {
  return `/etc/ssl/CHANGE-ME/${name.replaceAll(/[[\]:]/g, "")}.${ending}`;
}
