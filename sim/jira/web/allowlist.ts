/** Administration: the allowlist. Here an entry always allows incoming requests; Jira's other kinds do not matter. */
import { first } from "../http/exchange.ts";
import { redirect } from "../http/reply.ts";
import { route, type Handler, type Route } from "../http/router.ts";
import { html } from "./html.ts";
import { adminOnly } from "./links.ts";
import { formToken, page } from "./page.ts";

const path = "/secure/admin/whitelist";

export const allowlistRoutes: readonly Route[] = [
  route("GET", path, adminOnly(show)),
  route("POST", path, adminOnly(change)),
];

function show(...[jira, exchange]: Parameters<Handler>) {
  const problem = first(exchange.query, "problem");
  const rows = jira.store.data.allowlist.map(
    (origin) =>
      html`<tr>
        <td>${origin}</td>
        <td>Exact match</td>
        <td>Yes</td>
        <td>
          <form method="post" action="${exchange.base}${path}">
            ${formToken(exchange)}<button name="remove" value="${origin}">Delete</button>
          </form>
        </td>
      </tr>`,
  );
  return page(exchange, {
    title: "Allowlist",
    body: html`<p>
        Allow Incoming enables CORS requests from the specified origin. The URL must match the format
        scheme://host[:port], with no trailing slashes.
      </p>
      ${problem === undefined ? undefined : html`<p class="error" role="alert">The URL is not an origin.</p>`}
      <form method="post" action="${exchange.base}${path}">
        ${formToken(exchange)}
        <label>Expression <input name="origin" /></label>
        <label class="tick"><input type="checkbox" name="incoming" value="true" /> Allow Incoming</label>
        <button class="main">Add</button>
      </form>
      <table>
        <tr>
          <th>Expression</th>
          <th>Type</th>
          <th>Allow Incoming</th>
          <th>Actions</th>
        </tr>
        ${rows}
      </table>`,
  });
}

function change(...[jira, exchange]: Parameters<Handler>) {
  const { allowlist } = jira.store.data;
  const here = exchange.base + path;
  const removed = first(exchange.form, "remove");
  if (removed !== undefined) {
    const at = allowlist.indexOf(removed);
    if (at >= 0) allowlist.splice(at, 1);
  } else {
    const origin = (first(exchange.form, "origin") ?? "").trim();
    if (!/^https?:\/\/[^/\s]+$/.test(origin)) return redirect(`${here}?problem=origin`);
    const wanted = first(exchange.form, "incoming") === "true";
    if (wanted && !allowlist.includes(origin)) allowlist.push(origin);
  }
  jira.store.save();
  return redirect(here);
}
