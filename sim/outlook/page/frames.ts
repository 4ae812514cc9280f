/** Frames that office.js wakes up in: what it reads from their name and address before its first message. */
import type { AddinInfo } from "../item.ts";
import { eventMessage } from "./wire.ts";

export interface HostFrame {
  /** "taskpane" or "dialog-<n>". */
  readonly id: string;
  readonly element: HTMLIFrameElement;
  readonly conversationId: string;
  /** A frame dialog has its own: pane and dialog share sessionStorage, where office.js notes `<instanceId>IsDialog`. */
  readonly instanceId: string;
  readonly isDialog: boolean;
  /** Where events are sent: the origin of the last accepted message, at first that of the frame's address. */
  origin: string;
  /** Event name -> `targetId` of the registration. */
  readonly registrations: Map<string, string>;
}

export interface FrameAddress {
  readonly id: string;
  readonly url: string;
  readonly isDialog: boolean;
  readonly locale: string;
  /** The host's origin. */
  readonly origin: string;
  readonly localNetwork: boolean;
}

const SANDBOX =
  "allow-scripts allow-forms allow-same-origin ms-allow-popups allow-popups allow-popups-to-escape-sandbox " +
  "allow-downloads allow-modals allow-storage-access-by-user-activation";
const CLIPBOARD = "clipboard-read; clipboard-write";
/** Without these Chrome refuses the pane's requests to an intranet address. */
const LOCAL_NETWORK = "local-network-access; local-network; loopback-network";

let created = 0;

export function createFrame({ id, url, isDialog, locale, origin, localNetwork }: FrameAddress): HostFrame {
  const conversationId = crypto.randomUUID();
  const instanceId = crypto.randomUUID();
  const dialog = isDialog ? "isDialog" : "";
  const hostInfo = `Outlook$Web$16.01$${locale}$${crypto.randomUUID()}$${dialog}$$0`;
  const element = document.createElement("iframe");
  element.id = id;
  element.title = isDialog ? "Add-in dialog" : "Add-in task pane";
  if (isDialog) element.className = "dialog";
  element.setAttribute("sandbox", SANDBOX);
  element.allow = localNetwork ? `${LOCAL_NETWORK}; ${CLIPBOARD}` : CLIPBOARD;
  element.name = JSON.stringify({
    baseFrameName: `_xdm_${created++}__${instanceId}`,
    hostInfo,
    xdmInfo: `${conversationId}|${instanceId}|${origin}`,
    serializerVersion: "1",
    flights: "[]",
  });
  element.src = withHostInfo(url, hostInfo);
  return {
    ...{ id, element, conversationId, instanceId, isDialog },
    origin: new URL(url).origin,
    registrations: new Map(),
  };
}

/** Written out by hand: URLSearchParams would encode the dollar signs. */
function withHostInfo(url: string, hostInfo: string): string {
  const [before = "", ...fragment] = url.split("#");
  const joined = `${before}${before.includes("?") ? "&" : "?"}_host_Info=${hostInfo}`;
  return [joined, ...fragment].join("#");
}

export function isTrusted(origin: string, addin: AddinInfo): boolean {
  return [addin.taskpaneUrl, ...addin.appDomains].some((address) => originOf(address) === origin);
}

function originOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).origin : undefined;
}

/** Events reach only a frame that registered for them. */
export function eventFor(frame: HostFrame, name: string, data: unknown): string | undefined {
  return frame.registrations.has(name) ? eventMessage(name, frame.conversationId, data) : undefined;
}
