/** Domains whose mails the administrator lets nobody send (config.json, `neverSend`). */
import type { Mail } from "./mail/mail.ts";

/**
 * The first of these domains that the mail comes from, or that an address or link in the text belongs to; undefined:
 * none. A domain stands for all below it.
 */
export function forbiddenDomain(
  domains: readonly string[],
  { from }: Pick<Mail, "from">,
  text: string,
): string | undefined {
  const said = `${from?.address ?? ""} ${text}`.toLowerCase().replace(/\\/g, "");
  return domains.find((domain) => isNamed(said, domain.toLowerCase()));
}

function isNamed(text: string, domain: string): boolean {
  for (let at = text.indexOf(domain); at >= 0; at = text.indexOf(domain, at + 1)) {
    const before = text.charAt(at - 1);
    const after = text.charAt(at + domain.length);
    const goesOn = /[a-z\d-]/.test(after) || /^\.[a-z\d]/.test(text.slice(at + domain.length));
    if (!/[a-z\d-]/.test(before) && !goesOn) return true;
  }
  return false;
}
