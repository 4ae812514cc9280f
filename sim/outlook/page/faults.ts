/** A host that misbehaves on demand. */
import type { HostRequest } from "./wire.ts";
import { dispatchId } from "./wire.ts";

export interface Fault {
  /** All given members must fit. `name`: action or event name, such as "ExecuteMethod". Neither: every request. */
  readonly match: { readonly name?: string; readonly dispid?: number };
  /** drop: done, but never answered. delay: done at once, answered late. fail: not done, answered with an error. */
  readonly effect: "drop" | "delay" | "fail";
  /** Delay in milliseconds, 1000 if absent. */
  readonly ms?: number;
  /** Of `fail`, 5001 (internal error) if absent. */
  readonly errorCode?: number;
  /** How often it strikes; for ever if absent. */
  readonly times?: number;
}

export interface Faults {
  add(fault: Fault): void;
  clear(): void;
}

export function createFaults(): Faults & { take(request: HostRequest): Fault | undefined } {
  let pending: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (fault) => {
      pending.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear: () => {
      pending = [];
    },
    take: (request) => {
      const struck = pending.find((entry) => entry.left > 0 && fits(entry.fault, request));
      if (struck) struck.left -= 1;
      return struck?.fault;
    },
  };
}

function fits({ match }: Fault, request: HostRequest): boolean {
  return (
    (match.name === undefined || match.name === request._actionName) &&
    (match.dispid === undefined || match.dispid === dispatchId(request))
  );
}
