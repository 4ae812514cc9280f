import type { DeviceStore } from "../../device/store.ts";
import { isHostInfo, type Opener } from "./step.ts";

const noted = "hostInfo";

/**
 * Who opened this window, by its address, then by its name, then by what was noted on the way out: the way back has
 * no host info in its address, and a cut opener takes window.name with it.
 * @param notes kept as long as the window.
 */
export function readOpener(notes: DeviceStore): Opener {
  const hostInfo = fromAddress() ?? fromWindowName() ?? fromNotes(notes);
  if (hostInfo !== undefined) notes.write(noted, hostInfo);
  return { present: isOpen(window.opener), hostInfo };
}

function isOpen(opener: unknown): boolean {
  // `closed` may be read across origins.
  return typeof opener === "object" && opener !== null && "closed" in opener && opener.closed === false;
}

function fromAddress(): string | undefined {
  return [...new URLSearchParams(window.location.search)].find(([name]) => isHostInfo(name))?.[1];
}

/** office.js on the web gives the windows it opens a JSON text as their name. */
function fromWindowName(): string | undefined {
  try {
    const name: unknown = JSON.parse(window.name);
    if (typeof name !== "object" || name === null || !("hostInfo" in name)) return undefined;
    return typeof name.hostInfo === "string" ? name.hostInfo : undefined;
  } catch {
    return undefined; // an ordinary window's name
  }
}

function fromNotes(notes: DeviceStore): string | undefined {
  const note = notes.read(noted);
  return typeof note === "string" ? note : undefined;
}
