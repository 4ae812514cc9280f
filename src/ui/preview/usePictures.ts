import { useEffect, useRef, useState } from "react";
import { isInlinkError } from "../../core/errors.ts";
import type { Mail } from "../../core/mail/mail.ts";
import type { Mailbox } from "../../core/ports.ts";
import { usePanePorts } from "../panePorts.ts";
import { useFault } from "../useFault.ts";

export interface ReadPicture {
  /** undefined where Outlook does not give it, or it is too large to be shown. */
  readonly address: string | undefined;
}

/** Bytes. Outlook hands out some megabytes a second, and the user waits. */
const largest = 8 * 1024 * 1024;
const none: ReadonlyMap<string, ReadPicture> = new Map();

/**
 * The mail's pictures as addresses that the page may show, by file id; one that is not there yet is still being read.
 * Outlook is asked for one at a time, and for none any more when the preview closes.
 */
export function usePictures(mail: Mail, ids: readonly string[]): ReadonlyMap<string, ReadPicture> {
  const { mailbox } = usePanePorts();
  const fault = useFault();
  const [pictures, setPictures] = useState(none);
  const known = useRef(new Map<string, ReadPicture>());
  const wanted = JSON.stringify(ids);

  useEffect(() => {
    let open = true;
    const isOpen = (): boolean => open; // which TypeScript takes for settled across an await
    async function read(): Promise<void> {
      for (const { id } of mail.files.filter((file) => wanted.includes(JSON.stringify(file.id)))) {
        if (!isOpen()) return;
        if (known.current.has(id)) continue;
        const picture = await readPicture(mailbox, mail, id);
        if (!isOpen()) {
          revoke(picture);
          return;
        }
        known.current.set(id, picture);
        setPictures(new Map(known.current));
      }
    }
    read().catch(fault);
    return () => void (open = false);
  }, [mailbox, mail, wanted, fault]);

  useEffect(() => {
    const made = known.current;
    return () => {
      made.forEach(revoke);
      made.clear();
    };
  }, []);
  return pictures;
}

async function readPicture(mailbox: Mailbox, mail: Mail, id: string): Promise<ReadPicture> {
  const size = mail.files.find((file) => file.id === id)?.size ?? 0;
  if (!mail.offers.files || size > largest) return { address: undefined };
  try {
    const { bytes, contentType } = await mailbox.file(mail.id, id);
    return { address: URL.createObjectURL(new Blob([bytes], { type: contentType })) };
  } catch (error) {
    if (!isInlinkError(error)) throw error;
    return { address: undefined }; // its name stands there
  }
}

function revoke({ address }: ReadPicture): void {
  if (address !== undefined) URL.revokeObjectURL(address);
}
