/** Where a link leads that a mail gateway has wrapped: the reader's own gateway checks it again, and others cannot open it. */

const wrappers: readonly {
  readonly host: RegExp;
  readonly open: (wrapped: URL) => string | undefined;
}[] = [
  // Microsoft Defender Safe Links
  { host: /\.safelinks\.protection\.(?:outlook\.com|office365\.us)$/, open: parameter("url") },
  { host: /^statics\.teams\.cdn\.office\.net$/, open: parameter("url") },
  // Proofpoint
  { host: /^urldefense\.(?:com|us)$/, open: proofpoint3 },
  { host: /^urldefense\.proofpoint\.com$/, open: proofpoint },
  // Barracuda, Cisco, Google
  { host: /^linkprotect\.cudasvc\.com$/, open: parameter("a") },
  { host: /^secure-web\.cisco\.com$/, open: ({ pathname }) => decoded(pathname.split("/").at(-1) ?? "") },
  {
    host: /^www\.google\.[a-z.]+$/,
    open: (url) => (url.pathname === "/url" ? (parameter("q")(url) ?? parameter("url")(url)) : undefined),
  },
];
/** A wrapped link may be wrapped again, by the next gateway; nobody does so often. */
const deepest = 4;

/** The address itself where it is not wrapped, or leads to nothing that is an address. */
export function openedLink(address: string): string {
  let opened = address;
  for (let depth = 0; depth < deepest; depth += 1) {
    const inner = openedOnce(opened);
    if (inner === undefined) break;
    opened = inner;
  }
  return opened;
}

function openedOnce(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  const inner = wrappers.find(({ host }) => host.test(url.hostname))?.open(url);
  return inner !== undefined && /^https?:\/\/[^\s/]/i.test(inner) && URL.canParse(inner) ? inner : undefined;
}

function parameter(name: string): (wrapped: URL) => string | undefined {
  return ({ searchParams }) => searchParams.get(name) ?? undefined;
}

/** Version 3: `/v3/__https://example.com/a*b__;Kg!!…`, where each `*` stands for a character told behind. */
function proofpoint3(wrapped: URL): string | undefined {
  const [, inner, told = ""] = /\/v3\/__(.+?)__;([\w-]*)!/.exec(wrapped.href) ?? [];
  if (inner === undefined || inner.includes("**")) return proofpoint(wrapped);
  const characters = Array.from(base64Text(told));
  let at = 0;
  return inner.replace(/\*/g, () => characters[at++] ?? "*").replace(/^(https?):\/(?!\/)/, "$1://");
}

/** Versions 1 and 2: `?u=https-3A__example.com_a`. */
function proofpoint(wrapped: URL): string | undefined {
  const said = wrapped.searchParams.get("u");
  if (said === null) return undefined;
  return wrapped.pathname.startsWith("/v1/") ? said : decoded(said.replace(/-/g, "%").replace(/_/g, "/"));
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function base64Text(text: string): string {
  try {
    const bytes = Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (char) =>
      char.charCodeAt(0),
    );
    return new TextDecoder().decode(bytes);
  } catch {
    return "";
  }
}
