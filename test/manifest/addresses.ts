/** Addresses, and the files that they lead to. */
import { repeated, type Check } from "./check.ts";
import { valueOf, wordsOf, type Element, type Manifest } from "./reading.ts";

const addressed = ["IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation", "bt:Image", "bt:Url"];

/** Each with its overrides by locale. Within an Icon, bt:Image refers to an address and has none. */
function addressesIn({ all }: Pick<Manifest, "all">, ...tags: string[]): readonly string[] {
  return all(...tags)
    .filter((element) => valueOf(element, "resid") === "")
    .flatMap((element) => [valueOf(element, "DefaultValue"), ...overridesOf(element)]);
}
function overridesOf(element: Element): readonly string[] {
  return element.children.flatMap((child) => ("attribs" in child ? [valueOf(child, "Value")] : []));
}

export const https: Check = (manifest) =>
  [...addressesIn(manifest, ...addressed), ...manifest.all("AppDomain").map(wordsOf)]
    .filter((address) => !URL.canParse(address) || new URL(address).protocol !== "https:")
    .map((address) => `"${address}" is not an address of https`);

/** R:manifest/appdomain.md: scheme, host and port, and nothing after them. */
export const appDomains: Check = ({ all, folder }) => {
  const domains = all("AppDomain").map(wordsOf);
  const own = folder === undefined ? undefined : new URL(folder).origin;
  return [
    ...domains
      .filter((domain) => domain.includes("*") || !URL.canParse(domain) || new URL(domain).origin !== domain)
      .map((domain) => `AppDomain ${domain} is more, or less, than scheme, host and port`),
    ...repeated(domains).map((domain) => `AppDomain ${domain} stands there twice`),
    ...(own === undefined || domains.includes(own) ? [] : [`AppDomain ${own}, the add-in's own, is missing`]),
  ];
};

/** SupportUrl may lead anywhere; the rest are our own files, so they are in the pane's folder or below. */
export const ownFolder: Check = (manifest) =>
  addressesIn(manifest, ...addressed.filter((tag) => tag !== "SupportUrl"))
    .filter((address) => !address.startsWith(manifest.folder ?? "https:///"))
    .map((address) => `${address} is not in the pane's folder, ${manifest.folder ?? "which is not named"}`);

export const onePane: Check = ({ base, generations }) => {
  const panes = [
    ...base.all("SourceLocation").map((element) => valueOf(element, "DefaultValue")),
    ...generations.flatMap(({ all }) => all("bt:Url").map((element) => valueOf(element, "DefaultValue"))),
  ];
  return panes.every((pane) => pane === panes[0] && pane.endsWith("/taskpane.html"))
    ? []
    : [`the pane's page is not the same everywhere: ${[...new Set(panes)].join(", ")}`];
};

export const help: Check = (manifest, shipped) => {
  const pages = addressesIn(manifest, "SupportUrl");
  if (pages.length === 0) return ["SupportUrl is missing"];
  return pages.flatMap((page) => {
    const path = pathBelow(manifest.folder, page);
    return path === undefined || shipped.file(path)
      ? []
      : [`SupportUrl leads to ${path}, which is not shipped`];
  });
};

/** 64 and 128: D:manifest/iconurl and highresolutionIconUrl; elsewhere what the button's Icon says. */
export const icons: Check = (manifest, shipped) => {
  const wanted = [
    ...addressesIn(manifest, "IconUrl").map((address) => [address, 64] as const),
    ...addressesIn(manifest, "HighResolutionIconUrl").map((address) => [address, 128] as const),
    ...manifest.generations.flatMap(({ all }) => {
      const images = all("bt:Image");
      return images
        .filter((image) => valueOf(image, "resid") !== "")
        .flatMap((use) =>
          images
            .filter((image) => valueOf(image, "id") === valueOf(use, "resid"))
            .map((image) => [valueOf(image, "DefaultValue"), Number(valueOf(use, "size"))] as const),
        );
    }),
  ];
  return wanted.flatMap(([address, size]) => {
    const path = pathBelow(manifest.folder, address) ?? address;
    const pixels = pixelsOf(shipped.file(path));
    if (pixels === undefined) return [`${path} is no PNG that is shipped`];
    return pixels.every((side) => side === size)
      ? []
      : [`${path} has ${pixels.join("×")} pixels, not ${size}`];
  });
};

/** Traps: an address of the machine where the manifest was made. */
export const leftovers: Check = ({ text }, { as }) =>
  as === "template"
    ? []
    : [...text.matchAll(/localhost[^"<]*|127\.0\.0\.1/gi)].map(([found]) => `${found} is left`);

function pathBelow(folder: string | undefined, address: string): string | undefined {
  return folder !== undefined && address.startsWith(folder) ? address.slice(folder.length) : undefined;
}

/** Width and height as a PNG's first chunk states them. */
function pixelsOf(bytes: Uint8Array | undefined): readonly [number, number] | undefined {
  if (bytes === undefined || bytes.length < 24 || String.fromCharCode(...bytes.slice(1, 4)) !== "PNG")
    return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}
