import { Button } from "@fluentui/react-components";
import { Problem } from "./Problem.tsx";
import type { Answer } from "./useAnswer.ts";

/**
 * A list that could not be had says so, and can be asked for again: never an empty list in place of an error. So does
 * one that is shown as it was last.
 */
export function Missed({ answer }: { readonly answer: Answer<unknown> }) {
  const failure = answer.state === "ready" ? answer.missed : answer.state === "failed" ? answer : undefined;
  if (!failure) return null;
  return (
    <Problem error={failure.error}>
      <Button size="small" onClick={() => failure.again()}>
        Try again
      </Button>
    </Problem>
  );
}
