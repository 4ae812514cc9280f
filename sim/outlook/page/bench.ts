/** What tests reach as `window.bench`. */
import type { Faults } from "./faults.ts";
import type { LogEntry } from "./host.ts";
import type { Actions } from "./state.ts";
import type { MailRecord } from "../item.ts";

export interface Bench extends Pick<Actions, "setTheme" | "openPane" | "closePane"> {
  /** Every message both ways, oldest first. */
  readonly log: readonly LogEntry[];
  readonly faults: Faults;
  /** @param n 1 for the first mail of `mails`; null selects nothing. */
  select(n: number | null): Promise<void>;
  /** The pane, if it is open, is loaded anew for the other user. */
  switchMailbox(address: string): Promise<void>;
  /** Of the open mailbox, by file name. */
  readonly mails: readonly MailRecord[];
  /** Address of the open mailbox. */
  readonly mailbox: string;
}

declare global {
  interface Window {
    bench: Bench;
  }
}
