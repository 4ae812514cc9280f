/** Texts of whatever wiki markup is made of, in any order. */
import fc from "fast-check";

/** `npm run test:long` looks longer. */
export const manyRuns = { numRuns: process.env["LONG"] ? 100_000 : 5_000 };

export const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Array.from("*_-+^~?!|[]{}()\\&;:#@/<>.,'\"= \n\t\u00a0ab1é漢😀²\u200d\u200f")),
      fc.constantFrom(
        "??",
        "--",
        "---",
        "----",
        "||",
        "h1. ",
        "h2.",
        "bq. ",
        "* ",
        "# ",
        "- ",
        "\n",
        " ",
        "\\\\",
        "{{",
        "}}",
        "{*}",
      ),
      fc.constantFrom(
        "[~admin]",
        "[^file.txt]",
        "[a|https://example.com]",
        "{code}",
        "{quote}",
        "{color:red}",
        "{color}",
        "{anchor:a}",
        "{widget}",
        "!a.png!",
        "|width=3!",
      ),
      fc.constantFrom(":)", ";-)", "(x)", "(*r)", ":D", ":P", "(flagoff)", "KEY-1"),
      fc.constantFrom(
        "&amp;",
        "&nbsp;",
        "&#42;",
        "&copy",
        "https://example.com/a_b-c?d=*e*",
        "http://",
        "ftp://a",
        "mailto:",
        "a@example.com",
        "word",
        "\u2028",
        "\u{f0000}",
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

export function asHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
