/** What a mail system puts above a mail: where it comes from, and that one should beware. */
import type { SeenLine } from "./part.ts";

/** "Please type your reply above this line." */
export const replyAboveWords =
  "please (?:type|write|enter) your reply above|reply above this line|bitte (?:schreiben|antworten) sie (?:oberhalb|über) dieser|(?:merci de )?répond(?:re|ez) au-dessus|(?:responda|escriba (?:su|tu) respuesta) (?:por )?encima|rispond(?:i|ere|a) sopra|antwoord boven deze|odpowiedz powyżej|responda acima|svara ovanför|この行より上";
const patterns: readonly RegExp[] = [
  /^\[?(?:external|extern|externe|externo|esterno|zewnętrzn[ay]|外部)(?:e?\s?e?-?mail| sender| message)?\]?[\s:!.]*$/iu,
  /\b(?:originated|comes?|came|sent|received) from (?:outside|an external)/iu,
  /^(?:correo|e-?mail|courriel|mail|mensaje|messaggio|bericht|wiadomość|mensagem) (?:extern[oea]?|externe|esterno|esterna|zewnętrzna)\s?[:.–-]/iu,
  /\bexternal (?:e-?mail|sender|message|source)\b.{0,60}(?:caution|care|careful|click|open|warn|!|:)/iu,
  /^(?:caution|warning|attention|achtung|vorsicht|warnung|atención|precaución|advertencia|attenzione|let op|waarschuwing|uwaga|ostrzeżenie|atenção|cuidado|varning|obs|注意|警告)\s?[!:：]/iu,
  /you don['’]t often get e?-?mail from|learn (?:why|how) this is important|this sender .{0,40}(?:not|un)verified|some people who received this message don/iu,
  /(?:diese|die) (?:e-?mail|nachricht) (?:stammt|kommt|wurde) .{0,40}(?:extern|außerhalb)/iu,
  /sie erhalten nicht (?:oft|häufig) (?:eine )?e-?mails? von|erfahren sie, warum dies wichtig ist/iu,
  /(?:ce|cet) (?:e-?mail|message|courriel) (?:provient|vient|a été envoyé) .{0,50}(?:extern|extérieur|en dehors)/iu,
  /vous n['’](?:obtenez|recevez) pas souvent|découvrez pourquoi (?:c'est|cela est) important/iu,
  /este (?:correo|mensaje|e-?mail) (?:proviene|procede|se (?:ha )?envi|viene|se originó) .{0,60}(?:extern|fuera)/iu,
  /no suele recibir correos? (?:electrónicos? )?de|no recibe (?:correo|mensajes) (?:electrónico )?(?:de .{0,60} )?con frecuencia/iu,
  /(?:questa|questo) (?:e-?mail|messaggio|mail) (?:proviene|è stat[ao]).{0,60}(?:estern|fuori|all'esterno)|non si ricevono spesso/iu,
  /(?:deze|dit) (?:e-?mail|bericht) (?:is|komt) .{0,60}(?:extern|buiten)|u ontvangt niet vaak/iu,
  /(?:ta|niniejsza) wiadomość .{0,60}(?:zewn|spoza)|niezbyt często otrzymujesz|nie otrzymujesz często/iu,
  /(?:este|esta) (?:e-?mail|mensagem) .{0,60}(?:extern|fora d)|não (?:costuma|recebe) .{0,40}(?:e-?mails?|frequência)/iu,
  /(?:det här|detta) (?:meddelandet|e-postmeddelande|mejlet|meddelande).{0,60}(?:extern|utanför|utifrån)|du får inte ofta/iu,
  /(?:外部|社外).{0,30}(?:送信|メール|邮件|郵件|来自|發)|(?:此|本)(?:邮件|郵件).{0,20}(?:外部|组织外)|不常收到来自|このメールは.{0,20}(?:外部|社外)|受け取る頻度は高くありません/u,
  new RegExp(`^[-–—=*#\\s]*(?:${replyAboveWords})`, "iu"),
  /^(?:external|extern[eaor]?|esterno|esterna|zewnętrzna) (?:e-?mail|message|nachricht|mensaje|messaggio|bericht|wiadomość|mensagem)\s?[!:.–-]/iu,
  /^(?=.*(?:INTERN|CONFID|RESTR|VERTRAUL|OFFICIAL|RISERV|POUFN|社外秘|機密|机密))[\p{Lu}\p{Lo}\d\s/–-]{3,50}$/u,
  /^(?:[\p{L}]{3,12}[!:,]? )?(?:externe[rs]?|external|esterno|externo|zewnętrzny|extern) (?:absender|sender|mittente|remitente|expéditeur|afzender|nadawca|avsändare|remetente)\s?[!:.–-]/iu,
  /^(?:mittente|remitente|expéditeur|remetente|sender|message|messaggio|mensaje|mensagem) (?:externe|external|esterno|externo|externa)\s?[!:.–-]|^(?:achtung|vorsicht|caution|attention|atención|attenzione|uwaga|obs),? extern/iu,
  /^EXTERN[A-Z]*(?: [A-Z-]+)?\s?[-–—:!]/u,
  /(?:mail|message|nachricht|bericht|mensaje|messaggio|mensagem|wiadomo|meddeland|mejl|courriel|correo|sender|absender|expéditeur|remitente|mittente|afzender|nadawc|remetente|avsändar)\P{L}*\p{L}*.{0,60}(?:outside|außerhalb|ausserhalb|extérieur|fuera de|dall['’]esterno|fuori d|buiten (?:de|onze|het)|spoza|z zewnątrz|de fora d|do exterior|utanför|utifrån)/iu,
  /^\[(?:ext|extern[a-z]*|esterno|zewnętrzn[ay]|外部|社外)[^\]]{0,20}\]/iu,
  /^(?:data |document |information |informations)?(?:classification|classificatie|klassifi[kz]ierung|clasificación|classificazione|klasyfikacja|classificação|klassificering|klass|sensitivity|vertraulichkeitsstufe|機密区分|密级|密級)\s?[:：]/iu,
  /do not click (?:on )?(?:any )?links|klicken sie nicht auf links|ne cliquez pas sur|no haga clic en|non fare clic|klik niet op|nie klikaj|não clique|klicka inte/iu,
  /(?:images?|content|pictures?) (?:was|were|has been|have been) blocked|possible (?:spam|phishing)|\*{2,}\s?spam\s?\*{2,}/iu,
];
/** Below the first lines nobody looks for it. */
const most = 6;

/** How many lines at the top are such. */
export function bannerLines(lines: readonly SeenLine[]): number {
  let end = 0;
  for (let at = 0; at < Math.min(most, lines.length); at += 1) {
    const text = lines[at]?.text ?? "";
    const goesOn = end > 0 && end === at && lines[at]?.gap === false;
    if (isBanner(text) || (goesOn && text.length > 0 && looksOfficial(text))) end = at + 1;
    else if (at >= end) break;
  }
  return end;
}

function isBanner(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}

/** What stands in one box with a warning goes on about links and senders. */
function looksOfficial(text: string): boolean {
  return /link|attachment|sender|anhang|anhänge|absender|pièce|expéditeur|adjunto|remitente|allegat|mittente|bijlage|afzender|załącznik|nadawc|anexo|remetente|bilag|bifog|avsändare|添付|送信者|附件|发件人|寄件者/iu.test(
    text,
  );
}
