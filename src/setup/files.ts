import type { ProxyFile } from "./hosting/hosting.ts";

/** What set-up hands to the administrator. The command writes it to disk, the page offers it as downloads. */
export interface SetupFile {
  /** Without a folder: `config.json`. */
  readonly name: string;
  readonly text: string;
  /** "site": into the folder that is published, beside taskpane.html. "handout": for the administrator only. */
  readonly place: "site" | "handout";
  /** What it is for, in a sentence. */
  readonly purpose: string;
  /** Configuration for this kind of web server; undefined: another file. */
  readonly server?: ProxyFile["server"];
}
