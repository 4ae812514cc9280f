/** The bench's Outlook and CDN with a bare add-in page, in a real browser. */
import { mkdtempSync, rmSync } from "node:fs";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Frame, type Page } from "playwright-core";
import { createCdn } from "../../../sim/cdn/cdn.ts";
import { benchCertificate } from "../../../sim/certificate.ts";
import { listen, type RunningServer } from "../../../sim/listen.ts";
import { createOutlook, type OutlookMailbox, type OutlookStandIn } from "../../../sim/outlook/outlook.ts";

export interface StageOptions {
  /** names: true host names by resolver rules, really cross-site. ports: localhost only. */
  readonly layout: "names" | "ports";
  readonly mailboxes?: readonly OutlookMailbox[];
  readonly patch?: boolean;
}

export interface Stage {
  readonly context: BrowserContext;
  readonly outlook: OutlookStandIn;
  readonly origins: { readonly outlook: string; readonly addin: string; readonly foreign: string };
  /** Opens Outlook with the task pane ready. */
  open(query?: string): Promise<{ readonly page: Page; readonly pane: Frame }>;
  close(): Promise<void>;
}

/** What the library's callback got. */
export interface Outcome {
  readonly status: string;
  readonly value: unknown;
  readonly code: number | undefined;
}

declare global {
  interface Window {
    /** Calls a method of `Office.context` by its path, callback added. Defined by the add-in page below. */
    ask(path: string, ...args: readonly unknown[]): Promise<Outcome>;
    info: unknown;
    heard: unknown[];
  }
}

export async function setStage({ layout, mailboxes, patch = true }: StageOptions): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), "outlook-"));
  const certificate = await benchCertificate(folder);
  const servers: RunningServer[] = [];
  const serve = async (handle: RequestListener, name: string): Promise<string> => {
    const server = await listen(handle, certificate);
    servers.push(server);
    rules.push(`MAP ${name}:443 127.0.0.1:${server.port}`);
    return layout === "names" ? `https://${name}` : `https://localhost:${server.port}`;
  };
  const rules: string[] = [];
  const cdn = await serve(createCdn({ patch }), "appsforoffice.microsoft.com");
  rules.push(rules[0]?.replace("appsforoffice.microsoft.com", "ajax.aspnetcdn.com") ?? "");
  const addin = await serve(addinPages(cdn), "addin.bench.test");
  const foreign = await serve(addinPages(cdn), "foreign.bench.test");
  let origin = "";
  const outlook = createOutlook({
    ...(mailboxes && { mailboxes }),
    dataDir: join(folder, "settings"),
    addin: () => ({
      id: "8a4f3c1e-0000-4000-8000-000000000001",
      name: "Inlink",
      taskpaneUrl: `${addin}/pane.html`,
      appDomains: [addin],
    }),
    origin: () => origin,
  });
  origin = await serve(outlook.handle, "outlook.office.com");

  const browser = await chromium.launch({
    executablePath: process.env["CHROME_PATH"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      ...(layout === "names"
        ? [`--host-resolver-rules=${[...rules, "MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1"].join(", ")}`]
        : []),
    ],
  });
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  return {
    context,
    outlook,
    origins: { outlook: origin, addin, foreign },
    open: async (query = "") => {
      const page = await context.newPage();
      await page.goto(`${origin}/mail/?pane=open&${query}`);
      return { page, pane: await readyPane(page) };
    },
    close: async () => {
      await browser.close();
      await Promise.all(servers.map((server) => server.close()));
      rmSync(folder, { recursive: true });
    },
  };
}

/** The task pane's frame once office.js is ready in it. */
export async function readyPane(page: Page): Promise<Frame> {
  const element = await page.waitForSelector("#taskpane");
  const frame = await element.contentFrame();
  if (!frame) throw new Error("The task pane has no frame");
  await frame.waitForFunction(() => window.info !== undefined);
  return frame;
}

export function ask(frame: Frame, path: string, ...args: readonly unknown[]): Promise<Outcome> {
  return frame.evaluate(([where, given]) => window.ask(where, ...given), [path, args] as const);
}

/** Registers for an event; what arrives is pushed to `window.heard`. */
export async function hear(frame: Frame, event: "ItemChanged" | "OfficeThemeChanged"): Promise<void> {
  await frame.evaluate(
    (name) =>
      new Promise<void>((done) => {
        const kind = Office.EventType[name];
        const listener = (args: { officeTheme?: unknown }) => {
          window.heard.push(args.officeTheme ?? Office.context.mailbox.item?.subject ?? null);
        };
        Office.context.mailbox.addHandlerAsync(kind, listener, () => done());
      }),
    event,
  );
}

/** All that arrived, once there are so many. */
export const heard = (frame: Frame, count: number) =>
  frame
    .waitForFunction((least) => window.heard.length >= least, count)
    .then(() => frame.evaluate(() => window.heard));

interface OfficeFactory {
  getId(): string;
  getClientEndPoint(): {
    invoke(name: string, done: (code: number, data: unknown) => void, data: object): void;
  };
}

/** A call through the library's own channel, without its checks. */
export function invoke(
  frame: Frame,
  call: { readonly DispatchId: number; readonly ApiParams?: unknown },
): Promise<unknown> {
  return frame.evaluate(
    ({ DispatchId, ApiParams }) =>
      new Promise((done) => {
        const { OSF } = window as never as { OSF: { _OfficeAppFactory: OfficeFactory } };
        const MethodData = { ControlId: OSF._OfficeAppFactory.getId(), DispatchId };
        const endPoint = OSF._OfficeAppFactory.getClientEndPoint();
        endPoint.invoke("ExecuteMethod", (_, data) => done(data), { ApiParams, MethodData });
      }),
    call,
  );
}

function addinPages(cdn: string): RequestListener {
  return (request, response) => {
    const path = (request.url ?? "/").split("?")[0];
    const isDialog = path === "/dialog.html";
    response.writeHead(200, { "Content-Type": "text/html" });
    response.end(path === "/blank.html" ? "<!doctype html><title>Blank</title>" : page(cdn, isDialog));
  };
}

const page = (
  cdn: string,
  isDialog: boolean,
) => `<!doctype html><title>${isDialog ? "Dialog" : "Pane"}</title>
${cdn.includes("localhost") ? `<script src="${cdn}/ajax/3.5/MicrosoftAjax.js"></script>` : ""}
<script src="${cdn}/lib/1/hosted/office.js"></script>
<body><h1>${isDialog ? "Dialog" : "Pane"}</h1><script>
window.heard = [];
window.ask = (path, ...args) => new Promise((resolve) => {
  const names = path.split(".");
  const method = names.pop();
  const target = names.reduce((outer, name) => outer[name], Office.context);
  target[method](...args, ({ status, value, error }) => resolve({ status, value, code: error && error.code }));
});
Office.onReady((info) => { window.info = info; });
</script></body>`;
