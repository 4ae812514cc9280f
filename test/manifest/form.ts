/** The form of the file: what comes where, and how much of it. */
import { repeated, type Check } from "./check.ts";
import { childrenOf, valueOf, wordsOf, type Element } from "./reading.ts";

/** As Outlook wants them; "?" may be left out. Microsoft's guide to the order of elements, and its schema. */
const baseOrder = [
  "Id AlternateId? Version ProviderName DefaultLocale DisplayName Description IconUrl HighResolutionIconUrl SupportUrl",
  "AppDomains Hosts Requirements FormSettings Permissions Rule DisableEntityHighlighting? VersionOverrides",
]
  .join(" ")
  .split(" ");
const overridesOrder = "Description? Requirements Hosts Resources VersionOverrides?".split(" ");
const desktopOrder = "SupportsSharedFolders? FunctionFile? ExtensionPoint".split(" ");

const mostBytes = 256 * 1024;

export const size: Check = ({ text }) => {
  const bytes = new TextEncoder().encode(text).length;
  return bytes < mostBytes ? [] : [`has ${bytes} bytes; Outlook takes less than ${mostBytes}`];
};

/** htmlparser2 takes what an XML parser does not; an address with a query is where that happens. */
export const ampersands: Check = ({ text }) =>
  [...text.matchAll(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);).{0,20}/gi)].map(
    ([found]) => `${found} is not XML: write &amp;`,
  );

export const kind: Check = ({ root }) =>
  root && valueOf(root, "xsi:type") === "MailApp" ? [] : ["is no OfficeApp of the type MailApp"];

export const order: Check = ({ root, generations, all }) => [
  ...(root ? outOfOrder(root, baseOrder) : []),
  ...generations.flatMap(({ element }) => outOfOrder(element, overridesOrder)),
  ...all("DesktopFormFactor").flatMap((element) => outOfOrder(element, desktopOrder)),
];

function outOfOrder(parent: Element, order: readonly string[]): readonly string[] {
  const known = order.map((name) => name.replace("?", ""));
  const names = childrenOf(parent).map(({ name }) => name);
  const missing = order.filter((name) => !name.endsWith("?") && !names.includes(name));
  const foreign = names.filter((name) => !known.includes(name));
  const twice = repeated(names).filter((name) => name !== "ExtensionPoint");
  const wrong = names.find((name, at) => at > 0 && known.indexOf(name) < known.indexOf(names[at - 1] ?? ""));
  return [
    ...missing.map((name) => `${parent.name} lacks ${name}`),
    ...foreign.map((name) => `${parent.name} has an unknown ${name}`),
    ...twice.map((name) => `${parent.name} has ${name} twice`),
    ...(wrong === undefined ? [] : [`${parent.name} has ${wrong} too late`]),
  ];
}

export const id: Check = ({ base }) => {
  const ids = base.all("Id").map(wordsOf);
  return ids.length === 1 && ids.every((one) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(one))
    ? []
    : [`Id is no GUID: ${ids.join(", ")}`];
};

export const version: Check = ({ base }, shipped) =>
  base.all("Version").flatMap((element) => {
    const written = wordsOf(element);
    if (!/^\d{1,5}(\.\d{1,5}){3}$/.test(written)) return [`Version ${written} is not of four numbers`];
    return written === `${shipped.version}.0`
      ? []
      : [`Version is ${written}, package.json says ${shipped.version}`];
  });
