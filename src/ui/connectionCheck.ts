import { createContext, useContext } from "react";
import type { Facts } from "../core/doctor/finding.ts";
import type { DoctorPorts } from "../core/doctor/ports.ts";

/** What one examination works with. */
export interface Examination {
  readonly ports: DoctorPorts;
  /** What its report is of: version, page, time, browser. */
  readonly about: Facts;
}

/** @param passphrase just typed; undefined: the key as it is open on this page, or kept on this device. */
export type PrepareExamination = (passphrase: string | undefined) => Promise<Examination>;

const Context = createContext<(() => void) | undefined>(undefined);
export const ConnectionCheckProvider = Context.Provider;

/** Shows the connection check in the place of the pane, which keeps all that is in it meanwhile. */
export function useConnectionCheck(): () => void {
  return useContext(Context) ?? (() => undefined);
}
