/**
 * The only changes that a generated configuration meets before it is started: address and port that it listens on,
 * the certificate and its key, the folder of the site, the trusted authorities.
 */
import type { EdgeRoom } from "./setting.ts";

/** Each must be found where it is `needed`: else the text is no longer what this was written for. */
interface Change {
  readonly from: RegExp;
  readonly to: string;
  readonly needed: boolean;
}

export function substituted(text: string, room: EdgeRoom, listening: readonly Change[]): string {
  const places: readonly Change[] = [
    { from: /\/etc\/ssl\/CHANGE-ME\/\S+\.crt/g, to: room.certificate, needed: false },
    { from: /\/etc\/ssl\/CHANGE-ME\/\S+\.key/g, to: room.key, needed: false },
    { from: /\/etc\/ssl\/certs\/ca-certificates\.crt/g, to: room.certificate, needed: false },
    { from: /\/var\/www\/inlink(?=[/;" \n])/g, to: room.site, needed: false },
  ];
  return [...listening, ...places].reduce((now, { from, to, needed }) => {
    const next = now.replaceAll(from, () => to);
    if (needed && next === now) throw new Error(`The configuration has nothing like ${String(from)}`);
    return next;
  }, text);
}
