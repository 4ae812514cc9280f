import { useEffect, useMemo, useState } from "react";
import { isInlinkError, type InlinkError } from "../core/errors.ts";

export type Answer<Value> =
  | { readonly state: "waiting" }
  /** `missed`: the value is what was known before, for Jira did not say what it is now. */
  | { readonly state: "ready"; readonly value: Value; readonly missed: Failure | undefined }
  | ({ readonly state: "failed" } & Failure);

export interface Failure {
  readonly error: InlinkError;
  again(): void;
}

interface Asking<Value> {
  readonly failed?: (error: InlinkError) => void;
  /** What can be shown until the answer comes; undefined: nothing. Depends on nothing but `key`, too. */
  readonly known?: () => Value | undefined;
}

/**
 * Asks when `key` changes and drops answers that come too late. An undefined key asks nothing and waits.
 * @param ask must depend on nothing but `key`.
 */
export function useAnswer<Value>(
  key: string | undefined,
  ask: (signal: AbortSignal) => Promise<Value>,
  { failed, known }: Asking<Value> = {},
): Answer<Value> {
  // eslint-disable-next-line react-hooks/exhaustive-deps -- as with `ask` below
  const before = useMemo(() => (key === undefined ? undefined : known?.()), [key]);
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
  if (got?.key === key && got?.tries === tries)
    return { state: "ready", value: got.value, missed: undefined };
  const failure =
    missed?.key === key && missed?.tries === tries
      ? { error: missed.error, again: () => setTries(tries + 1) }
      : undefined;
  if (before !== undefined) return { state: "ready", value: before, missed: failure };
  return failure ? { state: "failed", ...failure } : { state: "waiting" };
}
