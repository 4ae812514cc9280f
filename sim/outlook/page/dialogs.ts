/** Dialogs that the host shows in a frame (`displayInIframe`). Popups are office.js's own affair. */
import { createFrame, isTrusted, type HostFrame } from "./frames.ts";
import type { Actions, State } from "./state.ts";
import { member } from "./wire.ts";

const UNSUPPORTED = 5000;
const UNTRUSTED_DOMAIN = 12004;
const NEEDS_HTTPS = 12005;
const ALREADY_OPEN = 12007;
/** What the pane is told when the user closes the dialog. */
export const closedByUser = { messageType: 12006 };

let opened = 0;

/** @param target JSON text of the registration: url, height and width in percent of the window. */
export function openDialog(state: State, target: string, actions: Pick<Actions, "closeDialog">): number {
  const wanted: unknown = JSON.parse(target);
  const url = String(member(wanted, "url"));
  if (!state.frameDialogs) return UNSUPPORTED;
  if (!url.startsWith("https://")) return NEEDS_HTTPS;
  if (!isTrusted(new URL(url).origin, state.addin)) return UNTRUSTED_DOMAIN;
  if (state.dialog) return ALREADY_OPEN;
  opened += 1;
  const { locale, origin, localNetwork } = state;
  const frame = createFrame({ id: `dialog-${opened}`, url, isDialog: true, locale, origin, localNetwork });
  state.dialog = frame;
  show(state, frame, wanted, () => {
    actions.closeDialog("user");
  });
  return 0;
}

function show(state: State, frame: HostFrame, wanted: unknown, close: () => void): void {
  const overlay = element("div", "overlay");
  const box = element("div", "dialog-box");
  const percent = (value: unknown) => (typeof value === "number" ? Math.min(Math.max(value, 1), 99) : 80);
  box.style.width = `${percent(member(wanted, "width"))}vw`;
  box.style.height = `${percent(member(wanted, "height"))}vh`;
  const bar = element("div", "dialog-bar");
  const title = element("span", "");
  title.textContent = state.addin.name;
  const button = document.createElement("button");
  button.className = "icon";
  button.id = "close-dialog";
  button.title = "Close dialog";
  button.textContent = "✕";
  button.addEventListener("click", close);
  bar.append(title, button);
  box.append(bar, frame.element);
  overlay.append(box);
  document.body.append(overlay);
}

/** Takes the frame off the page. */
export function hideDialog(state: State): void {
  state.dialog?.element.closest(".overlay")?.remove();
  state.dialog = undefined;
}

function element(tag: "div" | "span", className: string): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

/** The dialog's `messageParent`; undefined when it is meant for an origin that the pane does not have. */
export function toPane(state: State, frame: HostFrame, data: unknown): object | undefined {
  const meant = member(data, "targetOrigin");
  if (!frame.isDialog || !state.pane || !reaches(meant, state.pane)) return undefined;
  return { messageType: 0, messageContent: member(data, "messageToParent"), messageOrigin: frame.origin };
}

/** The pane's `messageChild`. */
export function toDialog(state: State, frame: HostFrame, data: unknown): object | undefined {
  const meant = member(data, "targetOrigin");
  if (frame.isDialog || !state.dialog || !reaches(meant, state.dialog)) return undefined;
  return { messageType: 1, messageContent: member(data, "messageContent"), messageOrigin: frame.origin };
}

function reaches(meant: unknown, frame: HostFrame): boolean {
  return typeof meant !== "string" || meant === "*" || meant === "" || meant === frame.origin;
}
