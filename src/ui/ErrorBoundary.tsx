import { Button, MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { Component, type ReactNode } from "react";

interface Props {
  readonly children: ReactNode;
  /** What the user has to know; of the pane where absent. */
  readonly advice?: string;
}

const inThePane =
  "Your mail is untouched. If you were sending, look in Jira before you send again. Then reload the pane.";

/** A bug of ours: says so, instead of an empty pane. React knows error boundaries as classes only. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main>
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Inlink has met a fault of its own</MessageBarTitle>
            <br />
            {this.props.advice ?? inThePane}
          </MessageBarBody>
        </MessageBar>
        <Button onClick={() => window.location.reload()}>Reload</Button>
      </main>
    );
  }
}
