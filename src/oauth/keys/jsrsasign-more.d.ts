/** What jsrsasign 11 has and its types, which are of version 10, do not say: as much as jsrsasign.ts uses. */
declare namespace jsrsasign {
  interface RSAKey {
    /** Modulus. */
    readonly n: BigInteger;
  }
  namespace KJUR.crypto.Cipher {
    /** All in hex. Takes the padding off. @param algorithm aes128-CBC, aes256-CBC or des-EDE3-CBC */
    function decrypt(data: string, key: string, algorithm: string, options: { readonly iv: string }): string;
  }
  interface WordArray {
    readonly words: readonly number[];
  }
  const CryptoJS: {
    readonly enc: { readonly Hex: { parse(hex: string): WordArray; stringify(words: WordArray): string } };
    readonly algo: Readonly<Record<"SHA1" | "SHA256" | "SHA384" | "SHA512", unknown>>;
    /** @param options keySize in words of 32 bits */
    PBKDF2(
      passphrase: string,
      salt: WordArray,
      options: { readonly keySize: number; readonly iterations: number; readonly hasher: unknown },
    ): WordArray;
  };
}
