import packageJson from "../../package.json";
import type { Facts } from "../core/doctor/finding.ts";

/** What a report of the connection check is of. */
export function about(): Facts {
  return {
    version: packageJson.version,
    page: `${window.location.origin}${window.location.pathname}`,
    time: new Date().toISOString(),
    browser: navigator.userAgent,
  };
}
