import { Button } from "@fluentui/react-components";
import { Problem } from "./Problem.tsx";
import type { Answer } from "./useAnswer.ts";

/** A list that could not be had says so, and can be asked for again: never an empty list in place of an error. */
export function Missed({ answer }: { readonly answer: Answer<unknown> }) {
  if (answer.state !== "failed") return null;
  return (
    <Problem error={answer.error}>
      <Button size="small" onClick={() => answer.again()}>
        Try again
      </Button>
    </Problem>
  );
}
