import { useEffect, useState } from "react";
import { isInlinkError, type InlinkError } from "../core/errors.ts";

export type Answer<Value> =
  | { readonly state: "waiting" }
  | { readonly state: "ready"; readonly value: Value }
  | { readonly state: "failed"; readonly error: InlinkError; again(): void };

/**
 * Asks when `key` changes and drops answers that come too late. An undefined key asks nothing and waits.
 * @param ask must depend on nothing but `key`.
 */
export function useAnswer<Value>(
  key: string | undefined,
  ask: (signal: AbortSignal) => Promise<Value>,
  failed?: (error: InlinkError) => void,
): Answer<Value> {
  const [tries, setTries] = useState(0);
  const [got, setGot] = useState<{ key: string; tries: number; value: Value } | undefined>(undefined);
  const [missed, setMissed] = useState<{ key: string; tries: number; error: InlinkError } | undefined>(
    undefined,
  );
  const [bug, setBug] = useState<{ thrown: unknown } | undefined>(undefined);

  useEffect(() => {
    if (key === undefined) return undefined;
    const abort = new AbortController();
    ask(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) setGot({ key, tries, value });
      },
      (error: unknown) => {
        if (abort.signal.aborted) return;
        if (!isInlinkError(error)) setBug({ thrown: error });
        else {
          setMissed({ key, tries, error });
          failed?.(error);
        }
      },
    );
    return () => abort.abort();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `ask` and `failed` are new in every render; the key says what is asked
  }, [key, tries]);

  if (bug) throw bug.thrown; // For the error boundary: not one of our failures.
  if (got?.key === key && got?.tries === tries) return { state: "ready", value: got.value };
  if (missed?.key === key && missed?.tries === tries) {
    return { state: "failed", error: missed.error, again: () => setTries(tries + 1) };
  }
  return { state: "waiting" };
}
