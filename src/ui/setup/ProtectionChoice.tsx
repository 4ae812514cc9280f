import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import { plainKey } from "../../setup/notes.ts";
import { Choice, type Option } from "./Choice.tsx";
import type { KeyChoice } from "./keyChoice.ts";
import { SecretField } from "./SecretField.tsx";

type Protection = KeyChoice["protection"];

const ways: readonly Option<Protection>[] = [
  {
    value: "generated",
    label: "A passphrase made here (recommended)",
    meaning:
      "The key in config.json is encrypted. Each user types the team passphrase once on each device; you see it once, on the next screen.",
  },
  {
    value: "own",
    label: "A passphrase of your own",
    meaning: "The same with one that you choose: at least 16 characters, and nothing to be guessed.",
  },
  {
    value: "plain",
    label: "No passphrase",
    meaning: "Nobody types anything. Only for a host from which outsiders cannot fetch.",
  },
];

interface Props {
  readonly choice: KeyChoice;
  /** "plain" is among the ways. */
  readonly mayBePlain: boolean;
  /** The own passphrase is missing. */
  readonly missing: boolean;
  onChoose(choice: KeyChoice): void;
}

export function ProtectionChoice({ choice, mayBePlain, missing, onChoose }: Props) {
  const chosen = !mayBePlain && choice.protection === "plain" ? "generated" : choice.protection;
  return (
    <>
      <Choice
        label="What protects the key"
        options={mayBePlain ? ways : ways.filter(({ value }) => value !== "plain")}
        chosen={chosen}
        onChoose={(protection) => onChoose({ ...choice, protection })}
      />
      {chosen === "own" && (
        <SecretField
          label="Team passphrase"
          hint="It is in none of the files. Whoever has it and config.json has the key."
          value={choice.own}
          problem={missing ? "Write a passphrase, or have one made." : undefined}
          onChange={(own) => onChoose({ ...choice, own })}
        />
      )}
      {chosen === "plain" && <PlainKeyWarning />}
    </>
  );
}

/** What is at stake, in the words that set-up itself has for it. */
export function PlainKeyWarning() {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{plainKey.title}</MessageBarTitle>
        <br />
        {plainKey.text}
      </MessageBarBody>
    </MessageBar>
  );
}
