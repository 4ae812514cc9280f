/**
 * Files byte by byte.
 *
 * postal-mime decodes base64 exactly, but for texts and events, reads the other encodings line by line and joins with LF,
 * and an attached mail whose CRLFs are gone has another checksum. This finds such parts in the file again.
 */

/** @param contents of the attachments as postal-mime gives them. */
export function exactContents(original: Buffer, contents: readonly Buffer[]): readonly Buffer[] {
  const exact = new Map(leaves(original.toString("latin1")).map((bytes) => [loose(bytes), bytes]));
  return contents.map((content) => exact.get(loose(content)) ?? content);
}

/** The same for texts that differ in line ends only. */
function loose(bytes: Buffer): string {
  return bytes.toString("latin1").replaceAll("\r", "").replace(/\n+$/, "");
}

/** Decoded bodies of all parts that postal-mime may read as text. */
function leaves(part: string): readonly Buffer[] {
  const gap = /\r?\n\r?\n/.exec(part);
  const headers = (gap ? part.slice(0, gap.index) : part).replace(/\r?\n[ \t]+/g, " ");
  const body = gap ? part.slice(gap.index + gap[0].length) : "";
  const type = /^content-type:(.*)$/im.exec(headers)?.[1] ?? "";
  const boundary = /boundary="([^"]+)"|boundary=([^;\s]+)/i.exec(type);
  if (/^\s*multipart\//i.test(type) && boundary) {
    return partsOf(body, boundary[1] ?? boundary[2] ?? "").flatMap(leaves);
  }
  const encoding = /^content-transfer-encoding:\s*(\S+)/im.exec(headers)?.[1]?.toLowerCase();
  if (encoding === "base64")
    return /^\s*(?:text\/|application\/ics)/i.test(type) ? [Buffer.from(body, "base64")] : [];
  return [encoding === "quoted-printable" ? fromQuotedPrintable(body) : Buffer.from(body, "latin1")];
}

function partsOf(body: string, boundary: string): readonly string[] {
  const literal = boundary.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const delimiter = new RegExp(`(?:^|\\r?\\n)--${literal}(?:--)?[ \\t]*(?=\\r?\\n|$)`);
  // Before the first and after the last delimiter is what no reader shows.
  return body
    .split(delimiter)
    .slice(1, -1)
    .map((part) => part.replace(/^\r?\n/, ""));
}

function fromQuotedPrintable(text: string): Buffer {
  const joined = text.replace(/[ \t]+(?=\r?\n)/g, "").replace(/=\r?\n/g, "");
  const decoded = joined.replace(/=([0-9A-F]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(decoded, "latin1");
}
