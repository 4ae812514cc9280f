/**
 * Which mail is selected, and how often that has changed.
 *
 * Outlook answers a call on an item for whatever is selected *when the call arrives*. So whoever reads takes the
 * selection's mark before, and compares it after: the mail's id alone would not show "away and back again".
 */
import { MailChanged, OutlookLacks, isInlinkError, type InlinkError } from "../core/errors.ts";
import { callAsync } from "./callAsync.ts";
import { mailIdOf, selectedItem, type Item } from "./item.ts";
import { has } from "./member.ts";

export interface Selection {
  onChange(listener: () => void): () => void;
  /** Runs `read` on the selected mail. Throws MailChanged where that is not `mailId`, or no longer so at the end. */
  during<T>(mailId: string, read: (item: Item) => Promise<T>): Promise<T>;
}

/** Watches for as long as the page lives: without a handler, office.js keeps `mailbox.item` at the first mail. */
export function watchSelection(onTrouble: (error: InlinkError) => void): Selection {
  const listeners = new Set<() => void>();
  let id = mailIdOf(selectedItem());
  let changes = 0;

  function look(): void {
    const now = mailIdOf(selectedItem());
    if (now === id) return;
    id = now;
    changes += 1;
    for (const listener of listeners) listener();
  }

  listen(look).catch((error: unknown) => {
    if (!isInlinkError(error)) throw error;
    onTrouble(error);
  });
  // Some Outlooks never fire ItemChanged (office-js issues 6833, 5987): look again when the user comes back.
  window.addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);

  return {
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    during: async (mailId, read) => {
      look();
      const mark = changes;
      const item = selectedItem();
      if (item === undefined || id !== mailId) throw new MailChanged();
      const stillThere = (): boolean => {
        look();
        return mark === changes;
      };
      const found = await read(item).catch((error: unknown) => {
        throw stillThere() ? error : new MailChanged(); // a failure of another mail's call says nothing about this one
      });
      if (!stillThere()) throw new MailChanged();
      return found;
    },
  };
}

async function listen(look: () => void): Promise<void> {
  const mailbox = Office.context.mailbox;
  if (!has(mailbox, "addHandlerAsync")) throw new OutlookLacks("mailbox.addHandlerAsync");
  await callAsync<unknown>("mailbox.addHandlerAsync", (done) =>
    mailbox.addHandlerAsync(Office.EventType.ItemChanged, look, done),
  );
}
