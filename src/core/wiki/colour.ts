/** Colours as mails write them. */
const names: Readonly<Record<string, string>> = {
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
export function colourOf(said: string | undefined): string | undefined {
  const text =
    said
      ?.trim()
      .toLowerCase()
      .replace(/\s*!important$/, "") ?? "";
  if (usual.includes(text)) return "usual";
  const hex = names[text] ?? hexOf(text);
  return hex !== undefined && isGrey(hex) ? "usual" : hex;
}

function hexOf(text: string): string | undefined {
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(text);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`;
  if (/^#[\da-f]{6}$/.test(text)) return text;
  const parts = /^rgba?\((\d{1,3})[\s,]+(\d{1,3})[\s,]+(\d{1,3})(?:[\s,/]+[\d.%]+)?\)$/.exec(text)?.slice(1);
  if (!parts) return undefined;
  return `#${parts.map((part) => Math.min(255, Number(part)).toString(16).padStart(2, "0")).join("")}`;
}

/** Black, white and all between: how text looks, not what it means. */
function isGrey(hex: string): boolean {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts) < 40;
}
