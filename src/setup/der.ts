/** As much of DER (X.690) as an encrypted key file is made of; `oauth/keys/der.ts` reads it. */
export type Der = Uint8Array<ArrayBuffer>;

export function sequence(...parts: readonly Der[]): Der {
  return element(0x30, concatenated(parts));
}

export function octets(bytes: Uint8Array): Der {
  return element(0x04, bytes);
}

/** A whole number from 0 to 2^31 - 1. */
export function integer(value: number): Der {
  const bytes = [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first < 0 ? [0] : bytes.slice(first);
  return element(0x02, Uint8Array.from((digits[0] ?? 0) > 0x7f ? [0, ...digits] : digits));
}

export const empty: Der = Uint8Array.of(0x05, 0x00);

/** @param hex content octets of an OBJECT IDENTIFIER: `2a864886f70d01050d`. */
export function oid(hex: string): Der {
  return element(
    0x06,
    Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  );
}

function element(tag: number, content: Uint8Array): Der {
  return concatenated([Uint8Array.of(tag, ...length(content.length)), content]);
}

function length(count: number): readonly number[] {
  if (count < 0x80) return [count];
  return count < 0x100 ? [0x81, count] : [0x82, count >>> 8, count & 0xff];
}

function concatenated(parts: readonly Uint8Array[]): Der {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
