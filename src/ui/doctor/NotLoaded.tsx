import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";

/** In the place of the check, whose code comes from the add-in's host as well. */
export function NotLoaded({ onBack }: { onBack?(): void }) {
  return (
    <main>
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>The connection check could not be loaded</MessageBarTitle>
          <br />
          The host of Inlink’s own files, {window.location.host}, does not hand it out. Nothing is lost. Check
          your connection, or tell your administrator.
        </MessageBarBody>
      </MessageBar>
      {onBack && <Button onClick={onBack}>Back</Button>}
    </main>
  );
}
