/** Where earlier mails begin: header blocks, dividers, lines that say who wrote, and `>`. */
import { isVivid } from "../wiki/colour.ts";
import { replyAboveWords } from "./banners.ts";
import { isDisclaimer } from "./disclaimers.ts";
import { fineEnd, names } from "./fineEnd.ts";
import type { Part, Said, SeenLine } from "./part.ts";

/** "From", "Sent", "To", "Subject", … as mail programs write them, each with a colon. */
const labels = {
  from: "from|von|de|da|van|od|från|fra|من|מאת|kimden|от|von|lähettäjä|expéditeur|remitente|mittente|afzender|nadawca|avsändare|差出人|送信者|发件人|寄件者|寄件人|보낸 사람",
  other:
    "sent|date|to|bcc|sujet|kopie|copie|copia|cópia|pour|für|تم الإرسال|إلى|نسخة|الموضوع|التاريخ|נשלח|אל|עותק|נושא|תאריך|gönderilen|kime|konu|отправлено|кому|тема|subject|reply-to|gesendet|datum|an|betreff|envoyé|date d'envoi|à|objet|cc|enviado|enviado el|enviada|fecha|data|para|asunto|assunto|inviato|a|oggetto|verzonden|aan|onderwerp|wysłano|wysłane|do|dw|temat|skickat|till|kopia|ämne|sendt|til|emne|送信日時|日時|宛先|件名|发送时间|发送日期|日期|收件人|抄送|主题|寄件日期|傳送時間|收件者|副本|主旨|보낸 날짜|받는 사람|제목",
};
const fromLabel = new RegExp(`^\\*?(?:${labels.from})\\*?\\s?[:：]`, "iu");
const otherLabel = new RegExp(`^\\*?(?:${labels.other})\\*?\\s?[:：]`, "iu");
/** All labels within one line, as some programs give it. */
const otherLabelWithin = new RegExp(`(?:^|\\s)\\*?(?:${labels.other})\\*?\\s?[:：]`, "giu");

/** `-----Original Message-----` in many languages: a line of dashes with words in it. */
const divider =
  /^[-_=*]{2,}\s*(?:original(?:e|es)?|ursprüngliche|weitergeleitet|message|mail|nachricht|forwarded|begin forwarded|fwd|transféré|mensaje|mensagem|messaggio|inoltrato|reenviado|encaminhada|oorspronkelijk|doorgestuurd|wiadomość|oryginalna|przekazana|ursprungligt|vidarebefordrat|meddelande|原始邮件|原始郵件|转发|轉寄|転送|元のメッセージ|original-nachricht|原邮件)[^\n]*[-_=*]{2,}$/iu;
/** Words between dashes; a divider where a header block follows. */
const dashed = /^[-_=*–—]{3,}.{3,60}[-_=*–—]{3,}$/;
const forwardBegins =
  /^(?:begin forwarded message|anfang der weitergeleiteten (?:e-?mail|nachricht)|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato|início da mensagem (?:reencaminhada|encaminhada)|begin doorgestuurd bericht|początek przekazywanej wiadomości|vidarebefordrat brev|転送されたメッセージ|開始轉寄郵件|开始转发的邮件)\s?[:：]?$/iu;
const replyAbove = new RegExp(`^(?:#{2,}|[-–—=*]{2,})?\\s*(?:${replyAboveWords})`, "iu");

const wroteWords =
  "wrote|writes|schrieb|schreibt|geschrieben|a écrit|écrit|escribió|escribio|ha scritto|scrisse|schreef|napisał\\(?a?\\)?|napisała|pisze|skrev|escreveu|kirjoitti|さんは書きました|wrote|写道|寫道|于.*写道|のメール";
/** `On … , … wrote:`, `Am … schrieb …:`, `Le … a écrit :`, `2026年…写道：` */
const attribution = new RegExp(
  `^(?:>\\s*)*(?:.{0,160}(?:${wroteWords})(?:\\s(?:[^:：]|\\d[:：]\\d){0,80})?\\s?[:：]|\\d{4}年.{0,120}[:：]|[^:]{2,60}, \\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4},? \\d{1,2}:\\d{2}\\s?:|.{0,120}<[^<>\\s]+@[^<>\\s]+>\\s?[:：])$`,
  "iu",
);
/** What an attribution has beside the verb, so that "He wrote:" in running text is none. */
const whenOrWho = /\d{1,4}|@/;

/** The kind of each line as far as it is settled by quoting; undefined: not part of an earlier mail. */
export function quoted(lines: readonly SeenLine[], said: Said): readonly (Part | undefined)[] {
  const { isReply, domain } = said;
  const marked = ({ text }: SeenLine) => /^(?:>\s?)+/.test(text);
  // Without a sign that something is answered, two lines with `>` may be a shell's.
  const counts =
    isReply || lines.filter(marked).length > 2 || lines.some((_, at) => attributionLength(lines, at) > 0);
  const found: (Part | undefined)[] = lines.map((line) =>
    line.hint === "quote" || (counts && marked(line)) ? "quote" : undefined,
  );
  for (const at of answersWithin(lines)) found[at] = undefined;
  const earlier = secondEntry(lines);
  if (earlier !== undefined) rest(lines, found, earlier, footer(lines));
  for (let at = 0; at < lines.length; at += 1) {
    if (startsRest(lines, at)) {
      // Within a quote that ends, only what is in it is earlier mail.
      if (found[at] !== "quote") rest(lines, found, at);
      continue;
    }
    const length = found[at] === "quote" ? 0 : attributionLength(lines, at);
    if (length === 0) continue;
    const next = at + length;
    const follows = found[next] === "quote";
    for (let line = at; line < next; line += 1) found[line] = "quote";
    // Without any sign at the lines themselves, all that follows is what somebody wrote.
    if (!follows) rest(lines, found, next);
  }
  const end = ownFooter(lines, found, domain);
  return found.fill("disclaimer", end);
}

/** Where the sender's own small print stands below a quote that nothing ends: it names their company. */
function ownFooter(lines: readonly SeenLine[], found: readonly (Part | undefined)[], domain: string): number {
  const isOpen = (at: number) => found[at] === "quote" && lines[at]?.hint !== "quote";
  let from = lines.length;
  while (from > 0 && isOpen(from - 1)) from -= 1;
  const end = fineEnd(lines, { from, to: lines.length });
  return lines.slice(end).some(({ text }) => names(text, domain)) ? end : lines.length;
}

/** Lines within a quote that are written in one colour of their own, twice at least. */
function answersWithin(lines: readonly SeenLine[]): readonly number[] {
  const from = lines.findIndex(({ hint }) => hint === "quote");
  if (from < 0) return [];
  const { answers } = coloursFrom(lines, from, 2);
  const coloured = [...lines.keys()].filter(
    (at) => lines[at]?.hint === "quote" && answers.has(lines[at].colour),
  );
  return answers.size === 1 && coloured.length > 1 ? coloured : [];
}

/** Everything from here on, but for what is written between its lines. */
function rest(
  lines: readonly SeenLine[],
  found: (Part | undefined)[],
  from: number,
  to = lines.length,
): void {
  const { usual, answers } = coloursFrom(lines, from, 6);
  const section = lines[from]?.section;
  /** "My answers are marked [AB]." */
  const announced = lines
    .slice(Math.max(0, from - 20), from)
    .map(({ text }) => text)
    .join(" ");
  for (let at = from; at < to; at += 1) {
    const line = lines[at];
    const tag = /^\[\p{Lu}{2,4}\]/u.exec(line?.text ?? "")?.[0];
    const isTagged = tag !== undefined && announced.includes(tag);
    const isOutside = section !== undefined && line?.section !== section;
    const isAnswer =
      isOutside || isTagged || line?.hint === "own" || (line?.colour !== usual && answers.has(line?.colour));
    if (!isAnswer) found[at] = "quote";
  }
}

/** Answers in a colour of their own: not that of most of the text, and not of its first lines. */
function coloursFrom(lines: readonly SeenLine[], from: number, top: number) {
  const below = lines.slice(from);
  const counts = new Map<string | undefined, number>();
  for (const { colour } of below) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const [usual] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
  const first = below.slice(0, top).map(({ colour }) => colour);
  const answers = new Set(
    [...counts.keys()].filter((colour) => colour !== undefined && isVivid(colour) && !first.includes(colour)),
  );
  return { usual, answers };
}

function startsRest(lines: readonly SeenLine[], at: number): boolean {
  const text = lines[at]?.text ?? "";
  return (
    divider.test(text) ||
    (dashed.test(text) && lines.slice(at + 1, at + 3).some((next) => fromLabel.test(next.text))) ||
    forwardBegins.test(text) ||
    (at > 0 && replyAbove.test(text)) ||
    isHeaderBlock(lines, at) ||
    isTurnedBlock(lines, at)
  );
}

/** Where the last lines of a help desk begin: what it is, and the mail's number. */
function footer(lines: readonly SeenLine[]): number {
  let start = lines.length;
  while (start > 0 && /^\[[\w-]+\]$/.test(lines[start - 1]?.text ?? "")) start -= 1;
  return isDisclaimer(lines[start - 1]?.text ?? "") ? start - 1 : lines.length;
}

/**
 * In a help desk's mail, a name, a time and what was said follow each other, and the first is what is said now: where the
 * second begins; undefined where there is none.
 */
function secondEntry(lines: readonly SeenLine[]): number | undefined {
  const starts = lines.flatMap(({ text }, at) => {
    const below = lines[at + 1]?.text ?? "";
    return text.length <= 80 && below.length <= 40 && named.test(text) && timed.test(below) ? [at] : [];
  });
  return starts[1];
}

const named = /^(?:\p{Lu}[\p{L}.’'-]* ?){1,4}(?:\([^)]*\))?$/u;
const timed = /^\p{L}{3,10}\.? \d{1,2},? \d{4},? (?:at )?\d{1,2}:\d{2}(?: ?[ap]m)?(?: [A-Z]{2,5})?$/iu;

function isHeaderBlock(lines: readonly SeenLine[], at: number): boolean {
  const first = lines[at]?.text ?? "";
  if (!fromLabel.test(first)) return false;
  if (/<[^<>\s]+@[^<>\s]+>/.test(first) && (first.match(otherLabelWithin) ?? []).length >= 2) return true;
  const next = lines.slice(at + 1, at + 7);
  const below = next[0]?.text ?? "";
  if (!otherLabel.test(below) && !/[@;>]/.test(below)) return false;
  return next.filter(({ text }) => otherLabel.test(text)).length >= 2;
}

/** Some programs do not begin with "From", or put what is answered first. */
function isTurnedBlock(lines: readonly SeenLine[], at: number): boolean {
  if (!otherLabel.test(lines[at]?.text ?? "")) return false;
  const block = lines.slice(at, at + 8);
  const end = block.findIndex(({ text }) => !otherLabel.test(text) && !fromLabel.test(text));
  const labelled = end < 0 ? block : block.slice(0, end);
  return labelled.length >= 3 && labelled.some(({ text }) => fromLabel.test(text));
}

/** In how many lines somebody is said to have written; 0: in none. */
function attributionLength(lines: readonly SeenLine[], at: number): number {
  const first = lines[at]?.text;
  if (first === undefined || first.length > 300) return 0;
  if (attribution.test(first) && whenOrWho.test(first)) return 1;
  const second = lines[at + 1];
  if (second === undefined || second.gap || !/\d/.test(first)) return 0;
  return attribution.test(`${first} ${second.text}`) && !attribution.test(second.text) ? 2 : 0;
}
