/** Base64 to bytes, for files of tens of megabytes: the page must stay usable meanwhile. */
import { otherWork } from "../core/otherWork.ts";

declare global {
  interface Uint8ArrayConstructor {
    /** Not in every browser yet, and not in the library that we compile against. */
    readonly fromBase64?: (text: string) => Uint8Array<ArrayBuffer>;
  }
}

/** Characters; a multiple of 4, so that each piece decodes by itself. About 10 ms of work. */
const pieceLength = 1_048_576;

/** Throws what the browser throws (SyntaxError, or DOMException) where it is not base64. */
export async function bytesOfBase64(text: string): Promise<Uint8Array<ArrayBuffer>> {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const dense = text.replace(/\s+/g, "");
  const bytes = new Uint8Array(Math.floor((dense.length * 3) / 4));
  let written = 0;
  for (let at = 0; at < dense.length; at += pieceLength) {
    if (at > 0) await otherWork();
    const piece = atob(dense.slice(at, at + pieceLength));
    for (let index = 0; index < piece.length; index += 1) bytes[written + index] = piece.charCodeAt(index);
    written += piece.length;
  }
  return bytes.subarray(0, written);
}
