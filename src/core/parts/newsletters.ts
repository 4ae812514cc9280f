/** What a newsletter, or another mail to many, has around what it says: how to leave it, and who sends it. */
import { isAutomatic } from "./notes.ts";
import type { Range, SeenLine } from "./part.ts";
import { isClosing } from "./signatures.ts";

const leaving =
  /\bunsubscribe|opt[ -]?out|\bpreferences\b|abbestellen|abmelden|austragen|nicht mehr (?:empfangen|erhalten)|désabonner|désinscri|ne plus recevoir|darse de baja|dar(?:me|te)? de baja|cancelar (?:la |a |su |sua )?(?:suscripción|inscrição|assinatura)|descadastr|disiscri|annulla(?:re)? (?:l['’])?iscrizione|non (?:vuoi|desideri) più ricevere|afmelden|uitschrijven|wypis(?:z|ać)|zrezygn|rezygnacj|nie chcesz otrzymywać|avregistrera|avprenumerera|avsluta prenumerationen|配信停止|購読解除|登録解除|退订|退訂|取消订阅|取消訂閱/iu;
const why =
  /you(?:['’]re| are)? (?:receiv|getting|got|subscribed|signed up)|(?:was|were|been) sent to|sent (?:by|from|on behalf)|sie (?:erhalten|bekommen|haben) .{0,40}(?:mail|newsletter|nachricht)|(?:mail|nachricht|newsletter) (?:wurde|ging|geht) an|(?:vous l['’]avez|vous recevez|reçu car|a été envoyé)|recib(?:e|es|iste) este|(?:ha sido|fue) enviado a|ricev[ie] (?:questa|questo)|(?:è stat[ao] inviat[ao]|inviat[ao] a)|u ontvangt|je ontvangt|verzonden aan|otrzymuj(?:esz|e|ą)|wysłan[ao] (?:do|na)|(?:você )?receb(?:eu|e) (?:este|esta)|enviad[oa] (?:para|a)|du får (?:det|detta|det här)|skickades till|お送りしています|配信しています|您收到|此邮件(?:由|是)/iu;
const elsewhere =
  /(?:view|read|open|see) (?:it |this |the )?(?:e-?mail |message |newsletter )?(?:online|in (?:your|the|a) browser)|(?:im browser|online) (?:ansehen|anzeigen|lesen|öffnen)|nicht (?:richtig|korrekt) (?:dargestellt|angezeigt)|dans (?:le|votre) navigateur|(?:en|no) (?:el |tu |su |seu )?navegador|nel (?:tuo |suo )?browser|in (?:je|uw|de) browser|w (?:swojej )?przeglądarce|i (?:din )?webbläsare|på webben|på nätet|web-?version|version en ligne|versione online|versión (?:web|en línea)|versão online|wersj[aęi] online|ブラウザ|浏览器|瀏覽器/iu;
const imprint =
  /©|\bcopyright\b|all rights reserved|alle rechte|tous droits|todos los derechos|tutti i diritti|impressum|imprint|datenschutz|privacy|mentions légales|aviso legal|\d{4,5}[, ]|\b\d{5}\b|\b\d{2}-\d{3}\b|\b(?:gmbh|ag|kg|ltd|inc|llc|sas|sarl|s\.?l\.?|s\.?r\.?l\.?|b\.?v\.?|s\.?p\.?a\.?|plc|ab|lda)\b|sp\. z o\.o\.|hrb|ust-?id|tax id|vat|siret|p\. ?iva|nip\b|\+?\d[\d ()/-]{7,}|@|www\./iu;

/** Where a reader sees the same, and that a machine has sent it, at the top. */
export function seesElsewhere(lines: readonly SeenLine[], { from, to }: Range): number {
  let end = from;
  for (let at = from; at < Math.min(from + 3, to); at += 1) {
    const text = lines[at]?.text ?? "";
    if (elsewhere.test(text) || (at === end && isAutomatic(text))) end = at + 1;
  }
  return end;
}

/**
 * Where the end of a mail to many begins; `to` where it is none: it says how to leave, and why one gets it or who sends
 * it, in its last lines.
 */
export function mailingEnd(lines: readonly SeenLine[], { from, to }: Range): number {
  const textAt = (at: number) => lines[at]?.text ?? "";
  let [start, signs] = [to, 0];
  let leaves = false;
  for (let at = to - 1; at >= Math.max(from + 1, to - 25); at -= 1) {
    const text = textAt(at);
    if (isClosing(text)) break;
    const says = leaving.test(text);
    if (!says && !why.test(text)) continue;
    if (text.length > 400) break;
    leaves ||= says;
    signs += 1;
    start = at;
  }
  while (start - 1 > from && textAt(start - 1).length <= 140 && imprint.test(textAt(start - 1))) start -= 1;
  const others = lines.slice(start, to).filter(({ text }) => imprint.test(text)).length;
  return leaves && signs + others > 1 ? start : to;
}
