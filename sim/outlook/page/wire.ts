/** office.js's own messages: JSON text by postMessage, both ways. */

/** Add-in to host. */
export interface HostRequest {
  readonly _messageType: 0;
  readonly _actionName: string;
  readonly _conversationId: string;
  /** Counts from 0 with each load of the add-in's page. */
  readonly _correlationId: number;
  readonly _origin: string;
  readonly _data: unknown;
  /** 0 call, 1 register for an event, 2 unregister. */
  readonly _actionType: 0 | 1 | 2;
}

/** 0 answered; -2 handling failed: the library's callback is then never called. */
export type TransportError = 0 | -2;

export function parseRequest(text: unknown): HostRequest | undefined {
  if (typeof text !== "string") return undefined;
  try {
    const message: unknown = JSON.parse(text);
    return isRequest(message) ? message : undefined;
  } catch {
    return undefined; // not office.js: a browser extension, a developer tool
  }
}

function isRequest(message: unknown): message is HostRequest {
  return (
    isRecord(message) &&
    message["_messageType"] === 0 &&
    typeof message["_actionName"] === "string" &&
    typeof message["_conversationId"] === "string" &&
    typeof message["_correlationId"] === "number"
  );
}

export function answerMessage(request: HostRequest, data: unknown, error: TransportError): string {
  return message(request._actionName, request._conversationId, request._correlationId, {
    _data: data,
    _errorCode: error,
    _responseType: 0,
  });
}

export function eventMessage(name: string, conversationId: string, data: unknown): string {
  return message(name, conversationId, 0, { _data: data, _errorCode: 0, _responseType: 1 });
}

function message(name: string, conversationId: string, correlationId: number, rest: object): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: name,
    _conversationId: conversationId,
    _correlationId: correlationId,
    _origin: location.origin,
    _serializerVersion: 1,
    ...rest,
  });
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** The member of that name, undefined where there is none. */
export function member(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, name) => (isRecord(inner) ? inner[name] : undefined), value);
}

/** Outlook's and Office's calls carry their number in different places, registrations in a third. */
export function dispatchId(request: HostRequest): number | undefined {
  const data = request._data;
  const id =
    member(data, "MethodData", "DispatchId") ??
    member(data, "DdaMethod", "DispatchId") ??
    member(data, "eventDispId");
  return typeof id === "number" ? id : undefined;
}
