/** HTML as a tree. */
import { Parser } from "htmlparser2";

export interface Element {
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
  readonly parent: Element | undefined;
  readonly children: (Element | string)[];
}

export function treeOf(html: string): Element {
  const root: Element = { name: "", attribs: {}, parent: undefined, children: [] };
  let open = root;
  const parser = new Parser({
    onopentag(name, attribs) {
      const opened: Element = { name, attribs, parent: open, children: [] };
      open.children.push(opened);
      open = opened;
    },
    ontext: (text) => void open.children.push(text),
    onclosetag() {
      open = open.parent ?? root;
    },
  });
  parser.end(html);
  return root;
}

export function elements({ children }: Element): readonly Element[] {
  return children.filter((child) => typeof child !== "string");
}

export function textOf({ children }: Element): string {
  return children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

/** The element and those around it, from the inside out. */
export function upwards(element: Element): readonly Element[] {
  return element.parent ? [element, ...upwards(element.parent)] : [element];
}
