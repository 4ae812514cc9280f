/** Colours as mails write them, and which of them say something. */
import { hasInk } from "./clean.ts";
import { withPlaces, type Line } from "./page.ts";

const names: Readonly<Record<string, Hex>> = {
  red: "#ff0000",
  blue: "#0000ff",
  green: "#008000",
  purple: "#800080",
  orange: "#ffa500",
  maroon: "#800000",
  navy: "#000080",
  teal: "#008080",
  olive: "#808000",
  fuchsia: "#ff00ff",
  magenta: "#ff00ff",
  lime: "#00ff00",
  aqua: "#00ffff",
  cyan: "#00ffff",
  brown: "#a52a2a",
  crimson: "#dc143c",
  darkred: "#8b0000",
  darkblue: "#00008b",
  darkgreen: "#006400",
};
/** `#rrggbb` */
type Hex = `#${string}`;
/** That of text, and of nothing in particular. */
const usual = [
  "black",
  "windowtext",
  "inherit",
  "initial",
  "auto",
  "currentcolor",
  "unset",
  "white",
  "transparent",
];

/** `#rrggbb`, "usual" for that of text, undefined for what is not understood. */
export function colourOf(said: string | undefined): Hex | "usual" | undefined {
  const text =
    said
      ?.trim()
      .toLowerCase()
      .replace(/\s*!important$/, "") ?? "";
  if (usual.includes(text)) return "usual";
  const hex = names[text] ?? hexOf(text);
  return hex !== undefined && isGrey(hex) ? "usual" : hex;
}

function hexOf(text: string): Hex | undefined {
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`;
  const long = /^#([\da-f]{6})$/.exec(text)?.[1];
  if (long !== undefined) return `#${long}`;
  const parts = /^rgba?\((\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+[\d.%]+)?\)$/.exec(text)?.slice(1);
  if (!parts) return undefined;
  return `#${parts.map((part) => Math.min(255, Number(part)).toString(16).padStart(2, "0")).join("")}`;
}

/** Black, white and all between: how text looks, not what it means. */
function isGrey(hex: string): boolean {
  return spread(hex) < 40;
}

/** Nearly black, as Office's dark blue (#1f497d) and green: a mail's look of text, too. */
export function isDark(hex: string): boolean {
  return Math.max(...[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))) < 0x7f;
}

/** Between the strongest and the weakest of red, green and blue. */
function spread(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts);
}

/** More colours than that are decoration. */
const mostColours = 4;

/** Lines whose colours are left only where they set something off from the rest. */
export function withMeaningfulColours(lines: readonly Line[]): readonly Line[] {
  const letters = new Map<string | undefined, number>();
  for (const { runs } of lines)
    for (const { text, place } of runs)
      if (hasInk(text)) letters.set(place.colour, (letters.get(place.colour) ?? 0) + text.length);
  const all = [...letters.values()].reduce((sum, count) => sum + count, 0);
  const vivid = [...letters.keys()].filter((colour) => colour !== undefined && isVivid(colour));
  const kept = new Set(
    vivid.length > mostColours ? [] : vivid.filter((colour) => (letters.get(colour) ?? 0) < all / 2),
  );
  return withPlaces(lines, (place) => {
    const stays = place.colour === undefined || (kept.has(place.colour) && place.url === undefined);
    return stays ? place : { ...place, colour: undefined };
  });
}

/** Red, blue, green, and no shade of grey. */
export function isVivid(colour: string): boolean {
  return spread(colour) > 60;
}
