/** Without 0, 1, I, L and O, which people mistake for one another; 31 characters are 4.95 bits each. */
const alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const groups = 5;
const groupLength = 5;

/**
 * A passphrase that can be read out on the telephone: `K7QMR-2XWZ9-…`, 25 characters, 123 bits.
 * @param randomBytes cryptographically secure.
 */
export function makePassphrase(randomBytes: (count: number) => Uint8Array): string {
  let characters = "";
  while (characters.length < groups * groupLength) {
    for (const byte of randomBytes(32)) {
      // 248 is 8 times 31: bytes above would favour the first characters.
      if (byte < 248) characters += alphabet[byte % alphabet.length] ?? "";
    }
  }
  const parts = Array.from({ length: groups }, (_, at) =>
    characters.slice(at * groupLength, (at + 1) * groupLength),
  );
  return parts.join("-");
}
