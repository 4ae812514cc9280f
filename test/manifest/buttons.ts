/** Buttons, and what the add-in asks of Outlook. */
import { repeated, type Check } from "./check.ts";
import { childrenOf, valueOf, wordsOf, type Generation } from "./reading.ts";

export const generations: Check = (manifest) => {
  const names = manifest.generations.map(({ name }) => name);
  return names.join() === "1.0,1.1"
    ? []
    : [`has VersionOverrides ${names.join(", ")}, not 1.0 and within it 1.1`];
};

export const ids: Check = ({ all }) =>
  repeated(all("Group", "Control").map((element) => valueOf(element, "id"))).map(
    (id) => `two groups or buttons are called ${id}`,
  );

export const tab: Check = ({ all }) =>
  all("OfficeTab")
    .filter((element) => valueOf(element, "id") !== "TabDefault")
    .map((element) => `Outlook knows no tab ${valueOf(element, "id")}`);

export const iconSizes: Check = ({ all }) =>
  all("Control").flatMap((button) => {
    const sizes = childrenOf(button)
      .filter(({ name }) => name === "Icon")
      .flatMap(childrenOf)
      .map((image) => valueOf(image, "size"));
    return ["16", "32", "80"]
      .filter((size) => !sizes.includes(size))
      .map((size) => `${valueOf(button, "id")} lacks the icon of ${size} pixels`);
  });

export const surface: Check = (manifest) =>
  manifest.generations
    .filter(({ all }) => {
      const points = all("ExtensionPoint").map((element) => valueOf(element, "xsi:type"));
      return points.join() !== "MessageReadCommandSurface" || all("MobileFormFactor").length > 0;
    })
    .map(({ name }) => `${name} does not offer the button on a mail that is read, and nowhere else`);

export const pinning: Check = (manifest) => onlyInNewest(manifest.generations, "SupportsPinning");
export const sharedFolders: Check = (manifest) => onlyInNewest(manifest.generations, "SupportsSharedFolders");

function onlyInNewest(all: readonly Generation[], tag: string): readonly string[] {
  return all.flatMap((generation) => {
    const said = generation.all(tag).map(wordsOf);
    if (generation.name === "1.1") return said.join() === "true" ? [] : [`1.1 does not say ${tag}`];
    return said.length === 0 ? [] : [`${generation.name} has ${tag}, which only 1.1 knows`];
  });
}

export const permission: Check = ({ base }) => {
  const asked = base.all("Permissions").map(wordsOf).join();
  return asked === "ReadWriteItem" ? [] : [`asks for "${asked}", not for ReadWriteItem`];
};

/** Exchange on-premises takes no manifest that wants more. */
const newest = { Mailbox: [1, 5] } as const;

export const requirements: Check = (manifest) => [
  ...manifest.all("Set", "bt:Set").flatMap((set) => {
    const inherited =
      set.parent && "attribs" in set.parent ? set.parent.attribs["DefaultMinVersion"] : undefined;
    const version = set.attribs["MinVersion"] ?? inherited ?? "1.1";
    if (valueOf(set, "Name") !== "Mailbox") return [`wants the set ${valueOf(set, "Name")}`];
    return above(version, newest.Mailbox) ? [`wants Mailbox ${version}; Exchange on-premises has 1.5`] : [];
  }),
  ...(manifest.base.all("Set").length > 0 ? [] : ["the base names no requirement set"]),
];

/** Numbers with dots: 1.14 is above 1.5. */
function above(version: string, [major, minor]: readonly [number, number]): boolean {
  const [ownMajor = NaN, ownMinor = NaN] = version.split(".").map(Number);
  return !(ownMajor < major || (ownMajor === major && ownMinor <= minor));
}

export const height: Check = ({ all }) =>
  all("RequestedHeight")
    .map((element) => Number(wordsOf(element)))
    .filter((pixels) => !(pixels >= 32 && pixels <= 450))
    .map((pixels) => `RequestedHeight ${pixels} is not within 32 and 450`);
