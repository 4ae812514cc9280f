/** JQL text to tokens, with Jira's complaints. */

export interface JqlToken {
  /** `quoted` can be nothing but a value; `word` may be a keyword. */
  readonly kind: "word" | "quoted" | "operator" | "(" | ")" | ",";
  readonly text: string;
}

export class JqlError extends Error {}

export function tokenise(jql: string): readonly JqlToken[] {
  const tokens: JqlToken[] = [];
  let at = 0;
  while (at < jql.length) {
    const char = jql.charAt(at);
    if (/\s/.test(char)) at++;
    else if (char === "(" || char === ")" || char === ",") {
      tokens.push({ kind: char, text: char });
      at++;
    } else if (char === '"' || char === "'") {
      const { text, end } = quoted(jql, at);
      tokens.push({ kind: "quoted", text });
      at = end;
    } else {
      const operator = /^(?:!=|!~|<=|>=|=|~|<|>|&&?|\|\|?|!)/.exec(jql.slice(at))?.[0];
      const word = /^[^\s"'(),=!<>~&|]+/.exec(jql.slice(at))?.[0] ?? "";
      if (operator === undefined) checkReserved(word);
      tokens.push(
        operator === undefined ? { kind: "word", text: word } : { kind: "operator", text: operator },
      );
      at += (operator ?? word).length;
    }
  }
  return tokens;
}

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "\\": "\\",
  '"': '"',
  "'": "'",
  " ": " ",
};

function quoted(jql: string, start: number): { readonly text: string; readonly end: number } {
  const mark = jql.charAt(start);
  let text = "";
  for (let at = start + 1; at < jql.length; at++) {
    const char = jql.charAt(at);
    if (char === mark) return { text, end: at + 1 };
    if (char !== "\\") text += char;
    else {
      const unicode = /^u([0-9a-fA-F]{4})/.exec(jql.slice(at + 1))?.[1];
      const next = jql.charAt(at + 1);
      const meant = unicode === undefined ? escapes[next] : String.fromCharCode(Number.parseInt(unicode, 16));
      if (meant === undefined) {
        throw new JqlError(
          `Error in the JQL Query: '\\${next}' is an illegal JQL escape sequence. The valid escape sequences are ` +
            String.raw`\', \", \t, \n, \r, \\, '\ ' and \uXXXX. (line 1, character ${at + 1})`,
        );
      }
      text += meant;
      at += unicode === undefined ? 1 : 5;
    }
  }
  throw new JqlError(
    `Error in the JQL Query: The quoted string '${jql.slice(start + 1)}' has not been completed. ` +
      `(line 1, character ${start + 1})`,
  );
}

function checkReserved(word: string): void {
  const reserved = /[{}*/%+^$#@?;[\]]/.exec(word)?.[0];
  if (reserved === undefined) return;
  throw new JqlError(
    `Error in the JQL Query: The character '${reserved}' is a reserved JQL character. You must enclose it in a ` +
      "string or use the escape '\\u" +
      `${reserved.charCodeAt(0).toString(16).padStart(4, "0")}' instead.`,
  );
}
