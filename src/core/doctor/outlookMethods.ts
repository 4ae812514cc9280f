/** The methods of office.js that Inlink uses, as paths from `Office.context` with `mailbox.item` as `item`. */
export const outlookMethods = [
  "item.body.getAsync",
  "item.getAttachmentContentAsync",
  "item.getAsFileAsync",
  "mailbox.addHandlerAsync",
  "roamingSettings.saveAsync",
  "ui.displayDialogAsync",
] as const;
export type OutlookMethod = (typeof outlookMethods)[number];

/** All others have a way round: text only, a button in the place of an event, a code to type, a shorter session. */
export const neededMethods: readonly OutlookMethod[] = ["item.body.getAsync"];
