/**
 * Outlook's calls by number: what a pane beside a read mail can ask. Numbers and shapes: office.js itself.
 *
 * A call names no mail. It is about the one that is selected when it arrives, whatever the add-in still shows.
 */
import { server } from "./server.ts";
import { user, type Actions, type State } from "./state.ts";
import { isRecord, member } from "./wire.ts";

interface Call {
  readonly state: State;
  readonly actions: Actions;
  readonly parameters: unknown;
}
type Handler = (call: Call) => object | Promise<object>;

const UNSUPPORTED = 5000;
const INVALID_ATTACHMENT_ID = 9003;
const GENERIC_TOKEN_ERROR = 9018;
const SETTINGS_NOT_SAVED = 9019;
const ITEM_CHANGED = 9030;
const UNKNOWN_CATEGORY = 9044;
const SETTINGS_LIMIT = 32 * 1024;
const HTML = 3;

function success(data: unknown = null): object {
  return { error: false, data };
}

function failure(errorCode: number): object {
  return { error: true, errorCode };
}

export function executeMethod(dispid: number | undefined, call: Call): object | Promise<object> {
  const handler = dispid === undefined ? undefined : handlers[dispid];
  return handler ? handler(call) : failure(UNSUPPORTED);
}

type Selected = NonNullable<State["selected"]>;

/** A call about the selected mail; with none there is nothing to answer. */
function ofItem(handler: (mail: Selected, call: Call) => object | Promise<object>): Handler {
  return (call) => (call.state.selected ? handler(call.state.selected, call) : failure(ITEM_CHANGED));
}

const ignored: Handler = () => success();

/** Windows that Outlook would open: the bench only says so. */
function opens(what: string): Handler {
  return ({ actions, parameters }) => {
    const detail = JSON.stringify(parameters ?? {});
    actions.say(`Outlook would open ${what}: ${detail.length > 160 ? `${detail.slice(0, 160)}…` : detail}`);
    return success();
  };
}

const appointment = opens("a new appointment");
const message = opens("a message");
const existingAppointment = opens("an appointment");
const reply = opens("a reply");
const replyAll = opens("a reply to all");
const newMessage = opens("a new message");

type Change = "add" | "replace" | "remove";

function notification(change: Change): Handler {
  return ofItem((mail, { state, actions, parameters }) => {
    const refusal = state.notifications[change](mail.item.id, parameters);
    if (refusal !== undefined) return failure(refusal);
    actions.refresh();
    return success();
  });
}

const masterCategories = ["Red category", "Orange category", "Green category", "Blue category"].map(
  (displayName, index) => ({ displayName, color: `Preset${index}` }),
);

const handlers: Readonly<Record<number, Handler>> = {
  2: token,
  3: ofItem(async (mail, { state }) => {
    const all = await server.properties(state.mailbox.address);
    return { wasSuccessful: true, customProperties: all[mail.item.id] ?? "{}" };
  }),
  4: ofItem(async (mail, { state, parameters }) => {
    const { address } = state.mailbox;
    const all = await server.properties(address);
    const text = JSON.stringify(member(parameters, "customProperties") ?? {});
    await server.saveProperties(address, { ...all, [mail.item.id]: text });
    return success();
  }),
  5: () => ({ wasProxySuccessful: false, errorMessage: "EWS is switched off in this organisation." }),
  7: appointment,
  8: message,
  9: existingAppointment,
  10: reply,
  11: replyAll,
  12: token,
  14: ofItem((mail) => success(mail.format)),
  30: reply,
  31: replyAll,
  33: notification("add"),
  34: ofItem((mail, { state }) => success(state.notifications.of(mail.item.id))),
  35: notification("replace"),
  36: notification("remove"),
  37: ofItem((mail, { parameters }) => {
    return success(member(parameters, "coercionType") === HTML ? mail.html : mail.text);
  }),
  40: ignored,
  42: ({ actions }) => {
    actions.closePane();
    return success();
  },
  43: opens("a contact card"),
  44: newMessage,
  45: opens("another part of Outlook"),
  99: () => success(""),
  101: opens("the folder to move to"),
  108: ofItem((_, { state }) => {
    if (!state.mailbox.shared) return failure(UNSUPPORTED);
    const { address } = state.mailbox;
    const READ_WRITE = 1 + 2;
    return success({
      owner: address,
      targetMailbox: address,
      delegatePermissions: READ_WRITE,
      targetRestUrl: `${state.origin}/api`,
      targetEwsUrl: `${state.origin}/EWS/Exchange.asmx`,
    });
  }),
  149: ofItem((mail) => success(mail.item.attachments)),
  150: ofItem(async (mail, { state, parameters }) => {
    const id = member(parameters, "id");
    const index = mail.item.attachments.findIndex((attachment) => attachment.id === id);
    if (index < 0) return failure(INVALID_ATTACHMENT_ID);
    return success(await server.file(state.mailbox.address, mail.n, index));
  }),
  157: ofItem((mail, { state }) => {
    const names = state.categories.get(mail.item.id) ?? [];
    return success(masterCategories.filter(({ displayName }) => names.includes(displayName)));
  }),
  158: categories((had, named) => [...new Set([...had, ...named])]),
  159: categories((had, named) => had.filter((name) => !named.includes(name))),
  160: () => success(masterCategories),
  163: ignored,
  168: ofItem((mail) => success(mail.headers)),
  177: appointment,
  178: newMessage,
  179: message,
  180: existingAppointment,
  181: reply,
  182: replyAll,
  183: reply,
  184: replyAll,
  193: ignored,
  204: ofItem(async (mail, { state }) => success(await server.original(state.mailbox.address, mail.n))),
  400: ignored,
  401: ignored,
  402: ignored,
  403: ({ parameters }) => {
    const url = member(parameters, "launchUrl");
    if (typeof url === "string") window.open(url, "_blank", "noopener");
    return success();
  },
  404: saveSettings,
};

/** Legacy Exchange tokens are off in Exchange Online. */
function token(): object {
  return {
    wasSuccessful: false,
    errorCode: GENERIC_TOKEN_ERROR,
    errorMessage: "Legacy tokens are turned off.",
  };
}

/** One object with every key; whoever saves last wins. */
async function saveSettings({ state, parameters }: Call): Promise<object> {
  const bag: unknown = Array.isArray(parameters) ? parameters[0] : undefined;
  if (!isRecord(bag)) return failure(SETTINGS_NOT_SAVED);
  const texts = Object.fromEntries(Object.entries(bag).map(([key, value]) => [key, String(value)]));
  if (JSON.stringify(texts).length > SETTINGS_LIMIT) return failure(SETTINGS_NOT_SAVED);
  if (!(await server.saveSettings(user(state).address, texts))) return failure(SETTINGS_NOT_SAVED);
  state.settings = texts;
  return success();
}

function categories(
  change: (had: readonly string[], named: readonly string[]) => readonly string[],
): Handler {
  return ofItem((mail, { state, actions, parameters }) => {
    const given = member(parameters, "categories");
    const named = (Array.isArray(given) ? given : []).map(String);
    const unknown = named.some((name) => !masterCategories.some(({ displayName }) => displayName === name));
    if (unknown) return failure(UNKNOWN_CATEGORY);
    state.categories.set(mail.item.id, change(state.categories.get(mail.item.id) ?? [], named));
    actions.refresh();
    return success();
  });
}
