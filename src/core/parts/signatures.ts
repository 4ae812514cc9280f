/** Where the sender's signature begins. */
import type { Range, SeenLine } from "./part.ts";

const closing =
  "(?:with )?(?:best|kind|kindest|warm|warmest|many|sincere)? ?(?:regards|wishes|greetings)|best|all the best|regards|sincerely(?: yours)?|yours(?: sincerely| faithfully| truly)?|cheers|thanks(?: a lot| a million| again| in advance| so much)?|many thanks|thank you(?: very much| in advance| and (?:best|kind) regards)?|thanks (?:and|&) (?:best |kind )?regards|talk soon|take care|br|rgds|vg|" +
  "mit (?:freundlichen|freundlichem|besten|herzlichen|lieben|vielen) (?:grüßen|grüssen|gruß|gruss|dank)|(?:freundliche|beste|herzliche|viele|liebe|schöne|sonnige) (?:grüße|grüsse)(?: aus .{2,30}| und .{2,40})?|(?:viele|liebe|beste|schöne)n? gru[ßs]s?|lg|vg|mfg|gruß|gruss|grüße|grüsse|(?:vielen |besten |herzlichen )?dank(?: und (?:viele|beste|freundliche) grüße| im voraus)?|danke|servus|schönes wochenende|(?:einen )?schönen (?:tag|abend|feierabend)(?: noch)?|hochachtungsvoll|" +
  "(?:bien )?cordialement|votre (?:bien )?dévouée?(?: \\p{L}+)?|(?:très )?(?:cordialement|sincèrement)(?: vôtre)?|bien à (?:vous|toi)|bises|bonne (?:journée|réception|soirée)|(?:meilleures|cordiales|sincères|respectueuses) salutations|salutations(?: distinguées)?|amicalement|merci(?: d['’]avance| beaucoup)?|à bientôt|" +
  "(?:un )?(?:cordial|afectuoso)? ?saludos?(?: cordiales| cordial| afectuosos)?|(?:reciba )?un (?:cordial )?saludo|un (?:fuerte )?(?:abrazo|beso)|besos|atentamente|atte|(?:muchas )?gracias(?: de antemano| por todo)?|" +
  "(?:cordiali|distinti|cari|tanti) saluti|saluti|cordialmente|un (?:caro )?saluto|(?:molte )?grazie(?: mille| in anticipo)?|a presto|buona giornata|" +
  "(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|mvg|met dank|(?:alvast )?(?:bedankt|dank)|" +
  "z (?:poważaniem|wyrazami szacunku|pozdrowieniami)|pozdrawiam(?: serdecznie)?|(?:serdecznie )?pozdrawiam|pozdrowienia|(?:z góry )?dzięk(?:i|uję)|łączę (?:wyrazy|pozdrowienia).{0,20}|" +
  "(?:com os )?(?:melhores|atenciosos|meus) cumprimentos|atenciosamente|att|cumprimentos|abraços?|abração|abs|grat[oa]|(?:muito )?obrigad[oa](?: desde já)?|" +
  "(?:med )?(?:vänliga?|bästa|varma|många) hälsning(?:ar)?|hälsning(?:ar)?|mvh|vänligen|tack(?: på förhand| så mycket)?|hej då|allt gott|ha det (?:bra|fint)|" +
  "مع (?:خالص|أطيب) (?:التحية|التحيات)|تحياتي|مع التحية|וברכה|בברכה|בתודה|תודה(?: רבה)?|saygılarımla|с уважением|" +
  "敬具|草々|以上|よろしくお願い(?:いた|致)?します|よろしくお願い申し上げます|宜しくお願い(?:いた|致)?します|どうぞよろしくお願いいたします|此致(?:敬礼)?|敬礼|祝好|谢谢|謝謝|顺祝商祺|順頌商祺|祝商祺|此致|敬上|(?:顺|順)(?:颂|頌|祝).{1,4}|祝.{2,8}|herzlich(?:st)?|kenavo";
/** Words that a closing has in common, whatever else its writer puts there: "Grüße aus dem Norden". */
const farewell =
  /\b(?:regards|greetings|wishes|sincerely|cheers|grüße[n]?|grüsse[n]?|gru(?:ß|ss)|salutations|cordialement|saludos?|saluti|salutoni|groet(?:en|jes)?|pozdrawiam|pozdrowieni(?:a|ami)|poważaniem|cumprimentos|abraços?|abrazos?|abbracci[o]?|atenciosamente|hälsning(?:ar)?|hilsen|terveisin|уважением)(?!\p{L})/iu;
/** One to four words as people and teams are called. */
const calledSo =
  /^(?:i\. ?[av]\. |ppa\. )?(?:(?:dr|prof|ing|dipl|mag|mr|mrs|ms|herr|frau|m|mme|sra?|dott|mgr|inż)\.?(?:[ -]\w{2,4}\.)? )?(?:[\p{Lu}\p{Lo}][\p{L}.’'-]*(?: (?:van|von|de|der|den|da|di|do|dos|le|la|el|und|y|zu|af|och|et|en|and|e|i|&))*[ -]?){1,4}[,.]?$/u;
const closingLine = new RegExp(`^(?:${closing})\\s?[,.!，。、！،]*$`, "iu");
/** "On that note: we count on your kindness", at the end of every Japanese mail. */
const kindness = /^.{0,14}(?:よろしく|宜しく|宜敷).{0,3}お(?:願|ねが)い.{0,8}(?:ます|げます)[。.]?$/u;
/** What is said as a closing, and without a name below it as anything else. */
const thanks = /thank|dank|merci|graci|grazi|bedankt|dzięk|obrigad|tack|best$|以上|谢|謝/iu;

export function isClosing(text: string): boolean {
  const bare = text
    .replace(/[\p{Extended_Pictographic}\p{Default_Ignorable_Code_Point}]|[:;]-?[)D]/gu, "")
    .trim();
  return closingLine.test(bare) || kindness.test(bare);
}
const device =
  /^(?:sent from (?:my|outlook|mail|yahoo|proton|samsung|gmail|the)|sent with|sent via|get outlook for|von meinem .{2,40} gesendet|gesendet (?:von|mit|aus)|diese nachricht wurde von meinem .{2,60} gesendet|outlook für .{2,20} (?:beziehen|holen)|(?:holen|laden) sie (?:sich )?outlook|envoyé (?:de|depuis|à partir)|télécharger outlook|obtenez outlook|enviado (?:desde|do|a partir)|obtener outlook|obter o outlook|obtenha o outlook|inviato da|ottieni outlook|scarica outlook|(?:verzonden|verstuurd) (?:vanaf|met|via|vanuit)|download outlook|outlook voor .{2,20} downloaden|wysłane? z|pobierz (?:aplikację )?outlook|skickat från|hämta outlook|skaffa outlook|iphoneから送信|ipadから送信|androidから送信|.{0,20}から送信$|outlook for (?:ios|android|mac).{0,20}(?:入手|取得)|发自我的|從我的.{2,20}(?:傳送|寄出)|获取 outlook|取得 outlook|下载 outlook)/iu;
const contact =
  /\b(?:tel|phone|fon|telefon|mobile?|mobil|cell|handy|fax|teléfono|móvil|tél|portable|téléphone|cel|tfno|kom|kom\.|mob|telemóvel|telefone|direkt|direct|office|t|m|p|f|e|w)\b\s?[.:：]|\+\d[\d\s()./-]{6,}|[^\s@]+@[^\s@]+\.[a-z]{2,}|\bwww\.|https?:\/\/|電話|手机|手機|电话|携帯|〒|\b(?:gmbh|ag|kg|ltd|inc|llc|s\.?a\.?|s\.?l\.?|b\.?v\.?|sp\. z o\.o\.|sarl|sas|srl|s\.p\.a|lda|ltda)\b|株式会社|有限会社|有限公司|\bhrb\b|ust-?id|geschäftsführ|siret|capital social|p\.?\s?iva|kvk|\bnip\b|org\.?\s?nr|postfach|straße|str\.|strasse|street|road|avenue|rue |calle |via |ulica|ul\. |gatan|laan /iu;
const everyContact = new RegExp(contact, "giu");
/** A signature's line is short; a sentence of the mail is not. */
const longest = 140;
const mostLines = 25;

/** Where the signature at the end of these lines begins; `to` where there is none. */
export function signatureIn(lines: readonly SeenLine[], range: Range, sender: string): number {
  const { from, to } = range;
  const names = namesOf(sender);
  const certain = certainStart(lines, range);
  // "Cheers" and a pet name may stand above it.
  const near = certain === undefined ? undefined : { from: Math.max(from, certain - 3), to: certain };
  const start =
    (near && (lastClosing(lines, near, names) ?? teamName(lines, near))) ??
    certain ??
    lastClosing(lines, range, names) ??
    lastName(lines, range, names) ??
    petName(lines, range) ??
    teamName(lines, range) ??
    office(lines, range) ??
    contactsAtEnd(lines, range, names) ??
    to;
  // "Best regards" and a name above what says itself that it is one.
  const belongs = (at: number): boolean => {
    const text = lines[at]?.text ?? "";
    if (dashes.test(text)) return true;
    const isSigned =
      isClosing(text) || team.test(text) || names.includes(bareName(text)) || isSignedClosing(text, names);
    return isSigned && at > from;
  };
  let at = start;
  if (start < to) while (at > from && belongs(at - 1)) at -= 1;
  return start < to ? (petName(lines, { from, to: at }) ?? at) : to;
}

/** RFC 3676, 4.3: what stands above a signature. */
const dashes = /^(?:--|—|__)$/;
/** A line of signs, as drawn above and below a signature. */
const drawn = /^[-=*─━＝－~☆★◆◇■□・]{5,}$/;

/** What says itself that a signature begins: its container, a line of signs, the name of a device. */
function certainStart(lines: readonly SeenLine[], { from, to }: Range): number | undefined {
  for (let at = from; at < to; at += 1) if (lines[at]?.hint === "signature") return at;
  for (let at = to - 1; at >= Math.max(from + 1, to - mostLines); at -= 1) {
    const text = lines[at]?.text ?? "";
    if (dashes.test(text) && !lines.slice(at + 1, to).some(isSaid)) return at;
    if (drawn.test(text) && isContact(lines.slice(at + 1, to))) return firstDrawn(lines, at, { from, to });
  }
  for (let at = from; at < to; at += 1) if (device.test(lines[at]?.text ?? "")) return at;
  return undefined;
}

function isSaid({ text }: SeenLine): boolean {
  return text.length > longest || /[。？?]$/.test(text) || (text.length > 60 && /[\p{L}\d]\.$/u.test(text));
}

function isContact(lines: readonly SeenLine[]): boolean {
  return isCard(lines) && !lines.some(isSaid);
}

/** Some stand between two lines of signs; `at` is the upper one where the other is below it. */
function firstDrawn(lines: readonly SeenLine[], at: number, { from, to }: Range): number {
  const line = lines[at]?.text;
  if (lines.slice(at + 1, to).some(({ text }) => text === line)) return at;
  for (let before = at - 1; before > Math.max(from, at - 12); before -= 1)
    if (lines[before]?.text === line) return before;
  return at;
}

/** Has a number, an address or a company in it. */
export function isCard(lines: readonly SeenLine[]): boolean {
  return lines.some(({ text }) => contact.test(text));
}

function bareName(text: string): string {
  return text.toLowerCase().replace(/^[-–—/\s]+|\s*\([^)]*\)$|[,.!\s]+$/g, "");
}

/** "Your support team", "L'équipe d'accueil" */
const team =
  /^.{0,30}(?:team|équipe|équipage|equipo|equipe|squadra|staff|crew|zespół|redaktion|redactie|all at)(?!\p{L}).{0,50}$/iu;

/** Short, no sentence, with a name below. */
function isFarewell(lines: readonly SeenLine[], at: number, names: readonly string[]): boolean {
  const text = lines[at]?.text ?? "";
  const below = lines[at + 1]?.text ?? "";
  const isShort = text.length <= 60 && !/[.!?:] \S|[?:]$/.test(text);
  return isShort && farewell.test(text) && (names.includes(bareName(below)) || isCalled(below));
}

/** `Cheers, Ada`, `LG Ada` */
function isSignedClosing(text: string, names: readonly string[]): boolean {
  return [/^(.{2,40}?)\s?[,.!，、]\s?(.{2,40})$/, /^(\S{2,6}) (.{2,40})$/].some((form) =>
    isSigned(form, text, names),
  );
}

function isSigned(form: RegExp, text: string, names: readonly string[]): boolean {
  const [, said, name] = form.exec(text) ?? [];
  if (said === undefined || name === undefined || !isClosing(said)) return false;
  const bare = bareName(name);
  const [whole = ""] = names;
  return (
    names.includes(bare) ||
    (whole.includes(" ") && bare.endsWith(` ${whole}`)) ||
    (/^\p{L}\. /u.test(name) && names.includes(bare.slice(3)))
  );
}

/** `See you on Thursday,` and a name. */
function isParting(lines: readonly SeenLine[], at: number): boolean {
  return (
    /^[^.!?:;]{2,40}(?:,|\s(?:wünsch(?:t|en)|souhaitent?|desean?|augurano?|wens(?:t|en)|życzy|önskar))$/iu.test(
      lines[at]?.text ?? "",
    ) && isCalled(lines[at + 1]?.text ?? "")
  );
}

function isCalled(text: string): boolean {
  return text.length <= 80 && (calledSo.test(text) || (team.test(text) && !/[.!?:]$/.test(text)));
}

function lastClosing(
  lines: readonly SeenLine[],
  { from, to }: Range,
  names: readonly string[],
): number | undefined {
  for (let at = to - 1; at >= Math.max(from, to - mostLines); at -= 1) {
    const text = lines[at]?.text ?? "";
    const isNamed = at + 1 < to && (isFarewell(lines, at, names) || (at > from && isParting(lines, at)));
    if (isClosing(text) || isNamed) {
      // Thanks without a name under them are what the sender says.
      if (at === to - 1 && (at === from || thanks.test(text))) continue;
      return at - 1 >= from && isClosing(lines[at - 1]?.text ?? "") ? at - 1 : at;
    }
    if (isSignedClosing(text, names)) return at;
    if (text.length > longest && at < to - 3) return undefined;
  }
  return undefined;
}

/** The sender's name, or their first name, on a line of its own, with what a signature has under it. */
function lastName(
  lines: readonly SeenLine[],
  { from, to }: Range,
  names: readonly string[],
): number | undefined {
  if (names.length === 0) return undefined;
  for (let at = Math.max(from + 1, to - mostLines); at < to; at += 1) {
    if (!names.includes(bareName(lines[at]?.text ?? ""))) continue;
    const below = lines.slice(at + 1, to);
    if (below.every((line) => line.text.length <= longest)) {
      const contacts = below.filter((line) => contact.test(line.text)).length;
      if (below.length <= 2 || contacts > 0) return at;
    }
  }
  return undefined;
}

/** One word, below a sentence: what friends call the sender. */
function petName(lines: readonly SeenLine[], { from, to }: Range): number | undefined {
  const { text, gap } = lines[to - 1] ?? { text: "", gap: false };
  const isName = gap && /^(?:\p{Lu}\. ?)?\p{Lu}[\p{L}'’-]{1,14}$/u.test(text);
  return to - 1 > from && isName && /[.!?…)]$/.test(lines[to - 2]?.text ?? "") ? to - 1 : undefined;
}

/** "Your team", with little below. */
function teamName(lines: readonly SeenLine[], { from, to }: Range): number | undefined {
  for (let at = Math.max(from + 1, to - 4); at < to; at += 1) {
    const { text, gap } = lines[at] ?? { text: "", gap: false };
    if (gap && text.length <= 60 && team.test(text) && !/[.!?:,]/.test(text)) return at;
  }
  return undefined;
}

/** As Chinese offices sign: who, and the date below. */
function office(lines: readonly SeenLine[], { from, to }: Range): number | undefined {
  const isDate = /^\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日$/u.test(lines[to - 1]?.text ?? "");
  return isDate && to - 2 > from && /^[^。，；？！]{2,30}$/u.test(lines[to - 2]?.text ?? "")
    ? to - 2
    : undefined;
}

/** Addresses and numbers at the very end, with the sender's name among them. */
function contactsAtEnd(
  lines: readonly SeenLine[],
  { from, to }: Range,
  names: readonly string[],
): number | undefined {
  let [start, contacts] = [to, 0];
  for (let at = to - 1; at > from && at >= to - mostLines; at -= 1) {
    const { text, gap } = lines[at] ?? { text: "", gap: false };
    if (text.length > 100 || /[.!?…] \p{Lu}|[.?:…]$/u.test(text)) break;
    contacts += text.match(everyContact)?.length ?? 0;
    if (gap && contacts >= 2 && calledSo.test(text.replace(/\s*\([^)]*\)$/, ""))) start = at;
  }
  const block = lines.slice(start, Math.min(to, start + 3)).map(({ text }) => text.toLowerCase());
  return names.some((name) => block.some((text) => text.includes(name))) ? start : undefined;
}

function namesOf(sender: string): readonly string[] {
  const whole = sender
    .toLowerCase()
    .replace(/\s*[(<[].*$/, "")
    .trim();
  if (whole === "") return [];
  const turned = /^([^,]+),\s*(.+)$/.exec(whole);
  const name = turned ? `${turned[2] ?? ""} ${turned[1] ?? ""}` : whole;
  const parts = name.split(/\s+/).filter((part) => part.length > 1);
  const initials = parts.map((part) => part.charAt(0)).join("");
  return [name, whole, parts[0] ?? "", parts.at(-1) ?? "", initials].filter((one) => one.length > 1);
}
