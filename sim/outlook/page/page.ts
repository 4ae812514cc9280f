/** Puts the page together: the state, what can be done to it, and the listeners. */
import type { Bench } from "./bench.ts";
import { closedByUser, hideDialog } from "./dialogs.ts";
import { createFaults } from "./faults.ts";
import { createFrame } from "./frames.ts";
import { listenToAddin, sendEvent, type LogEntry } from "./host.ts";
import { itemChangedData } from "./mailbox.ts";
import { createNotifications } from "./notifications.ts";
import { server } from "./server.ts";
import { readParameters, user, type Actions, type State } from "./state.ts";
import { officeThemes, themeEventData } from "./theme.ts";
import { byId, drawList, drawMail, drawMailboxes, drawNotices, markSelected } from "./view.ts";

const parameters = readParameters(new URLSearchParams(location.search));
const start = await server.start();
const first = start.mailboxes.find(({ address }) => address === parameters.mailbox) ?? start.mailboxes[0];
if (!first) throw new Error("The bench has no mailbox");

const log: LogEntry[] = [];
const faults = createFaults();
const state: State = {
  ...start,
  ...{
    locale: parameters.locale,
    frameDialogs: parameters.frameDialogs,
    localNetwork: parameters.localNetwork,
    lacks: parameters.lacks,
  },
  ...{ theme: parameters.theme, pinned: parameters.pinned },
  ...{ mailbox: first, mails: [], selected: null, settings: {} },
  ...{ pane: undefined, dialog: undefined },
  notifications: createNotifications(),
  categories: new Map(),
};

const actions: Actions = {
  select: (n) => {
    const mail = state.mails.find((one) => one.n === n) ?? null;
    if (mail === state.selected) return Promise.resolve();
    if (state.selected) state.notifications.leave(state.selected.item.id);
    state.selected = mail;
    if (state.pane && !state.pinned) actions.closePane();
    show();
    sendEvent(log, state.pane, "olkItemSelectedChanged", itemChangedData(state));
    return Promise.resolve();
  },
  switchMailbox: async (address) => {
    const mailbox = state.mailboxes.find((one) => one.address === address);
    if (!mailbox) throw new Error(`No such mailbox: ${address}`);
    const wasOpen = state.pane !== undefined;
    actions.closePane();
    await load(mailbox, 1);
    if (wasOpen) actions.openPane();
  },
  setTheme: (theme) => {
    state.theme = theme;
    document.documentElement.dataset["theme"] = theme;
    byId("theme").setAttribute("aria-pressed", String(theme === "dark"));
    document.documentElement.style.setProperty("--pane-back", officeThemes[theme].bodyBackgroundColor);
    drawMail(state);
    sendEvent(log, state.pane, "officeThemeChanged", themeEventData(theme));
  },
  openPane: () => {
    if (state.pane) return;
    const { locale, origin, addin, localNetwork } = state;
    state.pane = createFrame({
      id: "taskpane",
      url: addin.taskpaneUrl,
      isDialog: false,
      locale,
      origin,
      localNetwork,
    });
    byId("pane-frame").replaceChildren(state.pane.element);
    showPane();
  },
  closePane: () => {
    hideDialog(state);
    state.pane?.element.remove();
    state.pane = undefined;
    showPane();
  },
  closeDialog: (by) => {
    hideDialog(state);
    if (by === "user") sendEvent(log, state.pane, "dialogMessageReceived", closedByUser);
  },
  refresh: () => {
    drawNotices(state);
  },
  say: (text) => {
    const toast = byId("toast");
    toast.textContent = text;
    toast.hidden = false;
    setTimeout(() => (toast.hidden = true), 6000);
  },
};

async function load(mailbox: State["mailbox"], n: number | null): Promise<void> {
  state.mailbox = mailbox;
  state.selected = null;
  const [mails, settings] = await Promise.all([
    server.mails(mailbox.address),
    server.settings(user(state).address),
  ]);
  state.mails = mails;
  state.settings = settings;
  state.selected = mails.find((mail) => mail.n === n) ?? null;
  drawMailboxes(state);
  drawList(state, (chosen) => void actions.select(chosen));
  show();
}

function show(): void {
  markSelected(state);
  drawMail(state);
  drawNotices(state);
}

function showPane(): void {
  const open = state.pane !== undefined;
  document.body.classList.toggle("pane-open", open);
  byId("open-pane").setAttribute("aria-pressed", String(open));
  markSelected(state); // the list has another height now
}

function togglePin(): void {
  state.pinned = !state.pinned;
  showPin();
}

function showPin(): void {
  const pin = byId("pin-pane");
  pin.setAttribute("aria-pressed", String(state.pinned));
  pin.title = state.pinned ? "Unpin" : "Pin: keep open while you read other mails";
}

function listenToUser(): void {
  byId("mailboxes").addEventListener("change", (event) => {
    if (event.target instanceof HTMLSelectElement) void actions.switchMailbox(event.target.value);
  });
  byId("theme").addEventListener("click", () => actions.setTheme(state.theme === "dark" ? "light" : "dark"));
  byId("open-pane").addEventListener("click", () => (state.pane ? actions.closePane() : actions.openPane()));
  byId("close-pane").addEventListener("click", actions.closePane);
  byId("pin-pane").addEventListener("click", togglePin);
}

const bench: Bench = {
  log,
  faults,
  select: actions.select,
  switchMailbox: actions.switchMailbox,
  setTheme: actions.setTheme,
  openPane: actions.openPane,
  closePane: actions.closePane,
  get mails() {
    return state.mails;
  },
  get mailbox() {
    return state.mailbox.address;
  },
};

document.documentElement.style.setProperty("--pane-width", `${parameters.width}px`);
for (const name of document.querySelectorAll(".addin-name")) name.textContent = state.addin.name;
listenToUser();
listenToAddin({ state, actions, log, takeFault: faults.take });
showPin();
actions.setTheme(parameters.theme);
await load(first, parameters.select);
if (parameters.paneOpen) actions.openPane();
window.bench = bench;
