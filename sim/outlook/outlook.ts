/**
 * Outlook on the web for Microsoft's real office.js: a page that hosts the add-in in a frame on another origin
 * and answers the library over its own postMessage protocol.
 *
 * The page is at `/mail/`; these parameters of its address are all optional:
 *
 *     mailbox=anna.berg@acme.example   address of the mailbox to open; the first one otherwise
 *     select=1 | none                  mail to select: 1 is the first .eml file by name (default 1)
 *     pane=open | closed               whether the task pane is open at the start (default closed)
 *     pin=yes | no                     a pinned pane stays and follows the selection (default yes)
 *     theme=light | dark               (default light)
 *     width=320                        of the task pane, in CSS pixels
 *     locale=en-US                     Office.context.displayLanguage
 *     frameDialogs=yes | no            no: dialogs with displayInIframe are refused (default yes)
 *     lacks=getAsFileAsync,…           methods that mails do not have, as in older Outlooks (default none)
 *     localNetwork=yes | no            no: frames may not reach a local network, as with Exchange on-premises (default yes)
 *
 * Tests steer it through `window.bench`, see page/bench.ts. The page's own scripts are the TypeScript files of page/,
 * compiled one by one when they are first asked for.
 *
 * Page and server talk over `/api/…`; the page is the host, the server only reads mails and keeps settings.
 */
import { readFile } from "node:fs/promises";
import type { RequestListener } from "node:http";
import { join } from "node:path";
import { transform } from "@swc/core";
import express, { type Request, type Response } from "express";
import { openFolder, type MailFolder } from "./folder.ts";
import type { AddinInfo, AttachmentContent, MailboxInfo, StartData } from "./item.ts";
import { createBagStore, isBag, SETTINGS_LIMIT, type Bag } from "./settings.ts";

export interface OutlookMailbox {
  readonly address: string;
  readonly displayName: string;
  /** Of .eml files. */
  readonly folder: string;
  /** Somebody else's: the first mailbox that is not shared is the user's own. */
  readonly shared?: boolean;
}

export interface OutlookOptions {
  readonly mailboxes?: readonly OutlookMailbox[];
  /** Roaming settings are kept in `<dataDir>/<address>.json`; in memory if absent. */
  readonly dataDir?: string;
  /** Asked at each load of the page. */
  readonly addin: () => AddinInfo;
  /** The host's own public origin, e.g. https://outlook.office.com. */
  readonly origin: () => string;
}

export interface OutlookStandIn {
  readonly handle: RequestListener;
  /** The stored roaming bag: key -> JSON text. */
  settings(address: string): Bag;
  /** The page sees it at its next load. */
  setSettings(address: string, bag: Bag): void;
}

const MAILS = join(import.meta.dirname, "../mails");
const PAGE = join(import.meta.dirname, "page");

export const sampleMailboxes: readonly OutlookMailbox[] = [
  sampleMailbox("anna.berg@acme.example", "Anna Berg"),
  sampleMailbox("ben.ito@acme.example", "Ben Ito"),
];

export function createOutlook(options: OutlookOptions): OutlookStandIn {
  const mailboxes = options.mailboxes ?? sampleMailboxes;
  const folders = new Map(mailboxes.map(({ address, folder }) => [address, openFolder(folder, address)]));
  const settings = createBagStore(options.dataDir);
  const properties = createBagStore(options.dataDir && join(options.dataDir, "properties"));
  const app = express();
  app.disable("x-powered-by");
  app.use((_, response, next) => {
    response.set("Cache-Control", "no-store");
    next();
  });
  app.get("/", (_, response) => response.redirect("/mail/"));
  app.get("/mail/", (_, response) => response.sendFile(join(PAGE, "page.html"), { cacheControl: false }));
  app.get("/favicon.ico", (_, response) => response.status(204).end());
  app.get("/src/:file", servePageFile);
  app.get("/api/start", (_, response) => {
    const start: StartData = {
      origin: options.origin(),
      addin: options.addin(),
      mailboxes: mailboxes.map(mailboxInfo),
    };
    response.json(start);
  });

  const known = (request: Request, response: Response): MailFolder | undefined => {
    const folder = folders.get(parameter(request, "address"));
    if (!folder) response.status(404).json({ error: "No such mailbox" });
    return folder;
  };
  app.get("/api/mailboxes/:address/mails", async (request, response) => {
    const mails = await known(request, response)?.mails();
    if (mails) response.json(mails.map(({ record }) => record));
  });
  app.get("/api/mailboxes/:address/mails/:n/original", async (request, response) => {
    const mail = await known(request, response)?.mail(Number(parameter(request, "n")));
    if (mail) response.json(mail.original.toString("base64"));
    else if (!response.headersSent) response.status(404).json({ error: "No such mail" });
  });
  app.get("/api/mailboxes/:address/mails/:n/files/:index", async (request, response) => {
    const mail = await known(request, response)?.mail(Number(parameter(request, "n")));
    const index = Number(parameter(request, "index"));
    const [bytes, file] = [mail?.contents[index], mail?.record.item.attachments[index]];
    if (bytes === undefined || !file) {
      if (!response.headersSent) response.status(404).json({ error: "No such attachment" });
    } else if (request.query["download"] === undefined) response.json(attachmentContent(bytes, file));
    else response.attachment(file.name + (file.attachmentType === 1 ? ".eml" : "")).send(bytes);
  });
  for (const [path, store, limit] of [
    ["/api/mailboxes/:address/settings", settings, SETTINGS_LIMIT],
    ["/api/mailboxes/:address/properties", properties, Number.POSITIVE_INFINITY],
  ] as const) {
    app.get(path, (request, response) => {
      if (known(request, response)) response.json(store.read(parameter(request, "address")));
    });
    app.put(path, express.text({ type: "application/json", limit: "10mb" }), (request, response) => {
      if (!known(request, response)) return;
      const text = String(request.body);
      const bag: unknown = JSON.parse(text);
      if (!isBag(bag)) response.status(400).json({ error: "Not a bag of texts" });
      else if (text.length > limit) response.status(413).json({ error: "Too large" });
      else {
        store.write(parameter(request, "address"), bag);
        response.status(204).end();
      }
    });
  }
  return { handle: app, settings: settings.read, setSettings: settings.write };
}

/** Attached mails come as text, all else as base64. */
function attachmentContent(bytes: Buffer, file: { readonly attachmentType: number }): AttachmentContent {
  return file.attachmentType === 1
    ? { content: bytes.toString("utf8"), format: "eml" }
    : { content: bytes.toString("base64"), format: "base64" };
}

/** By file name: one process opens the page many times. */
const compiled = new Map<string, string>();

async function compile(file: string, path: string): Promise<string> {
  const { code } = await transform(await readFile(path, "utf8"), {
    filename: file,
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "es6" },
    sourceMaps: "inline",
  });
  return code;
}

async function servePageFile(request: Request, response: Response): Promise<void> {
  const file = parameter(request, "file");
  if (!/^[A-Za-z]+\.(ts|css|svg)$/.test(file)) {
    response.status(404).end();
    return;
  }
  const path = join(PAGE, file);
  if (!file.endsWith(".ts")) {
    response.sendFile(path, { cacheControl: false });
    return;
  }
  if (!compiled.has(file)) compiled.set(file, await compile(file, path));
  response.type("text/javascript").send(compiled.get(file));
}

function parameter(request: Request, name: string): string {
  const value: unknown = request.params[name];
  return typeof value === "string" ? value : "";
}

function mailboxInfo({ address, displayName, shared = false }: OutlookMailbox): MailboxInfo {
  return { address, displayName, shared };
}

function sampleMailbox(address: string, displayName: string): OutlookMailbox {
  return { address, displayName, folder: join(MAILS, address) };
}
