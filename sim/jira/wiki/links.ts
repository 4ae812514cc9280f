/** Links, bare addresses, pictures, issue keys. Only addresses of known schemes become links. */
import { escapeHtml } from "../web/html.ts";
import type { Rendering } from "./blocks.ts";
import { effects } from "./effects.ts";

/** A bracket behind a backslash is text. */
const bracketed = /(?<!\\)\[((?:\\[^\n]|[^[\]\\\n])*)\]/g;
const scheme = "(?:https?:\\/\\/|ftps?:\\/\\/|mailto:|nntp:\\/\\/|news:\\/\\/|irc:\\/\\/)";
/** ASCII only, and not what closes a sentence or a bracket around it. */
const bare = new RegExp(
  `(?<![A-Za-z\\d"[|'!])${scheme}[-_.!~*';/?:@#&=%+$,A-Za-z\\d[\\]()\\\\]*[-_~*/?:@#&=%+$A-Za-z\\d[(\\\\]`,
  "g",
);
const picture = /(?<![\p{L}\p{Nd}\\])!([^ \t\n\v\f\r!|][^!|\n]*)(?:\|([^!\n]*))?(?<!\\)!(?![\p{L}\p{Nd}])/gu;
const issueKey = /(?<![\p{L}\p{N}-])[A-Z][A-Z\d]+-\d+(?![\p{L}\p{N}])/gu;

/** Links in brackets, then pictures: what a row of a table must not be parted in. */
export function withLinksKept(text: string, rendering: Rendering): string {
  const { kept } = rendering;
  const linked = text.replace(bracketed, (found: string, inner: string) => {
    const html = link(inner, rendering);
    return html === undefined ? found : kept.inline(html);
  });
  return withPicturesKept(linked, rendering);
}

function withPicturesKept(text: string, { context, kept }: Rendering): string {
  return text.replace(picture, (_, name: string, settings: string | undefined) =>
    kept.inline(image(name, settings ?? "", context.attachment(name))),
  );
}

/** All that Jira links by itself. */
export function withAddressesKept(text: string, { context, kept }: Rendering): string {
  return text
    .replace(bare, (url) => kept.inline(anchor(url, escapeHtml(url))))
    .replace(issueKey, (key) =>
      context.isIssue(key) ? kept.inline(anchor(`${context.base}/browse/${key}`, key)) : key,
    );
}

/** `[target]`, `[alias|target]`, `[alias|target|title]`, `[alias^file]`; undefined: leads nowhere. */
function link(inner: string, rendering: Rendering): string | undefined {
  const { context } = rendering;
  const parts = inner.split(/(?<!\\)\|(?![^!|]*!(?:\||$))/);
  const file = parts.length === 1 ? /^([^^]*)\^(.+)$/.exec(inner) : null;
  const alias = file ? file[1] || undefined : parts.length > 1 ? parts[0] : undefined;
  const target = (file ? `^${file[2] ?? ""}` : (parts[1] ?? inner)).replace(/\\(?=\W)/g, "").trim();
  const shown = (text: string) =>
    alias === undefined
      ? escapeHtml(text)
      : rendering.kept.html(effects(withPicturesKept(alias, rendering), rendering));
  const titled = parts[2];

  if (target.startsWith("~")) {
    const person = context.person(target.slice(1));
    return person === undefined ? undefined : `<span class="mention">@${escapeHtml(person)}</span>`;
  }
  if (target.startsWith("^")) {
    const address = context.attachment(target.slice(1));
    return address === undefined ? undefined : anchor(address, shown(target.slice(1)), titled);
  }
  if (/^#\S/.test(target)) return anchor(target, shown(target.slice(1)), titled);
  if (/^[A-Z][A-Z\d]+-\d+$/.test(target) && context.isIssue(target))
    return anchor(`${context.base}/browse/${target}`, shown(target), titled);
  const known = /^(?:https?:\/\/|ftps?:\/\/|mailto:|tel:|file:|nntp:\/\/|news:\/\/|irc:\/\/)./i.test(target);
  return known ? anchor(target, shown(target.replace(/^mailto:/, "")), titled) : undefined;
}

/** @param shown HTML */
function anchor(address: string, shown: string, title?: string): string {
  const tip = title === undefined ? "" : ` title="${escapeHtml(title)}"`;
  return `<a href="${escapeHtml(address)}"${tip} rel="noopener noreferrer">${shown}</a>`;
}

function image(name: string, settings: string, attachment: string | undefined): string {
  const address = /^https?:\/\//i.test(name) ? name : attachment;
  if (address === undefined)
    return `<span class="error">Unable to render embedded object: File (${escapeHtml(name)}) not found.</span>`;
  const given = new Map(
    settings.split(",").map((setting) => {
      const [key = "", value = ""] = setting.split("=");
      return [key.trim().toLowerCase(), value.trim().replace(/^"|"$/g, "")];
    }),
  );
  const attributes = ["width", "height", "align", "vspace", "hspace", "border", "title", "alt"].flatMap(
    (what) => {
      const value = given.get(what);
      return value === undefined ? [] : [` ${what}="${escapeHtml(value)}"`];
    },
  );
  const alt = given.has("alt") ? "" : ` alt="${escapeHtml(name)}"`;
  const small = given.has("thumbnail") ? ' class="thumbnail"' : "";
  return `<img src="${escapeHtml(address)}"${alt}${small}${attributes.join("")}>`;
}
