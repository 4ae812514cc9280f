/** What machines and companies say below a mail, in words of their own: a note has one of all of a row. */
const not =
  /\bno[nt]?\b|n['’]t\b|nicht|kein|\bne\b|\bpas\b|niet|geen|\bnie\b|\bnão\b|\binte\b|\bej\b|unmonitored|unread|nowhere|ungelesen|ません|ない|遠慮|勿|不/iu;
const message =
  /mail|message|nachricht|bericht|mensaje|messaggio|mensagem|wiadomo|meddeland|mejl|utskick|courriel|correo|notifi|benachrichtig|powiadomi|avviso|aviso|アドレス|メール|邮件|郵件|信息|\badd?res|adress|indirizzo|dirección|endereço|postfach|buzón|casella|skrzynk|brevlåd/iu;
const automatic = [
  /autom[aá]t|maschinell|自動|自动|送信専用|system[- ]generated|系统/iu,
  message,
  /sent|generat|creat|gesendet|versandt|verschickt|erstellt|erzeugt|generier|envoy|généré|enviad|generad|inviat|verzonden|verstuurd|aangemaakt|gegenereerd|wysłan|wysyłan|wygenerow|gerad|skicka|genere|utskick|配信|送信|发送|生成|發送/iu,
];
const unanswered = [
  /\brepl(?:y|ies|ied)\b|\brespond|\bconteste?\b|contestar|\banswer|antwort|répon|respon[ds]|rispo(?:nd|st)|antwoord|odpowi|odpisyw|\bsvar|返信|回复|回覆|お答え/iu,
  not,
  message,
  /\b(?:this|diese[rsnm]?|ce(?:tte|t)?|est[ea]|quest[oa]|deze|dit|tę|t[aeęą]|tej|ten|nin[a-z]+|detta|denna|det här)\b|本|この|此|ご返信/iu,
];
const scanned = [
  /[vw]iru|malware|ウイルス|ウィルス|病毒/iu,
  /check|scan|sprawdz|przeskan|prüf|gescannt|kontroll|analys|comprob|verific|analizz|control|gecontrol|skann|検査|チェック|扫描|检查/iu,
  message,
];
const personal = [
  /personal data|personenbezogen|données (?:à caractère )?personnelles|datos (?:personales|de carácter)|dati personali|persoonsgegevens|dan(?:e|ych) osobow|dados pessoais|personuppgift|個人情報|个人信息|\bgdpr\b|\brgpd\b|\bdsgvo\b|\brodo\b/iu,
  /process|verarbeit|umgang|trait(?:e|és)|tratam|trattam|verwerk|przetwarz|behandl|https?:|www\.|\p{L}\.\p{L}{2,7}\/|取り?扱|保护/iu,
];
const register = [
  /amtsgericht|registergericht|handelsregister|\bhr[ab]\b|genossenschaftsregister|vereinsregister|reg\.? imprese|\brcs\b|\bsire[nt]\b|registro mercantil|\bkvk\b|\bkrs\b|\bregon\b|\bnipc?\b|\borg\.?\s?-?(?:nr|nummer)|p(?:artita)?\.?\s?iva|\bcod\. fisc|company (?:no|number|registration)|registered (?:in|office|charity|number)|\bvat (?:no|number|reg)|ust-?id|\bbtw\b|\bcnpj\b|登録番号|法人番号|备案/iu,
  /\bsitz\b|geschäftsführ|vorstand|aufsichtsrat|\bdirectors?\b|capital|cap\.? soc|kapital|kapitał|zarząd|styrelse|säte|siège|sede|siedzib|zetel|\bregistered\b|amtsgericht|registergericht|\b(?:gmbh|ag|kg|se|ltd|plc|llp|sas|sarl|ab|lda|ltda)\b|s\.?a\.?(?![\p{L}.])|s\.?l\.?(?![\p{L}.])|s\.?r\.?l|s\.?p\.?a\.?(?!\p{L})|b\.?v\.?(?!\p{L})|sp\. z o\.\s?o|会社|公司/iu,
];
const printed = [
  /\bprint|druck|imprim|stamp|skriv(?:er|a)? ut|印刷|打印/iu,
  /environment|umwelt|planet|planète|\btree|baum|bäume|forest|floresta|forêt|bosque|\bbosco|ambient|milieu|środowisk|miljö|skog|\bnature?\b|環境|环境/iu,
];
/** "Change what you get" */
const settings = [
  /manage|change|adjust|verwalten|ändern|anpassen|gérer|modifier|gestion|cambiar|gestisci|modifica|beheer|wijzig|zarządzaj|zmień|gerenciar|gerir|alterar|hantera|ändra|変更|管理/iu,
  /notifi|benachrichtig|powiadomi|aviser|aviso|avvis|melding|subscri|abonn|utskick|mina val|newsletter|\bletters?\b|lettre|nieuwsbrief|boletín|nyhetsbrev|メルマガ|prenumer|what (?:you|we) (?:receive|send|get)|通知/iu,
];
const stranger = [/心当たり/u];
const list = [
  /mailing-?\s?list|mailinglist|lista? (?:de (?:correo|discusión|discussão)|dyskusyjn)|liste de diffusion|lista di (?:distribuzione|discussione)|メーリングリスト|邮件列表/iu,
  /@|https?:/iu,
];
/** Whoever asks for something speaks of it, as support people do of printers and notifications. */
const request =
  /\bplease\b|\bbitte\b|könn(?:t|en)|(?:could|can|would) you|veuillez|pouvez|peux-tu|por favor|puedes?\b|pod[eé]is|per favore|pu(?:oi|ò)\b|potete|\bgraag\b|\bkun(?:t|nen)?\b|proszę|możecie|snälla|kan (?:du|ni)|poderia|お願い|请|麻烦|[?？]$/iu;
/** Longer is no note. */
const longest = 400;

function has(text: string, ...rows: readonly (readonly RegExp[])[]): boolean {
  return text.length <= longest && rows.some((words) => words.every((word) => word.test(text)));
}

export function isNote(text: string): boolean {
  if (isAutomatic(text) || has(text, list)) return true;
  return has(text, scanned, printed, settings, personal) && !request.test(text);
}

/** "Sent automatically", "answers are not read". */
export function isAutomatic(text: string): boolean {
  return has(text, automatic, unanswered, stranger);
}

/** Where a company is registered, and who directs it. */
export function isRegister(text: string): boolean {
  return has(text, register);
}
