/**
 * The handout for Jira's administrator: a page of its own, opened from disk, that loads nothing.
 *
 * Without scripts all is there to be read and selected. That is why its buttons come from the script.
 */
import type { SetupAnswers } from "./answers.ts";
import { escaped } from "./escaped.ts";
import type { JiraStep, JiraTask } from "./jiraSteps.ts";

export function jiraPage({ siteName, jiraUrl }: SetupAnswers, tasks: readonly JiraTask[]): string {
  const title = `Inlink: what to do in ${siteName}`;
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width">
    <title>${escaped(title)}</title>
    <style>${style}</style>
  </head>
  <body>
    <h1>${escaped(title)}</h1>
    <p>Jira: <a href="${escaped(jiraUrl)}" rel="noreferrer">${escaped(jiraUrl)}</a></p>
    <p>Nothing on this page is secret.</p>
${tasks.map(section).join("\n")}
    <script>${script}</script>
  </body>
</html>
`;
}

function section({ id, title, steps }: JiraTask): string {
  return `    <section id="${id}">
      <h2>${escaped(title)}</h2>
      <ol>
${steps.map(item).join("\n")}
      </ol>
    </section>`;
}

/** Line breaks of a value stay within its element, as a browser copies them. */
function item({ text, value }: JiraStep): string {
  const typed = value && `<pre data-field="${value.field}">${escaped(value.text.trim())}</pre>`;
  return `        <li>${escaped(text)}${typed ?? ""}</li>`;
}

const style = `
      body { font: 16px/1.5 "Segoe UI", system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #222; background: #fff; }
      li { margin: 0.6rem 0; }
      pre { font: 14px/1.4 Consolas, monospace; background: #f3f3f3; border: 1px solid #bbb; padding: 0.5rem; margin: 0.3rem 0; white-space: pre-wrap; overflow-wrap: anywhere; user-select: all; }
      button { font: inherit; padding: 0.1rem 0.8rem; }
    `;

const script = `
      for (const value of document.querySelectorAll("pre")) {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = "Copy";
        button.onclick = async () => {
          const range = document.createRange();
          range.selectNodeContents(value);
          getSelection().removeAllRanges();
          getSelection().addRange(range);
          let copied = false;
          try {
            await navigator.clipboard.writeText(value.textContent);
            copied = true;
          } catch {
            copied = document.execCommand("copy");
          }
          button.textContent = copied ? "Copied" : "Selected: press Ctrl+C";
          setTimeout(() => (button.textContent = "Copy"), 2000);
        };
        value.after(button);
      }
    `;
