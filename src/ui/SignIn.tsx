import {
  Button,
  Field,
  Input,
  Link,
  makeStyles,
  Spinner,
  Subtitle2,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useState } from "react";
import type { SessionState } from "../core/flow.ts";
import type { Mail } from "../core/mail/mail.ts";
import { approvalPage } from "../core/signIn.ts";
import { usePanePorts } from "./panePorts.ts";
import { Problem } from "./Problem.tsx";
import type { SignInActions } from "./useSignIn.ts";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalXXL,
  },
  compact: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalM,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  logo: { width: "48px", height: "48px", alignSelf: "center" },
  centred: { textAlign: "center" },
  quiet: { color: tokens.colorNeutralForeground3 },
  stack: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
});

interface Props {
  readonly session: Exclude<SessionState, { step: "signed-in" }>;
  readonly mail: Mail | undefined;
  readonly actions: SignInActions;
  /** A draft is on screen below. */
  readonly compact: boolean;
}

export function SignIn({ session, mail, actions, compact }: Props) {
  const styles = useStyles();
  return (
    <section className={compact ? styles.compact : styles.page} aria-label="Sign in">
      {!compact && <Welcome mail={mail} />}
      <Step session={session} actions={actions} />
    </section>
  );
}

function Welcome({ mail }: { readonly mail: Mail | undefined }) {
  const styles = useStyles();
  return (
    <>
      <img className={styles.logo} src="assets/icon-128.png" alt="" />
      <Subtitle2 as="h1" block className={styles.centred}>
        {mail ? "Turn this mail into a Jira issue" : "Turn mails into Jira issues"}
      </Subtitle2>
      {mail && (
        <Text block truncate className={styles.centred}>
          {mail.subject}
        </Text>
      )}
    </>
  );
}

function Step({ session, actions }: { readonly session: Props["session"]; readonly actions: SignInActions }) {
  switch (session.step) {
    case "signed-out":
      return <SignedOut session={session} onSignIn={actions.signIn} />;
    case "asking":
      return <Spinner size="small" label="Asking Jira" />;
    case "approving":
      return <Approving actions={actions} />;
    case "code":
      return <CodeByHand session={session} actions={actions} />;
    case "exchanging":
      return <Spinner size="small" label="Signing in" />;
  }
}

interface SignedOutProps {
  readonly session: Extract<SessionState, { step: "signed-out" }>;
  onSignIn(): void;
}

function SignedOut({ session, onSignIn }: SignedOutProps) {
  const styles = useStyles();
  const { siteName, baseUrl } = usePanePorts();
  return (
    <div className={styles.stack}>
      {session.leftBehind && (
        <Text block>
          You are signed out here. The access that you gave stays valid in Jira until you revoke it there:{" "}
          <Link href={`${baseUrl}/plugins/servlet/oauth/users/access-tokens`} target="_blank" rel="noopener">
            authorised applications
          </Link>
          .
        </Text>
      )}
      {session.why && <Problem error={session.why} />}
      {session.leftBehind && session.why && (
        <Text block>The mailbox still holds your sign-in. Reload the pane and sign out again.</Text>
      )}
      <Button appearance="primary" onClick={onSignIn}>
        Sign in to Jira
      </Button>
      <Text block size={200} className={styles.quiet}>
        {siteName} opens in a window and asks whether Inlink may act for you. Inlink never sees your password,
        and no other server takes part.
      </Text>
    </div>
  );
}

function Approving({ actions }: { readonly actions: SignInActions }) {
  const styles = useStyles();
  return (
    <div className={styles.stack}>
      <Spinner size="small" label="Log in and press Allow in the window that opened" labelPosition="below" />
      <Button onClick={actions.useCode}>Type a code instead</Button>
      <Button appearance="subtle" onClick={actions.cancel}>
        Cancel
      </Button>
    </div>
  );
}

interface CodeProps {
  readonly session: Extract<SessionState, { step: "code" }>;
  readonly actions: SignInActions;
}

/** The same request token, without the window's help: Jira's page in a tab shows a code on the way back. */
function CodeByHand({ session: { requestToken, why }, actions }: CodeProps) {
  const styles = useStyles();
  const ports = usePanePorts();
  const [code, setCode] = useState("");
  return (
    <form
      noValidate
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim() !== "") actions.enterCode(requestToken, code);
      }}
    >
      {why && <Problem error={why} intent="warning" />}
      <Button onClick={() => actions.openWindow(requestToken)}>Open the window again</Button>
      <Link href={approvalPage(ports, requestToken)} target="_blank" rel="noopener">
        Open Jira’s page in a new tab
      </Link>
      <Field label="Verification code" hint="Jira’s page shows it after you press Allow.">
        <Input value={code} autoComplete="off" onChange={(_, data) => setCode(data.value)} />
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={code.trim() === ""}>
        Sign in with this code
      </Button>
      <Button appearance="subtle" onClick={actions.cancel}>
        Cancel
      </Button>
    </form>
  );
}
