import { createContext, useContext } from "react";
import type { KeyCrypto } from "../../setup/keyPair.ts";
import type { EarlierTexts } from "./readEarlier.ts";

/** What the set-up page asks of the browser; `pages/setup` makes it. */
export interface SetupPorts {
  /** undefined on a page that came by plain http: browsers make no keys there. */
  readonly crypto: KeyCrypto | undefined;
  /** Text of the manifest.xml in the repository. */
  readonly manifestTemplate: string;
  /** Address of the folder that the page came from; undefined where that is no https address. */
  readonly ownFolder: string | undefined;
  /** What lies beside the page, left by an earlier run. Never fails: what cannot be had is not there. */
  findEarlier(): Promise<EarlierTexts>;
  download(file: { readonly name: string; readonly text: string }): void;
  /** @returns whether it is on the clipboard now. */
  copy(text: string): Promise<boolean>;
}

const Context = createContext<SetupPorts | undefined>(undefined);
export const SetupPortsProvider = Context.Provider;

export function useSetupPorts(): SetupPorts {
  const ports = useContext(Context);
  if (!ports) throw new Error("There is no SetupPortsProvider");
  return ports;
}
