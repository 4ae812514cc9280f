/**
 * What somebody may not want in an issue that others read: numbers of cards and accounts, telephone numbers, passwords.
 * Looked for in what is about to be sent, so in wiki markup: a backslash may stand before any sign.
 */

export type SensitiveKind = "card" | "iban" | "phone" | "secret";

export interface Sensitive {
  readonly kind: SensitiveKind;
  /** As it stands in the text. */
  readonly text: string;
}

interface Search {
  readonly kind: SensitiveKind;
  /** Group 1, or all of it. */
  readonly pattern: RegExp;
  /** What looks like one and is none. */
  isOne?(bare: string): boolean;
}

/** Not within a word, an address or a longer number. */
const before = String.raw`(?<!\p{Nd}[ \u00a0])(?<![\p{L}\p{Nd}/=&%@#_.,-])`;
const after = String.raw`(?![\p{L}\p{Nd}]|[/=&%@_.,-][\p{L}\p{Nd}])`;
const gap = String.raw`[ \u00a0.\\-]{0,2}`;
const phoneGap = String.raw`[ \u00a0./()\\\u2010-\u2013-]{0,4}`;

const passwordWords = [
  ...["password", "passcode", "passphrase", "passwd", "pwd", "pin", "login code"],
  ...[
    "api[ _-]?key",
    "access[ _-]?token",
    "auth[ _-]?token",
    "client[ _-]?secret",
    "secret[ _-]?key",
    "token",
  ],
  ...["passwort", "kennwort", "zugangscode", "mot de passe", "contraseña", "clave", "parola d[’']ordine"],
  ...[
    "wachtwoord",
    "hasło",
    "palavra-passe",
    "senha",
    "lösenord",
    "パスワード",
    "暗証番号",
    "密码",
    "密碼",
    "口令",
  ],
].join("|");
/** Between the word and what it names: a colon, the next cell, "is", and the signs of text effects. */
const names = String.raw`[*_+}\\ \u00a0]{0,4}(?:[:=：|]{1,2}|\b(?:is|ist|lautet|est|es|è|to|är|é)\b|は|是)[*_+{|\\ \u00a0]{0,4}`;

const sign = String.raw`(?:[^\s|\\]|\\[^\s\\])`;

const searches: readonly Search[] = [
  {
    kind: "secret",
    pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]{0,8000}?-----END [A-Z ]{0,30}PRIVATE KEY-----/g,
  },
  // Tokens that say what they are: of GitHub, GitLab, Slack, AWS, Atlassian; a JSON Web Token.
  {
    kind: "secret",
    pattern:
      /\b(?:gh[pousr]_\w{20,255}|glpat-[\w-]{20,255}|xox[abprs]-[\w-]{10,255}|AKIA[A-Z\d]{16}|ATATT[\w=-]{20,255}|eyJ[\w-]{10,2000}\.[\w-]{10,2000}\.[\w-]{10,2000})/g,
  },
  // One word that ends the line or the cell, or that no dictionary has.
  {
    kind: "secret",
    pattern: new RegExp(
      String.raw`(?<![\p{L}\p{Nd}])(?:${passwordWords})${names}(${sign}{4,200}(?=[ \u00a0]*(?:[|\n]|\\\\|$))|(?=${sign}{0,199}\p{Nd})${sign}{4,200})`,
      "giu",
    ),
    isOne: (bare) => !/^[*_+{}[\]]*(?:https?:|\[|•)/i.test(bare),
  },
  {
    kind: "iban",
    pattern: new RegExp(`${before}[A-Z]{2}\\d{2}(?:${gap}[A-Z\\d]{2,4}){3,9}${after}`, "gu"),
    isOne: isIban,
  },
  {
    kind: "card",
    pattern: new RegExp(`${before}\\d(?:${gap}\\d){12,18}${after}`, "gu"),
    isOne: (bare) => /^[2-6](?:\d{12,15}|\d{18})$/.test(bare) && passesLuhn(bare),
  },
  // Led by a plus, by 00, by a 0 and then parted, by a word, or parted as in North America.
  {
    kind: "phone",
    pattern: new RegExp(
      String.raw`${before}(?:\\?\+|00)\d(?:${phoneGap}\d){6,13}${after}|${before}\(?0\d{1,4}\)?[ \u00a0/)-]{1,3}\d(?:${phoneGap}\d){4,10}${after}|${before}\(?\d{3}\)?[ .\u00a0-]\d{3}[.\u00a0-]\d{4}${after}|(?<=(?:tel|phone|fon|mobile?|handy|cell|tél|電話|电话)[*_.:： \u00a0]{1,4})\d(?:${phoneGap}\d){5,13}${after}`,
      "giu",
    ),
    isOne: (bare) => !/^(?:0?\d|[12]\d|3[01])(?:0?\d|1[0-2])(?:19|20)\d{2}$/.test(bare),
  },
];

/** Each text once, in the order of their places. */
export function sensitiveIn(text: string): readonly Sensitive[] {
  const found = new Map<number, Sensitive & { readonly to: number }>();
  for (const { kind, pattern, isOne } of searches)
    for (const match of text.matchAll(pattern)) {
      const one = match[1] ?? match[0];
      const at = match.index + match[0].lastIndexOf(one);
      const to = at + one.length;
      const taken = [...found].some(([from, other]) => at < other.to && from < to);
      if (!taken && (isOne?.(bareOf(one)) ?? true)) found.set(at, { kind, text: one, to });
    }
  const inOrder = [...found].sort(([one], [other]) => one - other);
  return [...new Map(inOrder.map(([, { kind, text: one }]) => [one, { kind, text: one }])).values()];
}

function bareOf(text: string): string {
  return text.replace(/[^\p{L}\p{Nd}*_+{}[\]:•]/gu, "");
}

/** How many of its last characters tell a number from others without telling it. */
const left: Readonly<Record<SensitiveKind, number>> = { card: 4, iban: 4, phone: 2, secret: 0 };

export function maskOf({ kind, text }: Sensitive): string {
  const bare = bareOf(text);
  return "••••" + (left[kind] === 0 ? "" : bare.slice(-left[kind]));
}

/** @param hidden as found by `sensitiveIn` in the same text, or an earlier form of it. */
export function masked(text: string, hidden: readonly Sensitive[]): string {
  // The longest first: one may be part of another.
  const inOrder = hidden.toSorted((one, other) => other.text.length - one.text.length);
  return inOrder.reduce((shown, one) => shown.replaceAll(one.text, () => maskOf(one)), text);
}

/** ISO 13616: country, check digits, account; the remainder by 97 is 1. */
function isIban(bare: string): boolean {
  if (bare.length < 15 || bare.length > 34) return false;
  let rest = 0;
  for (const char of bare.slice(4) + bare.slice(0, 4))
    for (const digit of String(Number.parseInt(char, 36))) rest = (rest * 10 + Number(digit)) % 97;
  return rest === 1;
}

/** ISO/IEC 7812-1, annex B. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [at, char] of Array.from(digits).reverse().entries()) {
    const value = Number(char) * (at % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

const address =
  /[\p{L}\p{Nd}!#$%&'*+=?^_`{}~-][\p{L}\p{Nd}.!#$%&'*+=?^_`{}~-]{0,63}@[\p{L}\p{Nd}-]{1,63}(?:\.[\p{L}\p{Nd}-]{1,63}){1,8}/gu;

/** Mail addresses that the text names, each once. */
export function addressesIn(text: string): readonly string[] {
  const found = text.replace(/\\/g, "").match(address) ?? [];
  return [...new Map(found.map((one) => [one.toLowerCase(), one])).values()];
}
