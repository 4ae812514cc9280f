/** One file as a zip. Loaded on demand, with the deflater: few need it. */
import { Zip, ZipDeflate } from "fflate";
import { otherWork } from "../otherWork.ts";
import { safeFileName } from "./fileName.ts";
import type { FileContent } from "./mail.ts";

/** Bytes; some milliseconds of work. */
const slice = 16_384;
/** Bytes that are copied at a stretch. */
const copied = 8_388_608;

/**
 * The same file always gives the same bytes: a retry is known by its size. Compressed in slices: the page stays usable
 * meanwhile. Throws the signal's reason once that is aborted.
 */
export async function zipped(file: FileContent, stop: AbortSignal): Promise<FileContent> {
  const pieces: Uint8Array[] = [];
  let failure: Error | undefined;
  const zip = new Zip((error, piece) => {
    failure ??= error ?? undefined;
    pieces.push(piece);
  });
  const entry = new ZipDeflate(safeFileName(file.name));
  entry.mtime = new Date(1980, 0, 1); // the earliest that a zip knows; zips have local time
  zip.add(entry);
  const { bytes } = file;
  for (let at = 0; at === 0 || at < bytes.length; at += slice) {
    if (at > 0) await otherWork();
    stop.throwIfAborted();
    entry.push(bytes.subarray(at, at + slice), at + slice >= bytes.length);
  }
  zip.end();
  if (failure) throw failure;
  return { name: `${file.name}.zip`, contentType: "application/zip", bytes: await joined(pieces) };
}

async function joined(pieces: readonly Uint8Array[]): Promise<Uint8Array<ArrayBuffer>> {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  let rested = 0;
  for (const piece of pieces) {
    if (at - rested > copied) {
      await otherWork();
      rested = at;
    }
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
