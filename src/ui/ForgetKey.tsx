import { Link, Text } from "@fluentui/react-components";
import { useState } from "react";
import { usePanePorts } from "./panePorts.ts";

/** For a device that others use, too. Only where a key is kept. */
export function ForgetKey() {
  const { key } = usePanePorts();
  const [forgotten, setForgotten] = useState(false);
  if (key.lasts !== "device") return null;
  if (forgotten)
    return (
      <Text size={200} role="status">
        Forgotten: when the pane opens next, it asks for the team passphrase.
      </Text>
    );
  return (
    <Link as="button" onClick={() => void key.forget().then(() => setForgotten(true))}>
      Forget the key on this device
    </Link>
  );
}
