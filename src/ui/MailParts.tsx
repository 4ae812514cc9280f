/** What both forms have in common: the mail's text and files, what leaves with them, and what speaks against it. */
import type { ReactNode } from "react";
import { FileChoice } from "./FileChoice.tsx";
import { Forbidden } from "./Forbidden.tsx";
import { Leaving } from "./Leaving.tsx";
import { Problem } from "./Problem.tsx";
import { Sealed } from "./Sealed.tsx";
import { TextChoice } from "./TextChoice.tsx";
import { TextField } from "./TextField.tsx";
import type { Outgoing } from "./useOutgoing.ts";
import type { FormProps } from "./Workbench.tsx";

interface Props extends Pick<FormProps, "work" | "account" | "edit" | "readAgain"> {
  readonly outgoing: Outgoing;
  /** What the text becomes: "Description", "Comment". */
  readonly label: string;
  readonly problem: string | undefined;
  /** Who else will read it. */
  readonly readers: readonly string[];
  /** What is missing. */
  readonly children?: ReactNode;
}

export function MailParts({
  work,
  account,
  edit,
  readAgain,
  outgoing,
  label,
  problem,
  readers,
  children,
}: Props) {
  const { draft, facts, forbidden, refusal } = outgoing;
  return (
    <>
      <Sealed work={work} />
      <TextChoice work={work} edit={edit} />
      <TextField
        label={label}
        work={work}
        outgoing={outgoing}
        signedIn={account !== undefined}
        problem={problem}
        onEdit={(edited) => edit({ text: edited })}
        onReadAgain={readAgain}
      />
      <FileChoice mail={work.mail} draft={draft} own={work.draft} facts={facts} edit={edit} />
      <Leaving work={work} outgoing={outgoing} readers={readers} edit={edit} />
      {children}
      <Forbidden domain={forbidden} />
      {refusal && <Problem error={refusal} />}
    </>
  );
}
