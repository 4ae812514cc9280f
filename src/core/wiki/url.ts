/** The schemes that a link may have; anything else (`javascript:`, `data:`, relative addresses) is text only. */
const schemes = ["http:", "https:", "ftp:", "mailto:", "tel:", "file:"];
/** What would end `[alias|url]`, mean something within it, or is not allowed in a URL at all. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const unsafe = /[\u0000-\u0020\u007f-\u00a0|[\]{}\\^!"<>`]/g;

/** The address for `[alias|url]`, or undefined where it leads nowhere that Jira may go. */
export function safeUrl(href: string | undefined): string | undefined {
  if (href === undefined) return undefined;
  // Browsers ignore line ends and tabs within an address, and spaces around it.
  const url = href.replace(/[\t\n\r]/g, "").trim();
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase();
  if (scheme === undefined || !schemes.includes(scheme) || url.length === scheme.length) return undefined;
  const rest = url.slice(scheme.length);
  return scheme + rest.replace(unsafe, (character) => encodeURIComponent(character).replace("!", "%21"));
}
