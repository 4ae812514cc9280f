/** Takes the add-in's messages, answers them, and sends it events. */
import { openDialog, toDialog, toPane } from "./dialogs.ts";
import { executeMethod } from "./dispatch.ts";
import type { Fault } from "./faults.ts";
import { eventFor, isTrusted, type HostFrame } from "./frames.ts";
import { appContext, initialData } from "./mailbox.ts";
import type { Actions, State } from "./state.ts";
import { answerMessage, dispatchId, member, parseRequest, type HostRequest } from "./wire.ts";

/** One message. `data` is `_data` of the protocol. */
export interface LogEntry {
  /** in: from the add-in. out: answer or event to it. ignored: of an origin that is not the add-in's, or no message of office.js. */
  readonly direction: "in" | "out" | "ignored";
  /** Id of the frame that sent it or gets it; "" for a window that is none of ours. */
  readonly from: string;
  /** Action or event. */
  readonly name: string;
  readonly dispid?: number;
  readonly data: unknown;
}

interface HostTools {
  readonly state: State;
  readonly actions: Actions;
  readonly log: LogEntry[];
  takeFault(request: HostRequest): Fault | undefined;
}

/** Answer's payload; `undefined` stands for a call that failed below the protocol. */
type Payload = object | null | undefined;

const INTERNAL_ERROR = 5001;
const SSO_NOT_SUPPORTED = 13000;

export function sendEvent(log: LogEntry[], frame: HostFrame | undefined, name: string, data: unknown): void {
  const text = frame && eventFor(frame, name, data);
  if (!frame || text === undefined) return;
  log.push({ direction: "out", from: frame.id, name, data });
  frame.element.contentWindow?.postMessage(text, frame.origin);
}

export function listenToAddin(tools: HostTools): void {
  window.addEventListener("message", (event: MessageEvent<unknown>) => {
    const { state, log } = tools;
    const frame = [state.pane, state.dialog].find((one) => one?.element.contentWindow === event.source);
    const request = parseRequest(event.data);
    if (!frame || !request || !isTrusted(event.origin, state.addin) || !isAbout(frame, request)) {
      log.push({ direction: "ignored", from: frame?.id ?? "", name: event.origin, data: event.data });
      return;
    }
    frame.origin = event.origin;
    log.push({ direction: "in", ...entry(frame, request), data: request._data });
    void serve(tools, frame, request);
  });
}

function isAbout(frame: HostFrame, request: HostRequest): boolean {
  return request._conversationId === frame.conversationId;
}

function entry(frame: HostFrame, request: HostRequest): Pick<LogEntry, "from" | "name" | "dispid"> {
  const dispid = dispatchId(request);
  return { from: frame.id, name: request._actionName, ...(dispid !== undefined && { dispid }) };
}

async function serve(tools: HostTools, frame: HostFrame, request: HostRequest): Promise<void> {
  const fault = tools.takeFault(request);
  const origin = frame.origin;
  const payload =
    fault?.effect === "fail"
      ? failed(request, fault.errorCode ?? INTERNAL_ERROR)
      : await answer(tools, frame, request);
  if (fault?.effect === "drop") return;
  if (fault?.effect === "delay") await new Promise((done) => setTimeout(done, fault.ms ?? 1000));
  const text = answerMessage(request, payload ?? null, payload === undefined ? -2 : 0);
  tools.log.push({ direction: "out", ...entry(frame, request), data: payload });
  frame.element.contentWindow?.postMessage(text, origin);
}

function failed(request: HostRequest, errorCode: number): Payload {
  if (request._actionType !== 0) return { Error: errorCode };
  if (request._actionName === "ExecuteMethod") return { error: true, errorCode };
  if (request._actionName === "executeMethod") return { Version: 1, Error: errorCode };
  return undefined;
}

async function answer(tools: HostTools, frame: HostFrame, request: HostRequest): Promise<Payload> {
  const { state, actions } = tools;
  if (request._actionType === 1) return { Error: register(tools, frame, request) };
  if (request._actionType === 2) {
    frame.registrations.delete(request._actionName);
    if (request._actionName === "dialogMessageReceived") actions.closeDialog("addin");
    return { Error: 0 };
  }
  switch (request._actionName) {
    case "ContextActivationManager_getAppContextAsync":
      frame.registrations.clear(); // the frame's page is new
      return appContext(state, frame);
    case "ContextActivationManager_notifyHost":
      noticeKeys(request._data);
      return null;
    case "GetInitialData":
      return initialData(state);
    case "ExecuteMethod": {
      const parameters = member(request._data, "ApiParams");
      return executeMethod(dispatchId(request), { state, actions, parameters });
    }
    case "executeMethod":
      return { Version: 1, Error: 0, ...commonMethod(tools, frame, request) };
    default:
      return undefined;
  }
}

/** Pages in a frame load and register again: the last registration counts. */
function register({ state, actions }: HostTools, frame: HostFrame, request: HostRequest): number {
  const targetId = member(request._data, "targetId");
  const target = typeof targetId === "string" ? targetId : "";
  if (request._actionName === "dialogMessageReceived") {
    const refusal = openDialog(state, target, actions);
    if (refusal !== 0) return refusal;
  }
  frame.registrations.set(request._actionName, target);
  return 0;
}

/** Office's common calls, not Outlook's own. */
function commonMethod({ state, actions, log }: HostTools, frame: HostFrame, request: HostRequest): object {
  switch (dispatchId(request)) {
    case 97:
      actions.closePane();
      return {};
    case 98:
      return { Error: SSO_NOT_SUPPORTED };
    case 144: {
      const message = toPane(state, frame, request._data);
      if (message) sendEvent(log, state.pane, "dialogMessageReceived", message);
      return {};
    }
    case 145: {
      const message = toDialog(state, frame, request._data);
      if (message) sendEvent(log, state.dialog, "dialogParentMessageReceived", message);
      return {};
    }
    case undefined:
    default:
      return { Error: 5000 };
  }
}

const TAB_PAST_END = 13;
const TAB_PAST_START = 14;
const ESCAPE = 15;

/** office.js keeps these keys from the browser and hands the focus over. */
function noticeKeys(data: unknown): void {
  const action: unknown = Array.isArray(data) ? data[1] : undefined;
  if (action === ESCAPE || action === TAB_PAST_START) document.getElementById("close-pane")?.focus();
  if (action === TAB_PAST_END) document.getElementById("mailboxes")?.focus();
}
