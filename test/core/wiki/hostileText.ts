import fc from "fast-check";

/** Whatever wiki markup is made of, in any order. */
export const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Array.from("*_-+^~?!|[]{}()\\&;:#@/<>.,'\"= \n\t\u00a0ab1é漢😀")),
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
      ),
      fc.constantFrom("[~admin]", "{code}", "{quote}", "!a.png!", ":)", ";-)", "(x)", "(*r)", ":D", "KEY-1"),
      fc.constantFrom(
        "&amp;",
        "&nbsp;",
        "&#42;",
        "https://example.com/a_b-c?d=*e*",
        "a@example.com",
        "word",
        "\u2028",
      ),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

export function asHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
