/**
 * What the sign-in page does next, decided from its address and from who opened it.
 *
 * The page is seen twice in one sign-in: on the way out to Jira's authorize page, and when Jira sends the browser
 * back with the verification code. The code goes to the pane by office.js, or else is shown to be typed.
 *
 * office.js must be loaded only where it can call the pane. Its start-up (office.debug.js, `initialize`) does this:
 *     platform "web" and host info says "isDialog" and top window and window.opener == null  →  window.close()
 * It finds its host info in the address, else in window.name, else in sessionStorage, where it stored it on an
 * earlier page of this window. So, where a page of the login chain has cut the opener by its
 * Cross-Origin-Opener-Policy, loading office.js on return would close the window before anyone has seen the code.
 *
 * A missing opener means this only on the web. A dialog of Outlook on Windows or Mac never has an opener: office.js
 * talks over a native bridge there, and needs its host info, which only the first page's address has for certain:
 * hence it is loaded on the way out too, to store it. On the web that is not needed: with the opener, window.name
 * survives the trip, and holds all that office.js wants; without the opener, it is not loaded at all.
 *
 *     host info    opener    on return
 *     web          yes       report to the pane
 *     web          no        show the code
 *     other        any       report to the pane
 *     none         any       show the code: an ordinary tab, which office.js would not serve
 */

/** What the pane gets, as JSON, with the names that Jira gave it. */
export interface Answer {
  readonly oauth_token: string;
  /** Six letters or digits, or `denied`. */
  readonly oauth_verifier: string;
}

export type Refusal = "nothing-asked" | "foreign-address" | "odd-token" | "odd-answer" | "unknown-site";

export type Step =
  /** Not yet the address: the site must be found in config.json first, which the way back does not need. */
  | {
      readonly kind: "go";
      readonly siteId: string;
      readonly token: string;
      /** office.js has to see this page's address, to remember what host it is in. */
      readonly officeFirst: boolean;
    }
  | { readonly kind: "report"; readonly answer: Answer }
  | { readonly kind: "show-code"; readonly code: string }
  | { readonly kind: "denied" }
  | { readonly kind: "refuse"; readonly reason: Refusal };

/** Who opened the page. */
export interface Opener {
  /** window.opener is there, and open. */
  readonly present: boolean;
  /** `Outlook$Web$16.01$en-US$…`; undefined where nothing says that this is a dialog of Outlook's. */
  readonly hostInfo: string | undefined;
}

/** @param search the address's query, with its question mark. */
export function signInStep(search: string, opener: Opener): Step {
  const parameters = new URLSearchParams(search);
  const names = [...parameters.keys()];
  const twice = new Set(names).size !== names.length;
  const addressed = [...parameters.values()].some(namesAddress);
  if (addressed) return { kind: "refuse", reason: "foreign-address" };

  const back = names.some((name) => name.startsWith("oauth_"));
  const out = parameters.has("site") || parameters.has("token");
  if (!back && !out) return { kind: "refuse", reason: "nothing-asked" };
  if (twice || (back && out)) return { kind: "refuse", reason: back ? "odd-answer" : "odd-token" };
  return back ? stepBack(parameters, opener) : stepOut(parameters, opener);
}

function stepOut(parameters: URLSearchParams, opener: Opener): Step {
  const token = parameters.get("token") ?? "";
  if (!isToken(token)) return { kind: "refuse", reason: "odd-token" };
  return {
    kind: "go",
    siteId: parameters.get("site") ?? "",
    token,
    officeFirst: platformOf(opener) === "native",
  };
}

function stepBack(parameters: URLSearchParams, opener: Opener): Step {
  const oauth_token = parameters.get("oauth_token") ?? "";
  const oauth_verifier = parameters.get("oauth_verifier") ?? "";
  if (!isToken(oauth_token) || !isToken(oauth_verifier)) return { kind: "refuse", reason: "odd-answer" };
  const platform = platformOf(opener);
  const reachable = platform === "native" || (platform === "web" && opener.present);
  if (reachable) return { kind: "report", answer: { oauth_token, oauth_verifier } };
  return oauth_verifier === "denied" ? { kind: "denied" } : { kind: "show-code", code: oauth_verifier };
}

/** @returns undefined for a site that is not in config.json. */
export function authorizeUrl(
  sites: readonly { readonly id: string; readonly baseUrl: string }[],
  siteId: string,
  token: string,
): string | undefined {
  const site = sites.find(({ id }) => id === siteId);
  return site && `${site.baseUrl}/plugins/servlet/oauth/authorize?oauth_token=${token}`;
}

/** Office appends it to the address, in this spelling or in lower case. */
export function isHostInfo(parameter: string): boolean {
  return parameter.toLowerCase() === "_host_info";
}

function platformOf({ hostInfo }: Opener): "web" | "native" | undefined {
  // The separator as office.js has it: older hosts write "|".
  const platform = hostInfo?.split(/[$|]/)[1];
  if (!platform) return undefined;
  return platform.toLowerCase() === "web" ? "web" : "native";
}

function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,128}$/.test(text);
}

/** `https://…`, `javascript:…`, `//host`, `\\host`, also after blanks: nothing in this page's address may be one. */
function namesAddress(value: string): boolean {
  return /^[\s\0]*([a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(value);
}
