import { ConfigInvalid } from "../core/errors.ts";
import { firstFault } from "./firstFault.ts";

/** The file's text as JSON, or the line that is not. */
export function jsonOf(content: string): unknown {
  const text = content.replace(/^\uFEFF/, ""); // as Windows' Notepad writes it
  if (text.trim() === "") throw new ConfigInvalid("", "the file is empty", "Write it as the README shows.");
  if (text.trimStart().startsWith("<"))
    throw new ConfigInvalid(
      "",
      "a web page came instead of the file",
      "Put config.json beside taskpane.html, and let the host serve it without a login and without a fallback page.",
    );
  try {
    return JSON.parse(text);
  } catch {
    throw notJson(text);
  }
}

function notJson(text: string): ConfigInvalid {
  const offset = firstFault(text);
  const line = text.slice(0, offset).split("\n").length;
  const at = text[offset];
  if (at === "\n" || at === "\r")
    return new ConfigInvalid(
      "",
      `line ${line} ends within a text`,
      'Close the text with ", and write \\n for each line break within it: a PEM key has one after every line.',
    );
  const found = at === undefined ? "the file ends too early" : `${JSON.stringify(at)} is not expected there`;
  return new ConfigInvalid(
    "",
    `line ${line} is not JSON: ${found}`,
    "Look for a comma or a quotation mark too many or too few at that line or the one before; JSON has no comments.",
  );
}
