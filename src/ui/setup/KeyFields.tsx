import { Text } from "@fluentui/react-components";
import { Choice, type Option } from "./Choice.tsx";
import { keyPlan, type KeyChoice } from "./keyChoice.ts";
import { PlainKeyWarning, ProtectionChoice } from "./ProtectionChoice.tsx";
import { SecretField } from "./SecretField.tsx";
import { Section } from "./Section.tsx";
import type { SetupForm } from "./useSetup.ts";

/** The key with which Inlink signs: a new one, or what becomes of the one that is there. */
export function KeyFields({ form }: { readonly form: SetupForm }) {
  const { key, earlier, wrongKey, state } = form;
  const plan = keyPlan(key, earlier.key);
  const locked = state.step === "form" && state.failure?.code === "key-locked" && !plan.makes;
  return (
    <Section title="Key">
      <Text block>
        Inlink signs its requests with a private key, which is in config.json. Jira gets the public half.
      </Text>
      {earlier.key === "unusable" && (
        <Text block>
          The key in the earlier config.json is none that Inlink can read: a new one takes its place.
        </Text>
      )}
      {(earlier.key === "passphrase" || earlier.key === "plain") && (
        <Choice
          label="The key of the earlier run"
          options={choices(earlier.key)}
          chosen={key.what}
          onChoose={(what) => form.chooseKey({ ...key, what })}
        />
      )}
      {plan.asksProtection && (
        <ProtectionChoice
          choice={key}
          mayBePlain={plan.mayBePlain}
          missing={wrongKey === "own"}
          onChoose={form.chooseKey}
        />
      )}
      {plan.takesProtectionOff && <PlainKeyWarning />}
      {(plan.takesProtectionOff || locked) && (
        <SecretField
          label="Passphrase of the key"
          hint="It opens the key of the earlier run, here in your browser."
          value={key.opening}
          problem={wrongKey === "opening" ? "Write the passphrase that the key has now." : undefined}
          onChange={(opening) => form.chooseKey({ ...key, opening })}
        />
      )}
      {form.usesLastKey && (
        <Text block>The key that was made on this page a moment ago is used again: Jira needs no other.</Text>
      )}
      {form.replacesLastKey && (
        <Text block>
          This makes another key than the one of a moment ago. Of the files that you have downloaded, none
          with that one is good any more.
        </Text>
      )}
    </Section>
  );
}

function choices(protection: "passphrase" | "plain"): readonly Option<KeyChoice["what"]>[] {
  return [
    { value: "keep", label: "Keep it", meaning: "Nothing changes for Jira and for users." },
    protection === "passphrase"
      ? { value: "change", label: "Keep it, without a passphrase", meaning: "Nothing changes for Jira." }
      : {
          value: "change",
          label: "Keep it, under a passphrase",
          meaning: "Nothing changes for Jira; users type the team passphrase once on each device.",
        },
    {
      value: "rotate",
      label: "Make a new one in its place",
      meaning:
        "After a leak, or a lost passphrase. Jira refuses everybody until its link has the new public key; users stay signed in.",
    },
  ];
}
