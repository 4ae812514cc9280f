/**
 * As much of DER (X.690) as key files need. Nothing throws: what is not there or not of the kind asked for is
 * undefined or empty, so that a structure is read by taking it apart and looking at the last thing found.
 */
export interface Der {
  readonly tag: number;
  readonly content: Uint8Array<ArrayBuffer>;
}

const tags = { integer: 0x02, octets: 0x04, oid: 0x06, sequence: 0x30 };

/** The element that fills the bytes to the last one. */
export function readDer(bytes: Uint8Array<ArrayBuffer>): Der | undefined {
  const all = elements(bytes);
  return all.length === 1 ? all[0] : undefined;
}

/** The elements of a SEQUENCE. */
export function sequence(der: Der | undefined): readonly Der[] {
  return der?.tag === tags.sequence ? elements(der.content) : [];
}

/** Content octets of an OBJECT IDENTIFIER in hex: enough to compare by. */
export function oid(der: Der | undefined): string | undefined {
  return der?.tag === tags.oid ? toHex(der.content) : undefined;
}

export function octets(der: Der | undefined): Uint8Array<ArrayBuffer> | undefined {
  return der?.tag === tags.octets ? der.content : undefined;
}

/** A small INTEGER, not negative. */
export function integer(der: Der | undefined): number | undefined {
  if (der?.tag !== tags.integer || der.content.length > 5 || (der.content[0] ?? 0x80) > 0x7f)
    return undefined;
  return der.content.reduce((value, byte) => value * 256 + byte, 0);
}

/** Whether all are INTEGERs, however long. */
export function integers(ders: readonly Der[]): boolean {
  return ders.every(({ tag }) => tag === tags.integer);
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Side by side; none if any of them is damaged. */
function elements(bytes: Uint8Array<ArrayBuffer>): readonly Der[] {
  const found: Der[] = [];
  for (let at = 0; at < bytes.length;) {
    const tag = bytes[at] ?? 0;
    const first = bytes[at + 1] ?? 0x80;
    const more = first < 0x80 ? 0 : first - 0x80; // how many octets say the length
    if (first === 0x80 || more > 4) return [];
    const start = at + 2 + more;
    const length = more ? bytes.subarray(at + 2, start).reduce((sum, byte) => sum * 256 + byte, 0) : first;
    if (start + length > bytes.length) return [];
    found.push({ tag, content: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}
