const [NUL, LF, CR] = [0, 10, 13];
/** Bytes of a line without its CRLF (RFC 5322 2.1.1). */
const longestLine = 998;

/** How these bytes may stand in a mail as they are (RFC 2045 2.7, 2.8); undefined: they may not. */
export function plainEncoding(bytes: Uint8Array): "7bit" | "8bit" | undefined {
  let ascii = true;
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    const ends = byte === CR && bytes[at + 1] === LF;
    if (ends) {
      length = 0;
      at += 1;
      continue;
    }
    length += 1;
    if (byte === NUL || byte === LF || byte === CR || length > longestLine) return undefined;
    if (byte > 127) ascii = false;
  }
  return ascii ? "7bit" : "8bit";
}
