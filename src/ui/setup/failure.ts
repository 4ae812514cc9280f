import type { InlinkError } from "../../core/errors.ts";
import { explain } from "../explain.ts";

/** Why set-up could not make anything, in words for an administrator. */
export function failureOf(error: InlinkError): { readonly title: string; readonly text: string } {
  if (error.code === "config-invalid")
    return {
      title: "That cannot be written into a configuration",
      text: `${error.problem}. ${error.remedy}`,
    };
  if (error.code === "key-unreadable")
    return {
      title: "The key of the earlier run cannot be used",
      text: "It is not an RSA key that Inlink can read. Mend config.json, or make a new key.",
    };
  if (error.code !== "key-locked") return explain(error);
  return error.given
    ? {
        title: "That passphrase does not open the key",
        text: "Nothing was changed. Try again, or make a new key.",
      }
    : {
        title: "The key's passphrase is needed",
        text: "The key of the earlier run is protected, and this needs it opened. Write its passphrase above, or make a new key.",
      };
}
