/** Elements by which mail programs say what is in them: an earlier mail, or the sender's signature. */
import type { Place } from "./place.ts";
import type { Element } from "./rule.ts";

/** Gmail, Yahoo, Proton, Thunderbird, Zimbra, Outlook for mobiles; `x_` is Outlook's own prefix for what it quotes. */
const quoteClass =
  /(?:^|\s)(?:x_)*(?:yahoo_quoted|yahoo-quoted|protonmail_quote|moz-cite-prefix|moz-forward-container|zmail_extra|OutlookMessageHeader|cite|quoted-text|ydp\w*yahoo_quoted)(?:\s|$)/i;
const quoteId =
  /^(?:x_)*(?:yahoo_quoted\w*|mail-editor-reference-message-container|reply-intro|isReplyContent)$/i;
const signatureClass =
  /(?:^|\s)(?:x_)*(?:gmail_signature|moz-signature|protonmail_signature_block(?!-proton)|yahoo-signature|ydp\w*signature|signature|bloop_sign|ms-outlook-mobile-signature)(?:\s|$)/i;
const signatureId =
  /^(?:x_)*(?:AppleMailSignature|Signature|ms-outlook-mobile-signature|signature|bloop_sign)\w*$/i;

/** Word's and Gmail's: gateways put their footers behind it. */
export function sectionOf({ name, attributes }: Element): Place["section"] {
  const found = /(?:^|\s)(WordSection1|gmail_quote)(?:\s|$)/.exec(attributes["class"] ?? "")?.[1];
  if (name !== "div" || found === undefined) return undefined;
  return { program: found === "gmail_quote" ? "Gmail" : "Word" };
}

export function containerOf({ name, attributes }: Element): Place["container"] {
  const { class: classes = "", id = "", type = "" } = attributes;
  // Gmail's container of both has answers in it as well, where they stand between or below what they answer.
  if (name === "div" && type === "cite") return "quote"; // OTRS
  if (name === "blockquote" && (/^cite$/i.test(type) || /(?:^|\s)gmail_quote/.test(classes))) return "quote";
  // Outlook on the web, of what is typed; what it quotes has the class with a prefix.
  if (/(?:^|\s)elementToProof(?:\s|$)/.test(classes)) return "own";
  const marker = attributes["data-marker"] ?? "";
  if (quoteClass.test(classes) || quoteId.test(id) || marker === "__QUOTED_TEXT__") return "quote";
  if (signatureClass.test(classes) || signatureId.test(id) || marker.startsWith("__SIG_")) return "signature";
  return attributes["data-smartmail"] === "gmail_signature" ? "signature" : undefined;
}
