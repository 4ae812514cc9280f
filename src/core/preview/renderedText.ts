/**
 * Jira's HTML as a tree of what may be shown. It is as hostile as a mail: only the tags listed here come through, with a
 * checked colour or address and nothing else of their attributes. What is not listed leaves its words.
 */
import { percentDecoded } from "../percentDecoded.ts";
import { colourOf } from "../wiki/colour.ts";
import { ShallowParser } from "../wiki/shallowParser.ts";
import { styleOf } from "../wiki/style.ts";
import { emoticons } from "./emoticons.ts";
import type { MarkedPicture, Marks } from "./pictureMarks.ts";

export type Shown =
  | string
  /** One of the mail's. */
  | { readonly kind: "picture"; readonly picture: MarkedPicture }
  /** One that is not fetched: what it is called. */
  | { readonly kind: "absent"; readonly name: string }
  | ShownElement;

export interface ShownElement {
  readonly kind: "element";
  readonly tag: ShownTag;
  /** What it is to Jira beside its tag. */
  readonly role: "panel" | "title" | "error" | undefined;
  /** `#rrggbb` */
  readonly colour: string | undefined;
  /** Absolute; of links only. */
  readonly href: string | undefined;
  readonly children: readonly Shown[];
}

export interface RenderedText {
  readonly content: readonly Shown[];
  /** There is more than is shown. */
  readonly cut: boolean;
}

/** Elements and texts: drawing more would keep the page busy. Few mails come near. */
const most = 10_000;
/** Within each other; what is deeper is shown at that depth. */
const deepest = 60;

// prettier-ignore
const tags = [
  "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "b", "em", "ins", "del", "cite", "sub", "sup", "code", "pre",
  "blockquote", "ul", "ol", "li", "table", "tbody", "tr", "th", "td", "div", "span", "a",
] as const;
export type ShownTag = (typeof tags)[number];
const known: ReadonlyMap<string, ShownTag> = new Map<string, ShownTag>([
  ...tags.map((tag) => [tag, tag] as const),
  ["strong", "b"],
  ["i", "em"],
  ["u", "ins"],
  ["s", "del"],
  ["strike", "del"],
  ["tt", "code"],
  ["font", "span"],
]);
/** With all that they contain. */
// prettier-ignore
const leftOut: ReadonlySet<string> = new Set([
  "script", "style", "title", "template", "noscript", "iframe", "object", "embed", "applet", "svg", "math", "textarea",
  "select", "option", "button", "video", "audio", "canvas",
]);
/** Only elements stand in these; the white space between them is nobody's. */
const frames: ReadonlySet<string | undefined> = new Set(["table", "tbody", "tr", "ul", "ol"]);

interface Open extends Omit<ShownElement, "children"> {
  readonly children: Shown[];
}

export function renderedText(html: string, marks: Marks): RenderedText {
  const root: Shown[] = [];
  const open: Open[] = [];
  /** For each open tag of the HTML: what it became; undefined: nothing of its own. */
  const became: (Open | undefined)[] = [];
  let hidden = 0;
  let count = 0;
  const put = (one: Shown): boolean => {
    if (hidden > 0 || (count += 1) > most) return false;
    (open.at(-1)?.children ?? root).push(one);
    return true;
  };

  /** Comes in pieces, and a mark may be in two of them. */
  let words = "";
  const endText = (): void => {
    const text = words;
    words = "";
    if (text === "" || (frames.has(open.at(-1)?.tag) && text.trim() === "")) return;
    // Code is shown as it is written: a picture is none there.
    const parts = open.some(({ tag }) => tag === "pre") ? [marks.undone(text)] : marks.parts(text);
    for (const part of parts) put(typeof part === "string" ? part : { kind: "picture", picture: part });
  };

  const parser = new ShallowParser({
    onopentag(name, attributes) {
      endText();
      if (leftOut.has(name)) hidden += 1;
      const element = elementOf(name, attributes, marks);
      const shown = element && open.length < deepest && put(element) ? element : undefined;
      if (shown) open.push(shown);
      became.push(shown);
      if (name === "img") image(attributes).forEach(put);
    },
    ontext(text) {
      words += text;
    },
    onclosetag(name) {
      endText();
      if (leftOut.has(name)) hidden -= 1;
      if (became.pop()) open.pop();
    },
  });
  parser.end(html);
  endText();
  return { content: root, cut: count > most };
}

type Attributes = Readonly<Record<string, string>>;

function elementOf(name: string, attributes: Attributes, marks: Marks): Open | undefined {
  const tag = known.get(name);
  if (tag === undefined) return undefined;
  const colour = colourOf(styleOf(attributes).get("color") ?? attributes["color"]);
  return {
    kind: "element",
    tag,
    role: roleOf(attributes),
    colour: colour === "usual" ? undefined : colour,
    href: tag === "a" ? addressOf(marks.undone(attributes["href"] ?? "")) : undefined,
    children: [],
  };
}

function roleOf(attributes: Attributes): ShownElement["role"] {
  const names = classesOf(attributes);
  // Code has a frame of its own.
  if (names.includes("panel") && !names.includes("code") && !names.includes("preformatted")) return "panel";
  if (names.includes("panelHeader") || names.includes("title")) return "title";
  return names.includes("error") ? "error" : undefined;
}

function classesOf(attributes: Attributes): readonly string[] {
  return (attributes["class"] ?? "").split(/\s+/);
}

/** undefined: leads nowhere that a link of ours may lead. */
function addressOf(href: string): string | undefined {
  if (!/^\s*(?:https?|mailto|tel):/i.test(href) || !URL.canParse(href)) return undefined;
  return new URL(href).href;
}

/** No picture is fetched. */
function image(attributes: Attributes): readonly Shown[] {
  const path = (attributes["src"] ?? "").replace(/[?#].*$/s, "").split("/");
  const file = path.at(-1) ?? "";
  const names = classesOf(attributes);
  if (names.includes("rendericon")) return []; // beside a link: that it leads out, or is a mail address
  const sign = emoticons.get(file);
  if (names.includes("emoticon") && sign !== undefined) return [sign];
  return [{ kind: "absent", name: attributes["alt"]?.trim() || percentDecoded(file) }];
}
