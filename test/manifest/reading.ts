/** A manifest as the checks see it. */
import { DomUtils, parseDocument } from "htmlparser2";

export type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];

/** One VersionOverrides, without the one nested in it: a generation inherits nothing from the one around it. */
export interface Generation {
  /** "1.0" or "1.1"; "" for another. */
  readonly name: string;
  readonly element: Element;
  all(...tags: string[]): readonly Element[];
}

export interface Manifest {
  readonly text: string;
  readonly root: Element | undefined;
  /** The part that every Outlook reads: what stands outside of VersionOverrides. */
  readonly base: Omit<Generation, "name" | "element">;
  readonly generations: readonly Generation[];
  /** Of the whole file. */
  all(...tags: string[]): readonly Element[];
  /** Folder of the pane's page, with a slash at its end; undefined where the base names no page. */
  readonly folder: string | undefined;
}

export function readManifest(text: string): Manifest {
  const document = parseDocument(text, { xmlMode: true });
  const every = DomUtils.getElementsByTagName("*", document);
  const ownBy = new Map<unknown, Element[]>();
  for (const element of every) {
    const owner = ownerOf(element);
    ownBy.set(owner, [...(ownBy.get(owner) ?? []), element]);
  }
  const named = (owner: unknown, tags: readonly string[]) =>
    (ownBy.get(owner) ?? []).filter(({ name }) => tags.includes(name));
  const pane = named(undefined, ["SourceLocation"])[0]?.attribs["DefaultValue"] ?? "";
  return {
    text,
    root: every.find(({ name }) => name === "OfficeApp"),
    base: { all: (...tags) => named(undefined, tags) },
    generations: every
      .filter(({ name }) => name === "VersionOverrides")
      .map((element) => ({
        name: /^VersionOverridesV(\d)_(\d)$/.exec(valueOf(element, "xsi:type"))?.slice(1).join(".") ?? "",
        element,
        all: (...tags) => named(element, tags),
      })),
    all: (...tags) => every.filter(({ name }) => tags.includes(name)),
    folder: URL.canParse(pane) ? new URL(".", pane).href : undefined,
  };
}

export function valueOf(element: Element, attribute: string): string {
  return element.attribs[attribute] ?? "";
}

export function wordsOf(element: Element): string {
  return DomUtils.textContent(element).trim();
}

export function childrenOf(element: Element): readonly Element[] {
  return element.children.filter((child): child is Element => "name" in child && "attribs" in child);
}

/** The VersionOverrides around it; a nested one belongs to itself. */
function ownerOf(element: Element): Element | undefined {
  if (element.name === "VersionOverrides") return element;
  for (let parent = element.parent; parent; parent = parent.parent) {
    if ("name" in parent && parent.name === "VersionOverrides" && "attribs" in parent) return parent;
  }
  return undefined;
}
