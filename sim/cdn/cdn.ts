/**
 * Microsoft's CDN for the bench: the office.js of the npm package under the CDN's own paths.
 *
 * Serves two hosts at once, as their paths do not meet: `appsforoffice.microsoft.com/lib/1/hosted/…` and
 * `ajax.aspnetcdn.com/ajax/3.5/MicrosoftAjax.js`. `OFFICE_JS_DIR` names a folder to take instead of the
 * package's, such as a copy of the real CDN's `lib/1/hosted`.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { IncomingMessage, RequestListener } from "node:http";
import { extname, join } from "node:path";

export interface CdnOptions {
  /** Appends officePatch.js to the served library. Default: true. */
  readonly patch?: boolean;
}

const HOSTED = "/lib/1/hosted/";
const MICROSOFT_AJAX = "/ajax/3.5/microsoftajax.js";
const NPM_DIST = join(import.meta.dirname, "../../node_modules/@microsoft/office-js/dist");
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".png": "image/png",
  ".gif": "image/gif",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
};
/** The parts that make up `mailbox` in Outlook on the web. */
const PATCHED = /^outlook-web-[\d.]+(\.debug)?\.js$/;

interface Answer {
  readonly status: number;
  /** As in ".js". */
  readonly extension: string;
  readonly content: Buffer;
}

export function createCdn({ patch = true }: CdnOptions = {}): RequestListener {
  const root = process.env["OFFICE_JS_DIR"] ?? NPM_DIST;
  return (request, response) => {
    const readable = request.method === "GET" || request.method === "HEAD";
    const { status, extension, content } = readable
      ? find(root, decodedPath(request), patch)
      : refusal(405, "GET only");
    response.writeHead(status, {
      "Content-Type": CONTENT_TYPES[extension.toLowerCase()] ?? "application/octet-stream",
      "Content-Length": content.length,
      "Access-Control-Allow-Origin": "*", // office.js loads its parts with crossorigin=anonymous
      "Cache-Control": status === 200 ? "public, max-age=3600" : "no-store",
      "X-Content-Type-Options": "nosniff",
    });
    response.end(request.method === "HEAD" ? undefined : content);
  };
}

function find(root: string, path: string | undefined, patch: boolean): Answer {
  if (path === undefined) return refusal(400, "Bad address");
  const lower = path.toLowerCase();
  if (lower === MICROSOFT_AJAX)
    return { status: 200, extension: ".js", content: ownFile("microsoftAjax.js") };
  if (!lower.startsWith(HOSTED)) return refusal(404, "Not on this CDN");
  const file = findIgnoringCase(root, path.slice(HOSTED.length).split("/"));
  if (file === undefined) return refusal(404, "No such file");
  const content = readFileSync(file);
  const patched = patch && PATCHED.test(lower.slice(HOSTED.length));
  return {
    status: 200,
    extension: extname(file),
    content: patched ? Buffer.concat([content, ownFile("officePatch.js")]) : content,
  };
}

function refusal(status: number, text: string): Answer {
  return { status, extension: ".txt", content: Buffer.from(`${text}\n`) };
}

function decodedPath(request: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/");
  } catch {
    return undefined; // a malformed percent sign
  }
}

/** The library asks for `AgaveErrorUX/…`, the package's folders are lower case. */
function findIgnoringCase(folder: string, segments: readonly string[]): string | undefined {
  const [wanted, ...rest] = segments;
  if (wanted === undefined || !existsSync(folder)) return undefined;
  const entry = readdirSync(folder, { withFileTypes: true }).find(
    ({ name }) => name.toLowerCase() === wanted.toLowerCase(),
  );
  if (!entry) return undefined;
  const path = join(folder, entry.name);
  if (rest.length > 0) return entry.isDirectory() ? findIgnoringCase(path, rest) : undefined;
  return entry.isDirectory() ? undefined : path;
}

function ownFile(name: string): Buffer {
  return Buffer.concat([Buffer.from("\n"), readFileSync(join(import.meta.dirname, name))]);
}
