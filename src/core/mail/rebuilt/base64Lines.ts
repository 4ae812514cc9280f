import { otherWork } from "../../otherWork.ts";

const digits = new TextEncoder().encode("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");
const padding = 61;
/** Bytes; 76 characters, the most that RFC 2045 allows. */
const line = 57;
/** Bytes; some milliseconds of work. */
const slice = 8192 * line;

/** Base64 as a mail's body has it, in lines that end with CRLF. Made in slices: the page stays usable meanwhile. */
export async function base64Lines(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4 + Math.ceil(bytes.length / line) * 2);
  let at = 0;
  for (let start = 0; start < bytes.length; start += slice) {
    if (start > 0) await otherWork();
    at = writeLines(bytes.subarray(start, start + slice), text, at);
  }
  return text;
}

/** @returns where it has written to. */
function writeLines(bytes: Uint8Array, text: Uint8Array, from: number): number {
  let at = from;
  for (let index = 0; index < bytes.length; index += 3) {
    const three = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0);
    text[at] = digits[three >> 18] ?? 0;
    text[at + 1] = digits[(three >> 12) & 63] ?? 0;
    text[at + 2] = index + 1 < bytes.length ? (digits[(three >> 6) & 63] ?? 0) : padding;
    text[at + 3] = index + 2 < bytes.length ? (digits[three & 63] ?? 0) : padding;
    at += 4;
    if ((index + 3) % line !== 0 && index + 3 < bytes.length) continue;
    text[at] = 13;
    text[at + 1] = 10;
    at += 2;
  }
  return at;
}
