import { createContext, useContext } from "react";
import { endsSession, type InlinkError } from "../core/errors.ts";

/** Told when a look-up meets a token that Jira rejects. */
const Context = createContext<(error: InlinkError) => void>(() => undefined);
export const SessionEndProvider = Context.Provider;

export function useSessionEnd(): (error: InlinkError) => void {
  const tell = useContext(Context);
  return (error) => {
    if (endsSession(error)) tell(error);
  };
}
