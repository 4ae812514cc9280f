import { MessageBar, MessageBarBody } from "@fluentui/react-components";
import type { Work } from "../core/flow.ts";
import type { Seal } from "../core/mail/mail.ts";

const words: Readonly<Record<Seal, string>> = {
  signed:
    "This mail is signed. Its text goes to Jira without the signature; the mail itself (.eml) keeps it.",
  encrypted:
    "This mail is encrypted. What you send to Jira from it can be read there by everybody who sees the issue; the mail itself (.eml) may stay unreadable for them.",
  protected:
    "This mail is protected: its sender decided who may read and forward it. Jira does not keep that protection. Send only what you may pass on; the mail itself (.eml) cannot be opened by others.",
};

/** What is special about this mail, and what is missing of it. */
export function Sealed({ work: { mail, text, draft } }: { readonly work: Work }) {
  const isEmpty = text?.blocks.length === 0 && draft.text === undefined;
  if (mail.seal === undefined && !isEmpty) return null;
  return (
    <MessageBar
      intent={mail.seal === undefined || mail.seal === "signed" ? "info" : "warning"}
      layout="multiline"
    >
      <MessageBarBody>
        {mail.seal && words[mail.seal]}{" "}
        {isEmpty &&
          "Outlook gives Inlink no text of this mail. If you can read one, copy it into the field below."}
      </MessageBarBody>
    </MessageBar>
  );
}
