/** What a person looks at to see what arrived: issues, and one issue with all of it. */
import { fieldOf } from "../data/fields.ts";
import type { Attachment, Comment, Issue } from "../data/model.ts";
import { findIssue, findUser, maySee, projectsOf, remember, typeOf } from "../data/store.ts";
import type { Reply } from "../http/reply.ts";
import { route, type Handler } from "../http/router.ts";
import type { Instance } from "../instance.ts";
import { isObject, textOf } from "../json.ts";
import { showFields } from "../rest/issueView.ts";
import { renderWiki } from "../wiki/blocks.ts";
import type { WikiContext } from "../wiki/context.ts";
import { html, type Markup } from "./html.ts";
import { error, page, toLogin } from "./page.ts";
import { addressOf, wikiContext } from "./wikiContext.ts";

export const issuePageRoutes = [
  route("GET", "/", dashboard),
  route("GET", "/secure/Dashboard.jspa", dashboard),
  route("GET", "/browse/{key}", issuePage),
  route("GET", "/secure/attachment/{id}/{name}", download),
];

function dashboard(...[jira, exchange]: Parameters<Handler>) {
  if (!exchange.user) return toLogin(exchange);
  const sections = projectsOf(jira.store, exchange.user).map((project) => {
    const issues = jira.store.data.issues.filter(({ projectKey }) => projectKey === project.key).toReversed();
    return html`<h2>${project.name} (${project.key})</h2>
      <table>
        <tr>
          <th>Key</th>
          <th>Type</th>
          <th>Summary</th>
          <th>Files</th>
          <th>Comments</th>
        </tr>
        ${issues.map(
          (issue) =>
            html`<tr>
              <td><a href="${exchange.base}/browse/${issue.key}">${issue.key}</a></td>
              <td>${typeOf(jira.store, issue).name}</td>
              <td>${textOf(issue.fields, "summary")}</td>
              <td>${issue.attachments.length}</td>
              <td>${issue.comments.length}</td>
            </tr>`,
        )}
      </table>`;
  });
  return page(exchange, { title: "Issues", body: html`${sections}` });
}

function issuePage(...[jira, exchange, path]: Parameters<Handler>) {
  const { user, base } = exchange;
  if (!user) return toLogin(exchange);
  const issue = findIssue(jira.store.data, path["key"] ?? "");
  if (!issue || !maySee(jira.store, user, issue)) {
    return error(exchange, 404, "Issue does not exist", "It may have been deleted, or you may not see it.");
  }
  remember(jira.store.data.recentIssues, user, issue.key);
  jira.store.save();
  const context = wikiContext(jira, issue, base);
  const description = textOf(issue.fields, "description");
  return page(exchange, {
    title: `${issue.key} ${textOf(issue.fields, "summary") ?? ""}`,
    body: html`<dl class="facts">${facts(jira, issue, base)}</dl>
      <h2>Description</h2>
      <div class="rendered" id="description">
        ${description === undefined ? html`<p>None</p>` : renderWiki(description, context)}
      </div>
      <h2>Attachments (${issue.attachments.length})</h2>
      ${files(issue.attachments, base)}
      <h2>Comments (${issue.comments.length})</h2>
      ${issue.comments.map((comment) => commentMarkup(comment, context))} ${remoteLinks(issue)}`,
  });
}

function facts(jira: Instance, issue: Issue, base: string): readonly Markup[] {
  const shown = showFields(jira, issue, base);
  const left = ["summary", "description", "comment", "attachment", "project", "resolution"];
  return Object.entries(shown)
    .filter(([id, value]) => !left.includes(id) && wordsOf(value) !== "")
    .map(
      ([id, value]) =>
        html`<dt>${fieldOf(typeOf(jira.store, issue), id)?.name ?? id}</dt>
          <dd>${wordsOf(value)}</dd>`,
    );
}

/** A REST value as a person reads it. */
function wordsOf(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map(wordsOf).join(", ");
  if (!isObject(value)) return "";
  return (
    textOf(value, "displayName") ??
    textOf(value, "name") ??
    textOf(value, "value") ??
    textOf(value, "key") ??
    ""
  );
}

function files(attachments: readonly Attachment[], base: string): Markup {
  if (attachments.length === 0) return html`<p>None</p>`;
  return html`<table id="attachments">
    <tr>
      <th>File</th>
      <th>Bytes</th>
      <th>Type</th>
      <th>By</th>
      <th>SHA-256</th>
    </tr>
    ${attachments.map(
      (file) =>
        html`<tr>
          <td><a href="${addressOf(file, base)}">${file.filename}</a></td>
          <td>${file.size}</td>
          <td>${file.mimeType}</td>
          <td>${findUser(file.author)?.displayName}</td>
          <td class="hash">${file.sha256}</td>
        </tr>`,
    )}
  </table>`;
}

function commentMarkup(comment: Comment, context: WikiContext): Markup {
  const mark = comment.internal
    ? html`<span class="lozenge">Internal</span>`
    : comment.visibility
      ? html`<span class="lozenge">Only ${comment.visibility.value}</span>`
      : undefined;
  return html`<div class="comment" id="comment-${comment.id}">
    <strong>${findUser(comment.author)?.displayName}</strong>
    ${new Date(comment.created).toISOString().slice(0, 16).replace("T", " ")} UTC ${mark}
    <div class="rendered">${renderWiki(comment.body, context)}</div>
  </div>`;
}

function remoteLinks(issue: Issue): Markup | undefined {
  if (issue.remoteLinks.length === 0) return undefined;
  const items = issue.remoteLinks.map(({ content }) => {
    const url = textOf(content["object"], "url") ?? "";
    const title = textOf(content["object"], "title") ?? url;
    return /^https?:\/\//i.test(url) ? html`<li><a href="${url}">${title}</a></li>` : html`<li>${title}</li>`;
  });
  return html`<h2>Links</h2>
    <ul>
      ${items}
    </ul>`;
}

function download(...[jira, exchange, path]: Parameters<Handler>): Reply {
  const { user } = exchange;
  if (!user) return toLogin(exchange);
  for (const issue of jira.store.data.issues) {
    const file = issue.attachments.find(({ id }) => id === path["id"]);
    const bytes = file && jira.store.file(file.id);
    if (!file || !bytes || !maySee(jira.store, user, issue)) continue;
    // Pictures show in the page; anything else could be a page of its own and is only ever saved.
    const inline = /^image\/(?:png|jpeg|gif|webp)$/.test(file.mimeType);
    const name = encodeURIComponent(file.filename).replace(
      /['()*]/g,
      (char) => `%${char.charCodeAt(0).toString(16)}`,
    );
    return {
      status: 200,
      headers: {
        "Content-Type": file.mimeType,
        "Content-Disposition": `${inline ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
      },
      body: bytes,
    };
  }
  return error(exchange, 404, "Attachment not found", "There is no such attachment, or you may not see it.");
}
