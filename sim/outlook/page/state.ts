/** All that the page remembers. One object, changed in place by host.ts and page.ts. */
import type { AddinInfo, MailboxInfo, MailRecord } from "../item.ts";
import type { Bag } from "../settings.ts";
import type { HostFrame } from "./frames.ts";
import type { Notifications } from "./notifications.ts";
import type { ThemeName } from "./theme.ts";

interface PageParameters {
  readonly mailbox: string | undefined;
  readonly select: number | null;
  readonly paneOpen: boolean;
  readonly pinned: boolean;
  readonly theme: ThemeName;
  readonly width: number;
  readonly locale: string;
  readonly frameDialogs: boolean;
  /** Whether frames get the browser's permission for a local network passed on; Exchange on-premises does not. */
  readonly localNetwork: boolean;
  readonly lacks: readonly string[];
}

export interface State {
  /** The host's public origin. */
  readonly origin: string;
  readonly addin: AddinInfo;
  readonly mailboxes: readonly MailboxInfo[];
  readonly locale: string;
  readonly frameDialogs: boolean;
  readonly localNetwork: boolean;
  /** Methods of a mail that this Outlook does not have. */
  readonly lacks: readonly string[];
  mailbox: MailboxInfo;
  mails: readonly MailRecord[];
  selected: MailRecord | null;
  /** Loaded with the mailbox, and changed only by this page: as in Outlook, a save made elsewhere is not seen. */
  settings: Bag;
  theme: ThemeName;
  pinned: boolean;
  pane: HostFrame | undefined;
  dialog: HostFrame | undefined;
  readonly notifications: Notifications;
  /** Item id -> names. */
  readonly categories: Map<string, readonly string[]>;
}

/** What the outside of the page may ask of it: the buttons, the add-in, and tests. */
export interface Actions {
  select(n: number | null): Promise<void>;
  switchMailbox(address: string): Promise<void>;
  setTheme(theme: ThemeName): void;
  openPane(): void;
  closePane(): void;
  /** Closed by the user, the pane is told; `dialog.close()` needs no telling. */
  closeDialog(by: "user" | "addin"): void;
  /** Draws the selected mail's notifications and categories anew. */
  refresh(): void;
  /** A short word at the bottom of the window. */
  say(text: string): void;
}

export function readParameters(query: URLSearchParams): PageParameters {
  const select = query.get("select") ?? "1";
  return {
    mailbox: query.get("mailbox") ?? undefined,
    select: select === "none" ? null : Number(select),
    paneOpen: query.get("pane") === "open",
    pinned: query.get("pin") !== "no",
    theme: query.get("theme") === "dark" ? "dark" : "light",
    width: Number(query.get("width") ?? 320),
    locale: query.get("locale") ?? "en-US",
    frameDialogs: query.get("frameDialogs") !== "no",
    localNetwork: query.get("localNetwork") !== "no",
    lacks: query.get("lacks")?.split(",") ?? [],
  };
}

/** Whose Outlook this is: in a shared mailbox still the user's, and so are roaming settings. */
export function user(state: Pick<State, "mailbox" | "mailboxes">): MailboxInfo {
  if (!state.mailbox.shared) return state.mailbox;
  return state.mailboxes.find(({ shared }) => !shared) ?? state.mailbox;
}
