import { Button, MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-components";
import { useState } from "react";
import { usePanePorts } from "./panePorts.ts";

/** Says so where the passphrase will be asked for again, because this browser keeps nothing for us. */
export function KeyNotice() {
  const { key } = usePanePorts();
  const [read, setRead] = useState(false);
  if (key.lasts !== "pane" || read) return null;
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        This browser lets Inlink keep nothing, so the key stays open only until this pane closes. Next time
        you will be asked for the team passphrase again.
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => setRead(true)}>I see</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
