/** PEM, RFC 7468, and its older form with headers, RFC 1421. */
export interface PemBlock {
  /** Such as `RSA PRIVATE KEY`. */
  readonly label: string;
  /** The block alone, with its BEGIN and END lines. */
  readonly text: string;
  /** undefined where the base64 is damaged. */
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
  /** Encrypted the old way: `Proc-Type: 4,ENCRYPTED` above the base64. */
  readonly encrypted: boolean;
}

/** Every block of the text, which may hold several (a certificate and its key) and words between them. */
export function pemBlocks(pem: string): readonly PemBlock[] {
  const blocks = pem.matchAll(/-----BEGIN ([A-Z0-9 ]+)-----([^]*?)-----END \1-----/g);
  return Array.from(blocks, ([text, label = "", body = ""]) => ({
    label,
    text,
    bytes: fromBase64(body.replace(/^[\w-]+:.*$/gm, "")),
    encrypted: /^Proc-Type:\s*4,ENCRYPTED/m.test(body),
  }));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
