/** Resources and what refers to them, in each generation by itself. */
import { repeated, type Check } from "./check.ts";
import { valueOf, wordsOf, type Generation } from "./reading.ts";

const resources = ["bt:Image", "bt:Url", "bt:String"];
const referring = ["Label", "Title", "Description", "bt:Image", "SourceLocation", "FunctionFile"];
const mostOfId = 32;

const idsOf = ({ all }: Generation) => all(...resources).flatMap((element) => element.attribs["id"] ?? []);
const residsOf = ({ all }: Generation) =>
  all(...referring).flatMap((element) => element.attribs["resid"] ?? []);

export const dangling: Check = ({ generations }) =>
  generations.flatMap((generation) =>
    residsOf(generation)
      .filter((resid) => !idsOf(generation).includes(resid))
      .map((resid) => `${generation.name} names ${resid}, which it does not have`),
  );

export const unused: Check = ({ generations }) =>
  generations.flatMap((generation) =>
    idsOf(generation)
      .filter((id) => !residsOf(generation).includes(id))
      .map((id) => `${generation.name} has ${id}, which nothing uses`),
  );

export const ambiguous: Check = ({ generations }) =>
  generations.flatMap((generation) =>
    repeated(idsOf(generation)).map((id) => `${generation.name} has ${id} twice`),
  );

export const lengths: Check = ({ base, generations, all }) => [
  ...generations
    .flatMap((generation) => [...idsOf(generation), ...residsOf(generation)])
    .filter((id) => id.length > mostOfId)
    .map((id) => `the id ${id} has more than ${mostOfId} characters`),
  ...tooLong(base.all("DisplayName"), 125),
  ...tooLong(base.all("Description"), 250),
  ...tooLong(
    all("bt:String").filter(({ parent }) => parent && "name" in parent && parent.name === "bt:ShortStrings"),
    125,
  ),
  ...tooLong(
    all("bt:String").filter(({ parent }) => parent && "name" in parent && parent.name === "bt:LongStrings"),
    250,
  ),
  ...tooLong(
    all("IconUrl", "HighResolutionIconUrl", "SupportUrl", "SourceLocation", "bt:Image", "bt:Url"),
    2048,
  ),
];

function tooLong(elements: ReturnType<Generation["all"]>, most: number): readonly string[] {
  return elements
    .flatMap((element) => [
      valueOf(element, "DefaultValue"),
      ...element.children.flatMap((child) => ("attribs" in child ? [valueOf(child, "Value")] : [])),
    ])
    .filter((text) => text.length > most)
    .map((text) => `"${text.slice(0, 20)}…" has ${text.length} characters of at most ${most}`);
}

const full = /^[a-z]{2,3}(-[A-Z][a-z]{3})?-[A-Z]{2}$/;

export const locales: Check = ({ all, base }) => {
  const standard = base.all("DefaultLocale").map(wordsOf).join();
  const overridden = all("Override", "bt:Override").map(({ parent }) => parent);
  return [
    ...[standard, ...all("Override", "bt:Override").map((element) => valueOf(element, "Locale"))]
      .filter((locale) => !full.test(locale))
      .map((locale) => `the locale "${locale}" is not a full one, such as de-DE`),
    ...all("Override", "bt:Override")
      .filter((element) => valueOf(element, "Locale") === standard)
      .map((element) => `"${valueOf(element, "Value")}" overrides the default locale`),
    ...[...new Set(overridden)].flatMap((parent) => {
      const children = parent?.children ?? [];
      const tags = children.flatMap((child) => ("attribs" in child ? [valueOf(child, "Locale")] : []));
      return repeated(tags).map((locale) => `two overrides for ${locale} in one place`);
    }),
  ];
};

/** A word alone is a name, and the same in German. */
export const german: Check = ({ all, base }) =>
  [...base.all("DisplayName", "Description"), ...all("bt:String")]
    .filter((element) => valueOf(element, "DefaultValue").includes(" "))
    .filter(
      ({ children }) => !children.some((child) => "attribs" in child && valueOf(child, "Locale") === "de-DE"),
    )
    .map((element) => `"${valueOf(element, "DefaultValue")}" is not said in German`);
