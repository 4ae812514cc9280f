/** Zips of files, made on the user's wish before anything is sent; kept until that mail is done with. */
import { isInlinkError, Stopped, type InlinkError } from "./errors.ts";
import type { FileContent } from "./mail/mail.ts";
import type { Mailbox } from "./ports.ts";

export type ZipState =
  | { readonly step: "making" }
  | { readonly step: "ready"; readonly size: number }
  | { readonly step: "failed"; readonly error: InlinkError };

/** Of one mail, by file id. */
export type ZipStates = ReadonlyMap<string, ZipState>;

export interface Zips {
  /** What was made before, or a new one; after a failure it is tried again. Throws what Mailbox.file throws, and Stopped. */
  zip(mailId: string, fileId: string): Promise<FileContent>;
  /** The same value as long as nothing has changed. */
  states(mailId: string): ZipStates;
  /** @param fileId undefined: all of the mail's. What is being made is stopped. */
  forget(mailId: string, fileId?: string): void;
  /** Tells of every change of state; returns how to stop. */
  onChange(listener: () => void): () => void;
}

interface Making {
  readonly content: Promise<FileContent>;
  readonly stopping: AbortController;
}

const none: ZipStates = new Map();

export function keepZips(mailbox: Mailbox): Zips {
  const made = new Map<string, Map<string, Making>>();
  const shown = new Map<string, ZipStates>();
  const listeners = new Set<() => void>();
  let last: Promise<unknown> = Promise.resolve();

  function show(mailId: string, fileId: string, state: ZipState | undefined): void {
    const states = new Map(shown.get(mailId));
    if (state) states.set(fileId, state);
    else states.delete(fileId);
    shown.set(mailId, states);
    for (const listener of listeners) listener();
  }

  function make(mailId: string, fileId: string): Making {
    const stopping = new AbortController();
    const work = async (): Promise<FileContent> => {
      stopping.signal.throwIfAborted();
      const [file, { zipped }] = await Promise.all([
        mailbox.file(mailId, fileId),
        import("./mail/zipped.ts"),
      ]);
      return zipped(file, stopping.signal);
    };
    const content = last.then(work); // one at a time: each holds a large file in memory
    last = content.catch(() => undefined);
    return { content, stopping };
  }

  function start(mailId: string, fileId: string): Making {
    const making = make(mailId, fileId);
    const ofMail = made.get(mailId) ?? new Map<string, Making>();
    made.set(mailId, ofMail.set(fileId, making));
    const end = (state: ZipState | undefined): void => {
      if (ofMail.get(fileId) !== making) return; // forgotten meanwhile
      if (state?.step !== "ready") ofMail.delete(fileId);
      show(mailId, fileId, state);
    };
    show(mailId, fileId, { step: "making" });
    making.content.then(
      ({ bytes }) => end({ step: "ready", size: bytes.length }),
      (error: unknown) => end(isInlinkError(error) ? { step: "failed", error } : undefined),
    );
    return making;
  }

  function forgetOne(mailId: string, fileId: string): void {
    made.get(mailId)?.get(fileId)?.stopping.abort(new Stopped());
    made.get(mailId)?.delete(fileId);
    show(mailId, fileId, undefined);
  }

  return {
    zip: (mailId, fileId) => (made.get(mailId)?.get(fileId) ?? start(mailId, fileId)).content,
    states: (mailId) => shown.get(mailId) ?? none,
    forget(mailId, fileId) {
      const ids = fileId === undefined ? [...(shown.get(mailId)?.keys() ?? [])] : [fileId];
      for (const id of ids) forgetOne(mailId, id);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
