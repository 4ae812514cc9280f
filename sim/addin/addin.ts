/**
 * The add-in's host: the static site, `config.json`, and the relay to Jira, as an administrator would set it up.
 */
import { readFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { extname, join, normalize } from "node:path";
import { cdnOrigins } from "../names.ts";

interface PolicyOptions {
  /** Further origins that may frame the pages: the bench's own Outlook. */
  readonly framedBy: readonly string[];
  /** Origins besides the add-in's own that pages fetch from. */
  readonly fetchedFrom: readonly string[];
}
export type PageHeaders = (path: string, policy: PolicyOptions) => Readonly<Record<string, string>>;

export interface AddinOptions {
  /** The built site. */
  readonly folder: string;
  /** Text of config.json. */
  readonly config: () => string;
  /** Those that the product asks its host to send. */
  readonly pageHeaders: PageHeaders;
  readonly policy: () => PolicyOptions;
  readonly relayPrefix: string;
  readonly relay: RequestListener;
  /** An ordinary browser cannot be told that Microsoft's script hosts are here: origin that takes the place of both. */
  readonly cdn: () => string | undefined;
  /** On top of, or instead of, the usual headers of pages. */
  readonly headers: () => Readonly<Record<string, string>>;
}

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".png": "image/png",
};

/** Files of the site that say where Microsoft's scripts are. */
const namesCdn = /\.html$|^\/js\/trusted-types\./;

export function createAddin(options: AddinOptions): RequestListener {
  async function content(path: string): Promise<string | Buffer> {
    if (path === "/config.json") return options.config();
    const file = await readFile(join(options.folder, normalize(path)));
    const cdn = options.cdn();
    return cdn !== undefined && namesCdn.test(path) ? fromOwnCdn(file.toString("utf8"), cdn) : file;
  }

  function pageHeaders(path: string): Readonly<Record<string, string>> {
    const headers = options.pageHeaders(path, options.policy());
    const cdn = options.cdn();
    if (cdn === undefined) return headers;
    const own = (text: string) => cdnOrigins.reduce((rest, origin) => rest.replaceAll(origin, cdn), text);
    return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, own(value)]));
  }

  return (request, response) => {
    const url = request.url ?? "/";
    if (url.startsWith(`${options.relayPrefix}/`)) {
      options.relay(request, response);
      return;
    }
    const path = new URL(url, "https://addin.invalid").pathname;
    content(path).then(
      (body) => {
        response.writeHead(200, {
          "Content-Type": types[extname(path)] ?? "application/octet-stream",
          ...pageHeaders(path),
          ...options.headers(),
        });
        response.end(request.method === "HEAD" ? undefined : body);
      },
      () => {
        response.writeHead(404, {
          "Content-Type": "text/plain; charset=utf-8",
          "X-Content-Type-Options": "nosniff",
        });
        response.end("There is no such file.\n");
      },
    );
  };
}

/**
 * office.js asks for MicrosoftAjax.js by its absolute address unless it is there already, so here it comes first.
 */
function fromOwnCdn(html: string, cdn: string): string {
  const first = `<head><script src="${cdn}/ajax/3.5/MicrosoftAjax.js"></script>`;
  return cdnOrigins.reduce((text, origin) => text.replaceAll(origin, cdn), html.replace("<head>", first));
}
