import type { OutlookFacts } from "../../src/core/doctor/ports.ts";

/** An Outlook on the web that has everything. */
export const outlookFacts: OutlookFacts = {
  host: "OutlookWebApp",
  version: "20261101001.08",
  platform: "OfficeOnline",
  script: "ready",
  claimedSet: "1.15",
  methods: {
    "item.body.getAsync": true,
    "item.getAttachmentContentAsync": true,
    "item.getAsFileAsync": true,
    "mailbox.addHandlerAsync": true,
    "roamingSettings.saveAsync": true,
    "ui.displayDialogAsync": true,
    "ui.messageParent": true,
  },
};
