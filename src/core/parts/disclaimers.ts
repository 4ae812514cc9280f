import { isNote } from "./notes.ts";

/** What lawyers, mail gateways and mailing lists put below a mail. */
const patterns: readonly RegExp[] = [
  // Confidentiality
  /\b(?:this|the) (?:e-?mail|message|communication|transmission)\b.{0,160}(?:confidential|privileged|intended (?:solely|only|recipient))/iu,
  /\b(?:confidentiality|legal|privacy) (?:notice|note|disclaimer|statement)\b|^disclaimer\s?[:.]?/iu,
  /not the (?:intended|named) (?:recipient|addressee)|intended recipient|(?:if you have|if you) received? this (?:e-?mail|message|communication)? ?in error/iu,
  /diese (?:e-?mail|nachricht|mitteilung).{0,160}(?:vertraulich|rechtlich geschützt|ausschließlich|bestimmt)|nicht der (?:richtige|vorgesehene|beabsichtigte|bestimmungsgemäße) (?:adressat|empfänger)|irrtümlich erhalten|vertraulichkeitshinweis|rechtlicher hinweis/iu,
  /ce (?:message|courriel|e-?mail|courrier).{0,160}(?:confidentiel|exclusi|destiné)|si vous n['’]êtes pas (?:le )?(?:destinataire|la personne)|avis de confidentialité|reçu (?:ce|cet) .{0,20}par erreur/iu,
  /este (?:mensaje|correo|e-?mail).{0,160}(?:confidencial|exclusiv|destinad|dirigido)|si (?:usted )?no es el destinatario|aviso (?:legal|de confidencialidad)|(?:por|este .{0,20}) error.{0,60}(?:notifi|comuni|elimin|remitente)/iu,
  /(?:questo|questa|il presente|la presente) (?:messaggio|e-?mail|comunicazione).{0,160}(?:riservat|confidenzial|esclusiv|destinat)|informativa (?:sulla )?privacy|ricevuto (?:questo|per) .{0,20}errore|non (?:siete|è) il destinatario/iu,
  /(?:deze|dit) (?:e-?mail|bericht).{0,160}(?:vertrouwelijk|uitsluitend|bestemd)|niet de (?:bedoelde|beoogde) (?:ontvanger|geadresseerde)|ten onrechte.{0,30}ontvangen/iu,
  /(?:ta|niniejsza|treść) (?:wiadomość|korespondencja|tej wiadomości).{0,160}(?:poufn|zastrzeżon|wyłącznie|przeznaczon)|nie (?:jest|są) (?:państwo )?(?:jej )?(?:zamierzonym )?(?:adresatem|odbiorcą)|klauzula poufności/iu,
  /(?:esta|este) (?:mensagem|e-?mail|comunicação|correio).{0,160}(?:confidenci|exclusiv|destin)|(?:caso|se) (?:você )?não (?:seja|for|é) o destinatário|aviso (?:legal|de confidencialidade)|por engano/iu,
  /(?:detta|det här) (?:meddelande|e-postmeddelande|e-?mail|mejl).{0,160}(?:konfidentiell|avsett|sekretess)|inte (?:är )?(?:rätt|den avsedda|avsedd) mottagare|av misstag/iu,
  /(?:本|この)(?:電子)?メール.{0,80}(?:機密|秘密|宛先|受信者|名宛)|誤って.{0,20}受信|免責事項|機密情報/u,
  /(?:本|此)(?:电子)?(?:邮件|郵件|電子郵件).{0,80}(?:机密|機密|保密|仅供|僅供|指定)|误收|誤收|免责声明|免責聲明|保密声明/u,
  /\bregistered (?:office\b|in (?:england|scotland|ireland|wales))/iu,
  /\bamtsgericht\b.{0,60}\bhr[ab]\b|administratorem danych|\brodo\b/iu,
  /never ask (?:you )?for your|niemals nach .{0,40}fragen|nunca (?:le |te )?(?:pedimos|pediremos|pedirá)|ne vous demander(?:ons|a)? jamais|vragen (?:je|u) nooit|nigdy nie prosimy|aldrig be dig|non (?:ti |le )?chiederemo mai/iu,
  // Gateways
  /virus-?free|no virus(?:es)? found|scanned (?:by|for|with)|avast|auf viren geprüft|virengeprüft|analysé par|analizado por|comprobado en busca de virus|gecontroleerd op virussen|escaneado/iu,
  /(?:consider|think (?:of|about)) the environment|denken sie an die umwelt|umwelt.{0,40}(?:drucken|ausdrucken)|(?:drucken|ausdrucken).{0,60}umwelt|pensez à l['’]environnement|n['’]imprimez|imprim.{0,60}(?:medio ?ambiente|meio ambiente)|medio ambiente.{0,40}imprim|pensa all['’]ambiente|ambiente.{0,40}stamp|denk (?:aan het|om het) milieu|milieu.{0,40}print|środowisk.{0,60}(?:druk|wydruk)|(?:druk|wydruk).{0,80}środowisk|tänk på miljön|miljön.{0,40}skriv|環境.{0,20}印刷|印刷.{0,20}環境|打印.{0,20}环境|环保/iu,
  // Senders that are machines
  /^(?:©|\(c\) |copyright )|privacy (?:statement|policy)|declaración de privacidad|política de privacidad|datenschutz(?:erklärung|hinweise)|politique de confidentialité|informativa sulla privacy|privacy(?:verklaring|beleid)|zasady (?:zachowania poufności|ochrony prywatności)|polityka prywatności|(?:declaração|política) de privacidade|sekretesspolicy|integritetspolicy|プライバシー(?:に関する|ポリシー|ステートメント)|隐私(?:声明|政策)|隱私權/iu,
  /unmonitored (?:mailbox|address|account)|nicht überwacht|no supervisad|non monitorat|non surveillée|niemonitorowan|não (?:é )?monitorad|inte övervaka|do not reply to this|please do not reply|(?:bitte )?antworten sie nicht auf|ne pas répondre à ce|no responda a este|non rispondere a quest|automatisch (?:verzonden|verstuurd)|reageren op deze|niet (?:op )?(?:deze|dit) .{0,20}(?:antwoorden|beantwoorden)|nie odpowiada|não responda|svara inte på|返信しないで|返信できません|请勿(?:直接)?回复|請勿(?:直接)?回覆/iu,
  /(?:correo electrónico|mensaje|message|e-?mail|nachricht) (?:se generó|was generated|wurde automatisch|a été (?:généré|envoyé) automatiquement)|this e-?mail is a service|maschinell erstellt|(?:nachricht|e-?mail) wurde (?:automatisch )?(?:von|aus) (?!meinem).{2,40} (?:gesendet|versandt|verschickt)|(?:message|courriel) a été envoyé par|sent by .{2,40} v?\d|(?:automatically|automatisch) (?:generated|erstellt|gegenereerd)|generad[oa] automáticamente|generat[oa] automaticamente|wygenerowan[ya] automatycznie|gerad[oa] automaticamente|genererades automatiskt|自動(?:送信|配信)|自动(?:发送|生成)/iu,
  /^_{5,}\s?\p{L}.*_{5,}$|\(v\d+\.\d+\.\d+#/u,
  // Lists and newsletters
  /\bunsubscribe\b|manage (?:your )?(?:preferences|subscription|notification)|email preferences|you(?:[’']re| are)? ?(?:receiv(?:e|ed|ing)|get|got|getting) this (?:e-?mail|message|newsletter|notification)|why (?:did|am) (?:i|you) (?:get|getting|receiv)/iu,
  /abbestellen|^(?:hier )?abmelden$|newsletter.{0,40}abmelden|(?:sich|hier) .{0,40}abmelden|newsletter.{0,40}(?:abonn|erhalten)|sie erhalten diese (?:e-?mail|nachricht)|diese (?:e-?mail|nachricht) wurde (?:automatisch|an)|impressum/iu,
  /se désabonner|désinscri|vous recevez ce(?:t)? (?:e-?mail|message|courriel)|darse de baja|cancelar (?:la )?suscripción|recibe este (?:correo|mensaje)|disiscri|annulla l['’]iscrizione|ricev[ie] questa|afmelden|uitschrijven|u ontvangt deze|wypisz|zrezygnuj|anuluj subskrypcję|otrzymujesz tę|cancelar (?:a )?(?:inscrição|assinatura)|descadastr|recebeu este|avregistrera|avprenumerera|du får det här|配信停止|購読解除|登録解除|退订|退訂|取消订阅|取消訂閱/iu,
  /mailing list(?:$| --)|[\w.]-(?:leave|unsubscribe|request|owner)@|you received this message because you are subscribed to the google group|to unsubscribe from this group|mailman|listinfo/iu,
];

/** What lawyers write about, each in its own words: secrets first. */
const secret =
  /confiden|vertraulich|privileg|riservat|vertrouwelijk|poufn|sekretess|konfident|\bprivat|機密|秘密|机密|保密/iu;
const matters = [
  /addressee|recipient|empfänger|adressat|destinat|geadresseerde|ontvanger|adresat|odbiorc|mottagare|person it (?:was|is) (?:sent|meant)|宛先|受信者|名宛|收件人/iu,
  /\b(?:in|by|par|por|per|na|av) (?:error|mistake|erreur|errore|engano|equivocación|misstag)|irrtüm|versehent|equivoc|sbaglio|vergissing|ten onrechte|abusievelijk|pomyłk|omyłk|felaktig|誤っ|误|誤/iu,
  /delet|destroy|lösch|vernicht|supprim|détrui|\belimin|bórre|borrar|borre|cancell|distrugg|verwijder|vernietig|usuń|usun|zniszcz|radera|förstör|apag|削除|破棄|删除|刪除/iu,
  /notify|inform|tell us|let (?:us|the sender) know|bescheid|avis|avver|waarschuw|laat .{0,20}weten|powiadom|zawiadom|meddela|連絡|通知|一報/iu,
  /disclos|copy|copies|forward|distribut|weitergeb|weiterleit|kopier|verbreit|auswert|diffus|divulg|copi[ae]|diffon|reprodu|verspreid|openbaar|kopiow|rozpowszech|sprid|複製|開示|转发|散布|复制|轉發/iu,
  /liab|haft|responsab|aansprakelijk|odpowiedzialn|ansvar|責任|责任/iu,
];

function isLegal(text: string): boolean {
  const about = matters.filter((matter) => matter.test(text)).length;
  return about >= 4 || (about >= 2 && secret.test(text));
}

export function isDisclaimer(text: string): boolean {
  return isLegal(text) || isNote(text) || patterns.some((pattern) => pattern.test(text));
}

/** A list's own divider, which belongs to what follows it. */
export function isRule(text: string): boolean {
  return /^(?:[-_=*~#•·—–\s]{3,}|—|--)$/.test(text);
}
