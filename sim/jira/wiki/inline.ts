/** Wiki markup within a line, to HTML. All text is escaped; only addresses of known schemes become links. */
import { escapeHtml } from "../web/html.ts";

export interface WikiContext {
  /** Jira's base URL. */
  readonly base: string;
  /** Address of an attachment by its name; undefined: there is none. */
  attachment(name: string): string | undefined;
  /** Display name by login name. */
  person(name: string): string | undefined;
  isIssue(key: string): boolean;
}

interface Rule {
  /** Sticky. */
  readonly pattern: RegExp;
  /** undefined: does not apply after all. */
  html(match: RegExpExecArray, context: WikiContext): string | undefined;
}

const phrase = (mark: string, tag: string): readonly Rule[] => {
  const m = mark.replace(/[*+^?]/g, "\\$&");
  const html: Rule["html"] = (match, context) => `<${tag}>${inline(match[1] ?? "", context)}</${tag}>`;
  return [
    { pattern: new RegExp(`\\{${m}\\}(.+?)\\{${m}\\}`, "y"), html },
    // Between a non-word character and a non-word character, with no space just inside.
    {
      pattern: new RegExp(
        `(?<![\\p{L}\\p{N}\\\\])${m}(?=[^\\s${m}])(.*?[^\\s\\\\])${m}(?![\\p{L}\\p{N}])`,
        "yu",
      ),
      html,
    },
  ];
};

const icons: Readonly<Record<string, string>> = {
  "(/)": "✅",
  "(x)": "❌",
  "(!)": "⚠️",
  "(?)": "❓",
  "(i)": "ℹ️",
  "(y)": "👍",
  "(n)": "👎",
  "(on)": "💡",
  "(off)": "🌑",
  "(*)": "⭐",
  ":)": "🙂",
  ":(": "🙁",
  ":D": "😃",
  ":P": "😛",
  ";)": "😉",
};

const rules: readonly Rule[] = [
  { pattern: /\\\\(?!\\)/y, html: () => "<br>" },
  { pattern: /\\([^\p{L}\p{N}\s])/uy, html: ([, char = ""]) => escapeHtml(char) },
  { pattern: /\{\{(.+?)\}\}/y, html: ([, text = ""], context) => `<code>${inline(text, context)}</code>` },
  {
    pattern: /\{color:(#?[A-Za-z0-9]{1,20})\}(.*?)\{color\}/y,
    html: ([, colour = "", text = ""], context) =>
      `<span style="color:${colour}">${inline(text, context)}</span>`,
  },
  { pattern: /\{anchor:([^}]*)\}/y, html: ([, name = ""]) => `<a id="${escapeHtml(name)}"></a>` },
  { pattern: /\[((?:\\.|[^\]\n\\])+)\]/y, html: ([, text = ""], context) => link(text, context) },
  {
    pattern: /(?<![\p{L}\p{N}])!([^!\s|][^!|\n]*)(?:\|([^!\n]*))?!/uy,
    html: ([, name = "", settings = ""], context) => image(name, settings, context),
  },
  // Not within a word, as Jira's own pattern has it.
  {
    pattern: /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"'|\\{}[\]!]+/uy,
    html: ([url]) => anchor(url, escapeHtml(url)),
  },
  {
    pattern: /(?<![\p{L}\p{N}-])[A-Z][A-Z0-9]+-\d+(?![\p{L}\p{N}])/uy,
    html: ([key], { base, isIssue }) => (isIssue(key) ? anchor(`${base}/browse/${key}`, key) : undefined),
  },
  { pattern: /(?<=\s)---(?=\s)/y, html: () => "—" },
  { pattern: /(?<=\s)--(?=\s)/y, html: () => "–" },
  {
    pattern: /\((?:[/x!?iyn*]|on|off)\)|(?<!\S)[:;](?:[)(PD])(?!\S)/y,
    html: ([text]) => icons[text],
  },
  ...phrase("*", "b"),
  ...phrase("_", "em"),
  ...phrase("??", "cite"),
  ...phrase("-", "del"),
  ...phrase("+", "ins"),
  ...phrase("^", "sup"),
  ...phrase("~", "sub"),
  // Entities pass, as in Jira.
  { pattern: /&(?:[A-Za-z]{2,10}|#\d{2,6}|#x[0-9A-Fa-f]{2,6});/y, html: ([entity]) => entity },
];

export function inline(text: string, context: WikiContext): string {
  let html = "";
  let at = 0;
  while (at < text.length) {
    const found = applyAt(text, at, context);
    html += found?.html ?? escapeHtml(text.charAt(at));
    at += found?.length ?? 1;
  }
  return html;
}

function applyAt(text: string, at: number, context: WikiContext) {
  if (/[\p{L}\p{N} ]/u.test(text.charAt(at)) && !/[hA-Z]/.test(text.charAt(at))) return undefined;
  for (const { pattern, html } of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match || match[0] === "") continue;
    const shown = html(match, context);
    if (shown !== undefined) return { html: shown, length: match[0].length };
  }
  return undefined;
}

function link(text: string, context: WikiContext): string | undefined {
  const bar = text.search(/(?<!\\)\|/);
  const alias = bar < 0 ? undefined : text.slice(0, bar);
  const target = (bar < 0 ? text : (text.slice(bar + 1).split("|")[0] ?? "")).replace(/\\(.)/g, "$1").trim();
  const shown =
    alias === undefined ? escapeHtml(target.replace(/^(?:mailto:|[\^~#])/, "")) : inline(alias, context);
  if (target.startsWith("~")) {
    const person = context.person(target.slice(1));
    return person === undefined ? undefined : `<span class="mention">@${escapeHtml(person)}</span>`;
  }
  if (target.startsWith("^")) {
    const address = context.attachment(target.slice(1));
    return address === undefined ? undefined : anchor(address, shown);
  }
  if (target.startsWith("#")) return anchor(target, shown);
  return /^(?:https?:\/\/|ftp:\/\/|mailto:)/i.test(target) ? anchor(target, shown) : undefined;
}

/** @param shown HTML */
function anchor(address: string, shown: string): string {
  return `<a href="${escapeHtml(address)}" rel="noopener noreferrer">${shown}</a>`;
}

function image(name: string, settings: string, context: WikiContext): string | undefined {
  const address = /^https?:\/\//i.test(name) ? name : context.attachment(name);
  if (address === undefined)
    return /\.\w{2,5}$/.test(name) ? `<span class="missing">${escapeHtml(name)}</span>` : undefined;
  const size = (what: string) => {
    const pixels = new RegExp(`(?:^|,)\\s*${what}=(\\d{1,4})`).exec(settings)?.[1];
    return pixels === undefined ? "" : ` ${what}="${pixels}"`;
  };
  const small = settings.includes("thumbnail") ? ' class="thumbnail"' : "";
  return `<img src="${escapeHtml(address)}" alt="${escapeHtml(name)}"${small}${size("width")}${size("height")}>`;
}
