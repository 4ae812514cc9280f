import { createContext, useContext } from "react";
import type { Clock, Dialogs, Mailbox, OAuth, Recents, Settings } from "../core/ports.ts";
import type { RememberingJira } from "../core/rememberedJira.ts";
import type { Session } from "../core/session.ts";
import type { Zips } from "../core/zips.ts";

/** Everything the pane works with; `pages/taskpane` makes it, and each component takes from it what it needs. */
export interface PanePorts {
  readonly mailbox: Mailbox;
  readonly zips: Zips;
  readonly settings: Settings;
  readonly dialogs: Dialogs;
  readonly oauth: OAuth;
  readonly jira: RememberingJira;
  readonly session: Session;
  readonly recents: Recents;
  /** Of the site. Once it is open it stays so until the pane closes. */
  readonly key: {
    /** How long it needs no passphrase: "always" where it has none; "pane" where this browser keeps nothing for us. */
    readonly lasts: "always" | "device" | "pane";
    /** Takes it off this device. */
    forget(): Promise<void>;
  };
  readonly now: Clock;
  readonly siteId: string;
  /** Domains whose mails are not to be sent. */
  readonly neverSend: readonly string[];
  readonly siteName: string;
  /** The address that people open; links start with it. */
  readonly baseUrl: string;
  /** Our sign-in page, absolute: Jira's callback. */
  readonly signInPage: string;
}

const Context = createContext<PanePorts | undefined>(undefined);
export const PanePortsProvider = Context.Provider;

export function usePanePorts(): PanePorts {
  const ports = useContext(Context);
  if (!ports) throw new Error("There is no PanePortsProvider");
  return ports;
}
