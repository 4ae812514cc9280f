import { renderWiki } from "../../../../sim/jira/wiki/blocks.ts";

/** A Jira with two files, one user and one issue. */
export function show(text: string): string {
  return renderWiki(text, {
    base: "/jira",
    attachment: (name) => ({ "a b.png": "/jira/a%20b.png", "log.txt": "/jira/log.txt" })[name],
    person: (name) => (name === "ben" ? "Ben Ito" : undefined),
    isIssue: (key) => key === "DEMO-1",
  }).markup;
}

/** Of one paragraph, without its tags. */
export function line(text: string): string {
  return show(text).replace(/^<p>|<\/p>$/g, "");
}

export function link(address: string, text: string): string {
  return `<a href="${address}" rel="noopener noreferrer">${text}</a>`;
}
