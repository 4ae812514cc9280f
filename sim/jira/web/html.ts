/** HTML as text. Everything that a user or a mail wrote goes through `escapeHtml`. */

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Markup that is safe as it stands. */
export interface Markup {
  readonly markup: string;
}

/** A template whose values are escaped, unless they are markup; lists are joined, undefined is nothing. */
export function html(
  parts: TemplateStringsArray,
  ...values: readonly (string | number | undefined | Markup | readonly Markup[])[]
): Markup {
  const shown = values.map((value) => {
    if (value === undefined) return "";
    if (typeof value === "string" || typeof value === "number") return escapeHtml(String(value));
    return "markup" in value ? value.markup : value.map(({ markup }) => markup).join("");
  });
  return { markup: parts.map((part, index) => part + (shown[index] ?? "")).join("") };
}
