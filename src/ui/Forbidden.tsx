import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";

/** Why this mail cannot be sent; nothing where it can. */
export function Forbidden({ domain }: { readonly domain: string | undefined }) {
  if (domain === undefined) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Not to be sent</MessageBarTitle>
        <br />
        Your administrator lets nothing of {domain} go to Jira: neither its mails, nor texts that name it.
        Nothing was sent. If only the text names it, take that part out, and do not attach the mail itself.
      </MessageBarBody>
    </MessageBar>
  );
}
