import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { InlinkError } from "../core/errors.ts";
import { explain } from "./explain.ts";

interface Props {
  readonly error: InlinkError;
  readonly intent?: "error" | "warning" | "info";
  /** Buttons: what the user can do about it. */
  readonly children?: ReactNode;
}

/** A failure in plain words, announced to screen readers. */
export function Problem({ error, intent = "error", children }: Props) {
  const { title, text } = explain(error);
  return (
    <MessageBar intent={intent} layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <br />
        {text}
      </MessageBarBody>
      {children !== undefined && <MessageBarActions>{children}</MessageBarActions>}
    </MessageBar>
  );
}
