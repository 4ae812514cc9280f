/** `{code}`, `{noformat}`, `{quote}`, `{panel}`, `{color}`, `{anchor}`. One that is never closed is text. */
import { escapeHtml } from "../web/html.ts";
import type { Rendering } from "./blocks.ts";
import { inline } from "./inline.ts";

interface MacroRendering extends Rendering {
  /** Renders what stands in a macro. */
  blocks(text: string): string;
}

/** A backslash takes what follows along; `{{` is no macro. */
const macro = /\\[^]|\{\{|\{([a-z][\w-]*)(?::([^{}\n]*))?\}/gi;
const verbatim = ["code", "noformat"];
const bodied = ["quote", "panel", "color"];

/** The text with one character for each macro. */
export function withoutMacros(text: string, rendering: MacroRendering): string {
  return replaced(replaced(text, verbatim, rendering), [...bodied, "anchor", "*"], rendering);
}

/** @param names macros to look at; `*`: those that Jira does not know */
function replaced(text: string, names: readonly string[], rendering: MacroRendering): string {
  let shown = "";
  let at = 0;
  const scan = new RegExp(macro);
  for (let found = scan.exec(text); found; found = scan.exec(text)) {
    const [start, given, settings = ""] = found;
    if (given === undefined) continue;
    const name = given.toLowerCase();
    const known = [...verbatim, ...bodied, "anchor"].includes(name);
    if (!names.includes(known ? name : "*")) continue;
    const from = found.index + start.length;
    const hasBody = verbatim.includes(name) || bodied.includes(name);
    // The end of a colour that begins nowhere.
    if (name === "color" && settings === "") continue;
    const end = hasBody ? endOf(text, name, from) : from;
    if (end === undefined) continue;
    const html = macroSign({ name, settings, inner: text.slice(from, end), rendering });
    shown += text.slice(at, found.index) + html;
    at = hasBody ? end + name.length + 2 : from;
    scan.lastIndex = at;
  }
  return shown + text.slice(at);
}

function endOf(text: string, name: string, from: number): number | undefined {
  // Within code, a backslash is only a backslash.
  const end = verbatim.includes(name)
    ? new RegExp(`\\{${name}\\}`, "g")
    : new RegExp(`\\\\[^]|\\{${name}\\}`, "gi");
  end.lastIndex = from;
  for (let found = end.exec(text); found; found = end.exec(text))
    if (!found[0].startsWith("\\")) return found.index;
  return undefined;
}

interface Found {
  readonly name: string;
  readonly settings: string;
  readonly inner: string;
  readonly rendering: MacroRendering;
}

function macroSign({ name, settings, inner, rendering }: Found): string {
  const { kept } = rendering;
  switch (name) {
    case "quote":
      return kept.block(`<blockquote>${rendering.blocks(inner)}</blockquote>`);
    case "panel":
      return kept.block(
        `<div class="panel"${panelStyle(settings)}>${title(settings)}${rendering.blocks(inner)}</div>`,
      );
    case "color": {
      const colour = /^\s*(#?[a-z\d]{1,20})\s*$/i.exec(settings)?.[1] ?? "inherit";
      if (inner.includes("\n"))
        return kept.block(`<div style="color:${colour}">${rendering.blocks(inner)}</div>`);
      return (
        kept.inline(`<span style="color:${colour}">`) +
        kept.inline(inline(withoutMacros(inner, rendering), rendering)) +
        kept.inline("</span>")
      );
    }
    case "anchor":
      return kept.inline(`<a id="${escapeHtml(settings)}"></a>`);
    case "code": {
      const language = /(?:^|\|)([a-z\d#+]+)(?=\||$)/i.exec(settings)?.[1];
      const kind = language === undefined ? "" : ` class="code-${escapeHtml(language.toLowerCase())}"`;
      return kept.block(`${title(settings)}<pre${kind}>${verbatimHtml(inner, rendering)}</pre>`);
    }
    case "noformat":
      return kept.block(`${title(settings)}<pre>${verbatimHtml(inner, rendering)}</pre>`);
    default:
      return kept.inline(`<span class="error">Unknown macro: {${escapeHtml(name)}}</span>`);
  }
}

/** Entities are text there. */
function verbatimHtml(inner: string, { kept }: MacroRendering): string {
  return kept.verbatim(inner.replace(/^\n/, "").replace(/\n$/, ""));
}

function title(settings: string): string {
  const said = /(?:^|\|)title=([^|]*)/.exec(settings)?.[1];
  return said === undefined ? "" : `<div class="title">${escapeHtml(said)}</div>`;
}

function panelStyle(settings: string): string {
  const names: Readonly<Record<string, string>> = {
    borderStyle: "border-style",
    borderColor: "border-color",
    borderWidth: "border-width",
    bgColor: "background-color",
  };
  const styles = settings.split("|").flatMap((setting) => {
    const [, name = "", value] = /^(\w+)=(#?\w{1,20})$/.exec(setting.trim()) ?? [];
    const property = names[name];
    return property === undefined || value === undefined ? [] : [`${property}:${value}`];
  });
  return styles.length === 0 ? "" : ` style="${styles.join(";")}"`;
}
