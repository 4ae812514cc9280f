/** What a host of the add-in's pages must send with them. interfaces.md, "Pages, policy, hosts". */

/** office.js comes from the first, and the script that it loads by an absolute address, MicrosoftAjax.js, from the second. */
export const scriptHosts = ["https://appsforoffice.microsoft.com", "https://ajax.aspnetcdn.com"] as const;

/** Outlook on the web's own origins: who may show the pane in a frame. The one list; a company's own OWA comes on top. */
export const outlookOrigins = [
  "https://outlook.office.com",
  "https://outlook.office365.com",
  "https://outlook.live.com",
  "https://outlook.cloud.microsoft",
];

/** SHA-256 of the empty string: Griffel, Fluent's style engine, makes an empty style element and inserts rules by script. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

export interface PolicyOptions {
  /** Further origins that may frame the pages: the bench's own Outlook, a company's OWA. */
  readonly framedBy: readonly string[];
  /** Origins besides the add-in's own that pages fetch from: Jira's, also where a relay does the work, for the doctor. */
  readonly fetchedFrom: readonly string[];
}

function contentSecurityPolicy({ framedBy, fetchedFrom }: PolicyOptions): string {
  const rules = {
    "default-src": ["'none'"],
    "script-src": ["'self'", ...scriptHosts],
    "style-src": ["'self'", emptyStyle],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...fetchedFrom],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    // The pages' default policy says what passes, pages/trustedTypes. Which further policies office.js makes is its affair,
    // so there is no list of names.
    "require-trusted-types-for": ["'script'"],
    "frame-ancestors": [...outlookOrigins, ...framedBy.filter((origin) => !outlookOrigins.includes(origin))],
  };
  return Object.entries(rules)
    .map(([rule, sources]) => [rule, ...sources].join(" "))
    .join("; ");
}

/**
 * @param path of a file of the site. Scripts carry their hash in their name. Icons must not be `no-cache` or `no-store`:
 * Outlook then shows none.
 */
function cacheControl(path: string): string {
  if (path.startsWith("/js/")) return "public, max-age=31536000, immutable";
  if (path.startsWith("/assets/")) return "public, max-age=3600";
  return "no-cache";
}

/** @param path of a file of the site, below its folder: `/taskpane.html`. */
export function pageHeaders(path: string, policy: PolicyOptions): Readonly<Record<string, string>> {
  return {
    "Content-Security-Policy": contentSecurityPolicy(policy),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": cacheControl(path),
  };
}
