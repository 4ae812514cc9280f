/**
 * Where a text stops being JSON. JSON.parse knows, but each browser words it in its own way, V8 only at times,
 * and Safari not at all; whoever writes config.json needs the line.
 */
const space = /[ \t\r\n]*/y;
const closing = /"/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** A text without its closing mark: all but control characters, the mark itself, and a lone backslash. */
const opened = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;

/** @returns the offset of the first character that cannot stand there; the length where the text ends too early. */
export function firstFault(text: string): number {
  let at = 0;

  function skip(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length ?? 0;
    at += length;
    return length > 0;
  }
  function take(sign: string): boolean {
    skip(space);
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  }
  function string(): boolean {
    skip(space);
    return skip(opened) && skip(closing);
  }
  function members(member: () => boolean, end: string): boolean {
    if (take(end)) return true;
    do if (!member()) return false;
    while (take(","));
    return take(end);
  }
  function value(): boolean {
    if (take("{")) return members(() => string() && take(":") && value(), "}");
    if (take("[")) return members(value, "]");
    return text[at] === '"' ? string() : skip(scalar);
  }

  if (value()) skip(space);
  return at;
}
