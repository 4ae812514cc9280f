/**
 * What no finding and no report may hold, whatever an answer or an error brought along: keys, tokens, signatures,
 * passwords. Findings never take bodies and Authorization headers in the first place; this is the second lock.
 */
const gone = "…";

const secrets: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/-----BEGIN [A-Z0-9 ]+-----[A-Za-z0-9+/=\s\\:,-]{40,}/g, gone],
  [/\b(authorization|cookie|set-cookie)(\s*[:=]\s*)[^]*/gi, `$1$2${gone}`],
  [/\bOAuth\s+[a-z_]+=[^]*/gi, `OAuth ${gone}`],
  [/\b(Basic|Bearer)\s+\S{8,}/gi, `$1 ${gone}`],
  // Plain, quoted, or percent-encoded as often as one likes.
  [
    /(oauth_(?:token(?:_secret)?|verifier|signature|session_handle|nonce)|passphrase|password)((?:=|%(?:25)*3D|"?\s*:)\s*)"?(?:(?!%(?:25)*26)[^&\s",])+"?/gi,
    `$1$2${gone}`,
  ],
  // user:password@ of an address
  [/(:\/\/)[^/?#@\s]*@/g, `$1${gone}@`],
  // Base64 of keys and signatures
  [/(?:[A-Za-z0-9+/]|%2[BF]){100,}(?:=|%3D)*/gi, gone],
  // Jira's tokens are 32 letters and digits of either case.
  [/\b(?=[A-Za-z0-9+]*[A-Z])(?=[A-Za-z0-9+]*[a-z])[A-Za-z0-9+]{32,}/g, gone],
];
const longest = 400;

/** One line without control characters. */
export function clean(text: string): string {
  const open = secrets.reduce((rest, [pattern, replacement]) => rest.replace(pattern, replacement), text);
  const line = open.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
  return line.length > longest ? `${line.slice(0, longest)}${gone}` : line;
}
