/**
 * `POST /rest/api/1.0/render`: what Jira's own editor asks for its preview. Undocumented; it keeps nothing.
 * As seen in clients of Jira Server and Data Center: an issue key may be missing, empty, or of no issue.
 */
import { findIssue, maySee } from "../data/store.ts";
import { header } from "../http/exchange.ts";
import { html, Refused } from "../http/reply.ts";
import { route, type Handler } from "../http/router.ts";
import { textOf } from "../json.ts";
import { escapeHtml } from "../web/html.ts";
import { wikiContext } from "../web/wikiContext.ts";
import { renderWiki } from "../wiki/blocks.ts";
import { needJson, needUser } from "./access.ts";

export const renderRoutes = [route("POST", "/render", render)];

function render(...[jira, exchange]: Parameters<Handler>) {
  const user = needUser(exchange);
  const accept = header(exchange.headers, "accept") ?? "*/*";
  if (!/text\/html|text\/\*|\*\/\*/.test(accept)) throw new Refused(406, ["HTTP 406 Not Acceptable"]);
  const sent = needJson(exchange);
  const text = textOf(sent, "unrenderedMarkup") ?? "";
  // Any other renderer is the one for plain text.
  if (sent["rendererType"] !== "atlassian-wiki-renderer")
    return html(200, escapeHtml(text).replaceAll("\n", "<br>"));
  const found = findIssue(jira.store.data, textOf(sent, "issueKey") ?? "");
  const issue = found && maySee(jira.store, user, found) ? found : undefined;
  return html(200, renderWiki(text, wikiContext(jira, issue, exchange.base)).markup);
}
