/** What a host of the add-in's pages must send with them. interfaces.md, "Pages, policy, hosts". */
import { cdnOrigins } from "../names.ts";

/** Outlook on the web's own origins: who may show the pane in a frame. A company's own OWA comes on top. */
const outlookOrigins = [
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
  /** Origins besides the add-in's own that pages fetch from: Jira's, where no relay stands between. */
  readonly fetchedFrom: readonly string[];
}

export function contentSecurityPolicy({ framedBy, fetchedFrom }: PolicyOptions): string {
  const rules = {
    "default-src": ["'none'"],
    "script-src": ["'self'", ...cdnOrigins],
    "style-src": ["'self'", emptyStyle],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", ...fetchedFrom],
    "base-uri": ["'none'"],
    "form-action": ["'none'"],
    "frame-ancestors": [...outlookOrigins, ...framedBy.filter((origin) => !outlookOrigins.includes(origin))],
  };
  return Object.entries(rules)
    .map(([rule, sources]) => [rule, ...sources].join(" "))
    .join("; ");
}

/**
 * @param path of the request. Scripts carry their hash in their name. Icons must not be `no-cache` or `no-store`:
 * Outlook then shows none.
 */
export function cacheControl(path: string): string {
  if (path.startsWith("/js/")) return "public, max-age=31536000, immutable";
  if (path.startsWith("/assets/")) return "public, max-age=3600";
  return "no-cache";
}
