/** A script of its own, before office.js on every page: browsers without Trusted Types have nothing to ask. */
import { passHtml, passScript, passScriptUrl } from "./rules.ts";

interface PolicyRules {
  createScriptURL(address: string): string | null;
  createScript(code: string, type: string, sink: string): string;
  createHTML(html: string, type: string, sink: string): string;
}
declare global {
  interface Window {
    readonly trustedTypes?: { createPolicy(name: "default", rules: PolicyRules): unknown };
  }
}

const folder = new URL(".", window.location.href).href;

/** There is nobody else to tell: Outlook keeps no log. */
// eslint-disable-next-line no-console -- for who looks why a script of Microsoft's shows less than it did
const warn = (words: string): void => console.warn(words);

window.trustedTypes?.createPolicy("default", {
  createScriptURL: (address) => passScriptUrl(address, folder),
  createScript: (_code, _type, sink) => passScript(sink, warn),
  createHTML: (html, _type, sink) => passHtml(html, sink, warn),
});
