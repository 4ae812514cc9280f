import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { Waiting } from "../Waiting.tsx";
import { AddressFields } from "./AddressFields.tsx";
import { AdvancedFields } from "./AdvancedFields.tsx";
import { EarlierFiles } from "./EarlierFiles.tsx";
import { failureOf } from "./failure.ts";
import { KeyFields } from "./KeyFields.tsx";
import { NameFields } from "./NameFields.tsx";
import { useSetupPorts } from "./setupPorts.ts";
import type { SetupForm } from "./useSetup.ts";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalL },
  lead: { color: tokens.colorNeutralForeground3 },
  send: { alignSelf: "flex-start" },
});

/** Everything that set-up asks. The first field with a problem gets the focus. */
export function AnswersForm({ form }: { readonly form: SetupForm }) {
  const styles = useStyles();
  const { crypto } = useSetupPorts();
  const element = useRef<HTMLFormElement>(null);
  const { tries, state } = form;
  useEffect(() => {
    if (tries > 0) element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [tries]);
  const failure = state.step === "form" && state.failure ? failureOf(state.failure) : undefined;
  return (
    <form
      ref={element}
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        form.make();
      }}
    >
      <Text block className={styles.lead}>
        A few answers make all that Inlink needs: the key pair, config.json, the manifest for Outlook, the
        configuration of your web server, and each value to type into Jira. It is all made in this browser,
        and nothing leaves it: the page asks for nothing but config.json and manifest.xml in its own folder.
      </Text>
      {!crypto && (
        <Message
          title="Keys cannot be made on this page"
          text="Browsers make keys only on pages that came by https or from the disk. Open this page by https, or open setup.html from your disk."
        />
      )}
      <EarlierFiles form={form} />
      <AddressFields form={form} />
      <KeyFields form={form} />
      <NameFields form={form} />
      <AdvancedFields form={form} />
      {failure && <Message {...failure} />}
      {state.step === "making" ? (
        <Waiting label="Making the key and the files" />
      ) : (
        <Button className={styles.send} type="submit" size="large" appearance="primary" disabled={!crypto}>
          Make the files
        </Button>
      )}
    </form>
  );
}

function Message({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        <br />
        {text}
      </MessageBarBody>
    </MessageBar>
  );
}
