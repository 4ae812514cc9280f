/** Header fields of a message, folded (RFC 5322) and in ASCII where they can be (RFC 2047, 2231). */
import type { Person } from "../mail.ts";

/** Characters of a line without its CRLF (RFC 5322 2.1.1). */
const widest = 78;
/** Bytes of UTF-8 in one encoded word: 72 characters of the 75 that RFC 2047 allows. */
const wordBytes = 45;
/** Characters of one piece of a parameter's value. */
const pieceLength = 54;

const short = /^[\x21-\x7e]{1,76}$/;
const atoms = /^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~]{1,76}$/;
/** With letters of all scripts, as RFC 6532 has it. */
const usualAddress = /^[^\p{Cc}\s<>()[\]\\,;:"@]{1,300}@[^\p{Cc}\s<>()[\]\\,;:"@]{1,300}$/u;
const anyAddress = /^([^\p{Cc}]{1,300})@([^\p{Cc}\s<>()[\]\\,;:"@]{1,300})$/u;

/** A field whose value is words, such as the subject. */
export function textField(name: string, text: string): string {
  const clean = oneLine(text);
  const words = clean.split(" ");
  return field(name, isPlain(clean, short) ? words : encodedWords(clean));
}

/** A field whose value is to stay as it is; only its spaces may become line ends. */
export function field(name: string, words: readonly string[]): string {
  const lines: string[] = [];
  let line = `${name}:`;
  for (const word of words) {
    if (line.length + 1 + word.length > widest) {
      lines.push(line);
      line = "";
    }
    line += ` ${word}`;
  }
  return [...lines, line].join("\r\n");
}

/** No field where there is nobody. */
export function peopleField(name: string, people: readonly Person[]): readonly string[] {
  const known = people.map(personWords).filter((words) => words.length > 0);
  if (known.length === 0) return [];
  const last = known.length - 1;
  return [
    field(
      name,
      known.flatMap((words, at) => (at === last ? words : [...words.slice(0, -1), `${words.at(-1) ?? ""},`])),
    ),
  ];
}

/** A field with parameters, each on a line of its own. */
export function fieldWith(
  name: string,
  value: string,
  parameters: Readonly<Record<string, string | undefined>>,
): string {
  const written = Object.entries(parameters).flatMap(([key, text]) =>
    text === undefined || text === "" ? [] : parameter(key, text),
  );
  return [`${name}: ${value}`, ...written].join(";\r\n ");
}

/** Exchange has people without an address as mail knows it: they become groups without members. */
function personWords({ name, address }: Person): readonly string[] {
  const [given, said] = [oneLine(name), address.trim()];
  const written = addressWord(said);
  if (written !== undefined) return given === "" || given === said ? [written] : [...phrase(given), written];
  const label = [given, given === said ? "" : oneLine(said)].filter(Boolean).join(" ");
  return label === "" ? [] : [...phrase(label), ":;"];
}

function addressWord(address: string): string | undefined {
  if (usualAddress.test(address)) return `<${address}>`;
  const [, local, domain] = anyAddress.exec(address) ?? [];
  if (local === undefined || domain === undefined) return undefined;
  return `<"${local.replace(/[\\"]/g, "\\$&")}"@${domain}>`;
}

function phrase(name: string): readonly string[] {
  if (isPlain(name, atoms)) return name.split(" ");
  const quotable = isPlain(name, short) && name.length <= 70 && !/[\\"]/.test(name);
  return quotable ? [`"${name}"`] : encodedWords(name);
}

/** What looks like an encoded word must become one, or it would be decoded. */
function isPlain(text: string, word: RegExp): boolean {
  return !text.includes("=?") && text.split(" ").every((one) => word.test(one));
}

function encodedWords(text: string): readonly string[] {
  return pieces(text, (piece) => utf8(piece).length <= wordBytes).map(
    (piece) => `=?utf-8?B?${btoa(String.fromCharCode(...utf8(piece)))}?=`,
  );
}

function parameter(name: string, value: string): readonly string[] {
  if (/^(?! )[\x20-\x7e]{1,60}$/.test(value) && !/["\\%]|=\?| $/.test(value)) return [`${name}="${value}"`];
  const written = pieces(wellFormed(value), (piece) => percent(piece).length <= pieceLength).map(percent);
  if (written.length === 1) return [`${name}*=utf-8''${written.join("")}`];
  return written.map((piece, at) => `${name}*${at}*=${at === 0 ? "utf-8''" : ""}${piece}`);
}

/** Cut between characters, each as long as fits. */
function pieces(text: string, fits: (piece: string) => boolean): readonly string[] {
  const found: string[] = [];
  let piece = "";
  for (const character of text) {
    if (piece !== "" && !fits(piece + character)) {
      found.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...found, piece];
}

function percent(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Line ends, and what else steers a terminal or printer. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const controls = /[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g;

/** Nothing in it can begin a field of its own. */
function oneLine(text: string): string {
  return wellFormed(text).replace(controls, " ").trim();
}

function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
