/** A private key that can do one thing: sign. */
export interface SigningKey {
  /** RSASSA-PKCS1-v1_5 with SHA-1 over the text's UTF-8 form, RFC 5849 section 3.4.3. Base64. */
  sign(text: string): Promise<string>;
  /** Non-extractable, and may be kept in IndexedDB; undefined where jsrsasign signs because WebCrypto cannot. */
  readonly cryptoKey: CryptoKey | undefined;
}

/** Name and hash of RSA-SHA1 as WebCrypto calls them. */
export const rsaSha1 = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-1" };

/** @param cryptoKey for `rsaSha1`, with usage "sign": from `readPrivateKey`, or one that was kept. */
export function signingKey(cryptoKey: CryptoKey, subtle: SubtleCrypto): SigningKey {
  return {
    cryptoKey,
    sign: async (text) => {
      const signature = await subtle.sign(rsaSha1.name, cryptoKey, new TextEncoder().encode(text));
      return btoa(String.fromCharCode(...new Uint8Array(signature)));
    },
  };
}
