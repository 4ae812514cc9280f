/** The messages that an add-in puts above a mail. Limits and error codes as office.js documents them. */
import { member } from "./wire.ts";

interface Notification {
  readonly key: string;
  readonly type: "informationalMessage" | "progressIndicator" | "errorMessage" | "insightMessage";
  readonly message: string;
  readonly icon?: string;
  /** Stays with the mail when another one is selected and this one again. */
  readonly persistent: boolean;
}

type Refusal = 9023 | 9024 | 9025;

export interface Notifications {
  of(itemId: string): readonly Notification[];
  /** @param parameters of the call, unchecked. */
  add(itemId: string, parameters: unknown): Refusal | undefined;
  replace(itemId: string, parameters: unknown): Refusal | undefined;
  remove(itemId: string, parameters: unknown): Refusal | undefined;
  /** The mail is left: what does not persist goes. */
  leave(itemId: string): void;
}

const DUPLICATE_KEY = 9023;
const KEY_NOT_FOUND = 9024;
const TOO_MANY = 9025;
const MOST = 5;
const TYPES = ["informationalMessage", "progressIndicator", "errorMessage", "insightMessage"] as const;

export function createNotifications(): Notifications {
  const byItem = new Map<string, readonly Notification[]>();
  const of = (itemId: string) => byItem.get(itemId) ?? [];
  const has = (itemId: string, key: string) => of(itemId).some((entry) => entry.key === key);
  return {
    of,
    add: (itemId, parameters) => {
      const added = parse(parameters);
      if (has(itemId, added.key)) return DUPLICATE_KEY;
      if (of(itemId).length >= MOST) return TOO_MANY;
      byItem.set(itemId, [...of(itemId), added]);
      return undefined;
    },
    replace: (itemId, parameters) => {
      const put = parse(parameters);
      if (!has(itemId, put.key)) return KEY_NOT_FOUND;
      byItem.set(
        itemId,
        of(itemId).map((entry) => (entry.key === put.key ? put : entry)),
      );
      return undefined;
    },
    remove: (itemId, parameters) => {
      const { key } = parse(parameters);
      if (!has(itemId, key)) return KEY_NOT_FOUND;
      byItem.set(
        itemId,
        of(itemId).filter((entry) => entry.key !== key),
      );
      return undefined;
    },
    leave: (itemId) => {
      byItem.set(
        itemId,
        of(itemId).filter((entry) => entry.persistent),
      );
    },
  };
}

function parse(parameters: unknown): Notification {
  const [type, icon] = [member(parameters, "type"), member(parameters, "icon")];
  return {
    key: text(member(parameters, "key")),
    type: (typeof type === "number" ? TYPES[type] : undefined) ?? "informationalMessage",
    message: text(member(parameters, "message")),
    ...(typeof icon === "string" && { icon }),
    persistent: member(parameters, "persistent") === true,
  };
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}
