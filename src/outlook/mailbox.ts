import type { InlinkError } from "../core/errors.ts";
import type { Mailbox } from "../core/ports.ts";
import { readBody } from "./body.ts";
import { readEnvironment } from "./environment.ts";
import { readFile, readOriginal } from "./files.ts";
import { mailOf, selectedItem } from "./item.ts";
import { createLine } from "./line.ts";
import { watchSelection } from "./selection.ts";

/**
 * To be called once, after officeReady.
 * @param onTrouble told when Outlook refuses to say which mail is selected: a pinned pane then follows the user
 *   only when it gets the focus.
 */
export function createMailbox(onTrouble: (error: InlinkError) => void): Mailbox {
  const selection = watchSelection(onTrouble);
  const inTurn = createLine(); // several files at once give random errors (office-js issue 6333)
  return {
    address: readEnvironment().address,
    currentMail: () => mailOf(selectedItem()),
    onMailChanged: selection.onChange,
    body: (mailId) => selection.during(mailId, readBody),
    file: (mailId, fileId) => inTurn(() => selection.during(mailId, (item) => readFile(item, fileId))),
    original: (mailId) => inTurn(() => selection.during(mailId, readOriginal)),
  };
}
