/** Base64 to bytes, for files of tens of megabytes: the page must stay usable meanwhile. */
import { otherWork } from "../core/otherWork.ts";

declare global {
  interface Uint8ArrayConstructor {
    /** Not in every browser yet, and not in the library that we compile against. */
    readonly fromBase64?: (text: string) => Uint8Array<ArrayBuffer>;
  }
}

/** Characters; some milliseconds of work. */
const pieceLength = 1_048_576;

/** Throws what the browser throws (SyntaxError, or DOMException) where it is not base64. */
export async function bytesOfBase64(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const padding = text.indexOf("=");
  // A piece that ends there would decode as if the text did.
  if (padding >= 0 && /[^=\s]/.test(text.slice(padding))) throw new SyntaxError("Padding within base64");
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let written = 0;
  let rest = "";
  for (let at = 0; at < text.length; at += pieceLength) {
    if (at > 0) await otherWork();
    const dense = rest + text.slice(at, at + pieceLength).replace(/\s+/g, "");
    const isLast = at + pieceLength >= text.length;
    const whole = isLast ? dense.length : dense.length - (dense.length % 4); // four decode by themselves
    const piece = decoded(dense.slice(0, whole));
    bytes.set(piece, written);
    written += piece.length;
    rest = dense.slice(whole);
  }
  return bytes.subarray(0, written);
}

function decoded(piece: string): Uint8Array<ArrayBuffer> {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(piece);
  const binary = atob(piece);
  const bytes = new Uint8Array(binary.length);
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index);
  return bytes;
}
