import { OutlookAbsent } from "../../core/errors.ts";

/** Milliseconds. */
const limit = 10_000;

/**
 * Loads office.js, which starts on its own; step.ts says why not always, and not in the page's HTML.
 * Its address stands in the HTML, where a host that has to serve it from elsewhere can change it.
 */
export function loadOffice(): Promise<void> {
  const address = document.querySelector("meta[name=office-js]")?.getAttribute("content") ?? "";
  return new Promise((resolve, reject) => {
    const blocked = (): void => reject(new OutlookAbsent("script-blocked"));
    const script = document.createElement("script");
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", blocked);
    setTimeout(blocked, limit);
    script.src = address;
    document.head.append(script);
  });
}
