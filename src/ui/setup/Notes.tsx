import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { Note } from "../../setup/notes.ts";

/** What is at stake comes first. */
export function Notes({ notes }: { readonly notes: readonly Note[] }) {
  const ordered = [...notes].sort((one, other) => rank(one) - rank(other));
  return ordered.map(({ id, kind, title, text }) => (
    <MessageBar key={id} intent={kind === "warning" ? "warning" : "info"} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <br />
        {text}
      </MessageBarBody>
    </MessageBar>
  ));
}

function rank({ kind }: Note): number {
  return kind === "warning" ? 0 : 1;
}
