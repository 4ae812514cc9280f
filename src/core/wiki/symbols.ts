/** Fonts whose letters are pictures: Outlook writes a smiley as a J in Wingdings. */

export type SymbolFont = "wingdings" | "webdings";

export function symbolFont(family: string): SymbolFont | undefined {
  const found = /^["']?(wingdings|webdings)(?![ \d]*[23])/.exec(family)?.[1];
  return found === "wingdings" || found === "webdings" ? found : undefined;
}

/** Those that people write; https://www.unicode.org/L2/L2011/11052r-wingding.pdf */
const signs: Readonly<Record<SymbolFont, Readonly<Record<string, string>>>> = {
  wingdings: {
    J: "☺",
    L: "☹",
    à: "→",
    ß: "←",
    á: "↑",
    â: "↓",
    è: "➔",
    ü: "✓",
    û: "✗",
    l: "●",
    n: "■",
    q: "❑",
    o: "□",
    "§": "▪",
    Ø: "➢",
    v: "❖",
    "*": "✉",
    "(": "☎",
  },
  webdings: { a: "✓", r: "✗", i: "ℹ", "4": "►", "3": "◄" },
};

/** What it shows as; pictures that say nothing, such as the tree of "think before you print", go. */
export function shownSymbols(text: string, font: SymbolFont): string {
  return text.replace(/\S/gu, (letter) => signs[font][letter] ?? "");
}
