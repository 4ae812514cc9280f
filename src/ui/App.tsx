/** The pane of somebody who has a working configuration: who acts, which mail, and what becomes of it. */
import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { lazy, Suspense } from "react";
import type { SessionState } from "../core/flow.ts";
import { AccountBar } from "./AccountBar.tsx";
import { ElsewhereBar } from "./ElsewhereBar.tsx";
import { Footer } from "./Footer.tsx";
import { ForgetKey } from "./ForgetKey.tsx";
import { KeyNotice } from "./KeyNotice.tsx";
import { Problem } from "./Problem.tsx";
import { SignIn } from "./SignIn.tsx";
import { usePane } from "./usePane.ts";
import { useSignIn } from "./useSignIn.ts";
import { useSubmission } from "./useSubmission.ts";
import { Waiting } from "./Waiting.tsx";

/** The form is not needed for the first paint; `pages/taskpane` starts loading it meanwhile. */
const Workbench = lazy(() => import("./Workbench.tsx").then((module) => ({ default: module.Workbench })));

const useStyles = makeStyles({
  pane: {
    display: "flex",
    flexDirection: "column",
    minHeight: "100vh",
    backgroundColor: tokens.colorNeutralBackground1,
  },
  body: {
    display: "flex",
    flexDirection: "column",
    flexGrow: 1,
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
  },
});

export function App({ session: firstSession }: { readonly session: SessionState }) {
  const styles = useStyles();
  const { pane, work, tell } = usePane(firstSession);
  const actions = useSignIn(tell);
  const submission = useSubmission(tell);
  const { session, mail } = pane;
  const signedIn = session.step === "signed-in";

  return (
    <div className={styles.pane}>
      {signedIn && <AccountBar account={session.account} onSignOut={actions.signOut} />}
      <main className={styles.body}>
        <KeyNotice />
        {signedIn && session.notKept && (
          <>
            <Problem error={session.notKept} intent="warning" />
            <Text block>
              You are signed in, but only until this pane closes: the mailbox did not keep it.
            </Text>
          </>
        )}
        {!signedIn && <SignIn session={session} mail={mail} actions={actions} compact={work !== undefined} />}
        <ElsewhereBar pane={pane} />
        {work && (
          <Suspense fallback={<Waiting label="Opening the form" />}>
            <Workbench
              key={`${pane.signIns} ${work.mail.id}`}
              work={work}
              account={signedIn ? session.account : undefined}
              submission={submission}
              tell={tell}
            />
          </Suspense>
        )}
        {signedIn && !mail && <NoMail />}
      </main>
      <Footer>
        <ForgetKey />
      </Footer>
    </div>
  );
}

function NoMail() {
  return <p>Select a mail to turn it into a Jira issue, or to add it to one.</p>;
}
