/** An issue as REST answers it. */
import { fieldOf } from "../data/fields.ts";
import type { Attachment, Comment, Issue } from "../data/model.ts";
import { findIssue, findUser, projectOf, typeOf } from "../data/store.ts";
import type { Instance } from "../instance.ts";
import { showIssueType, showProject, showTime, showUser } from "./show.ts";
import { showValue } from "./values.ts";

/** Which fields are wanted: `*all`, `*navigable`, ids, `-id`. */
export type FieldChoice = readonly string[];

export function showIssue(jira: Instance, issue: Issue, base: string, choice: FieldChoice) {
  const fields = showFields(jira, issue, base);
  return {
    expand: "renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",
    id: issue.id,
    self: `${base}/rest/api/2/issue/${issue.id}`,
    key: issue.key,
    fields: Object.fromEntries(Object.entries(fields).filter(([id]) => isChosen(id, choice))),
  };
}

/** Shown below, from the issue itself. */
const settled = ["project", "issuetype", "parent", "attachment"];
const notNavigable = ["comment", "attachment", "worklog"];

function isChosen(id: string, choice: FieldChoice): boolean {
  if (choice.includes(`-${id}`)) return false;
  const positive = choice.filter((name) => !name.startsWith("-"));
  if (positive.length === 0 || positive.includes("*all") || positive.includes(id)) return true;
  return positive.includes("*navigable") && !notNavigable.includes(id);
}

export function showFields(jira: Instance, issue: Issue, base: string): Record<string, unknown> {
  const project = projectOf(jira.store, issue);
  const type = typeOf(jira.store, issue);
  const shown: Record<string, unknown> = {};
  const system = [
    "summary",
    "description",
    "priority",
    "duedate",
    "assignee",
    "reporter",
    "labels",
    "components",
  ];
  const own = type.screen.map(({ field }) => field).filter((field) => !settled.includes(field));
  for (const id of new Set([...system, ...own])) {
    const definition = fieldOf(type, id);
    if (definition) shown[id] = showValue(issue.fields[id], definition, base, project);
  }
  const creator = findUser(issue.creator);
  const comments = issue.comments.map((comment) => showComment(issue, comment, base));
  const parent =
    typeof issue.fields["parent"] === "string"
      ? findIssue(jira.store.data, issue.fields["parent"])
      : undefined;
  return {
    ...shown,
    issuetype: showIssueType(type, base),
    project: showProject(project, base),
    status: showStatus(issue, base),
    ...("resolution" in shown ? {} : { resolution: null }),
    creator: creator ? showUser(creator, base) : null,
    created: showTime(issue.created),
    updated: showTime(issue.updated),
    ...(parent
      ? { parent: { id: parent.id, key: parent.key, fields: { summary: parent.fields["summary"] } } }
      : {}),
    comment: { comments, maxResults: comments.length, total: comments.length, startAt: 0 },
    attachment: issue.attachments.map((attachment) => showAttachment(attachment, base)),
  };
}

function showStatus(issue: Issue, base: string) {
  return {
    self: `${base}/rest/api/2/status/10000`,
    description: "",
    name: issue.status,
    id: "10000",
    statusCategory: {
      self: `${base}/rest/api/2/statuscategory/2`,
      id: 2,
      key: "new",
      colorName: "default",
      name: "To Do",
    },
  };
}

export function showComment(issue: Issue, comment: Comment, base: string, withProperties = false) {
  const author = findUser(comment.author);
  return {
    self: `${base}/rest/api/2/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    author: author ? showUser(author, base) : null,
    body: comment.body,
    updateAuthor: author ? showUser(author, base) : null,
    created: showTime(comment.created),
    updated: showTime(comment.created),
    ...(comment.visibility ? { visibility: comment.visibility } : {}),
    ...(withProperties && comment.internal
      ? { properties: [{ key: "sd.public.comment", value: { internal: true } }] }
      : {}),
  };
}

export function showAttachment(attachment: Attachment, base: string) {
  const author = findUser(attachment.author);
  return {
    self: `${base}/rest/api/2/attachment/${attachment.id}`,
    id: attachment.id,
    filename: attachment.filename,
    author: author ? showUser(author, base) : null,
    created: showTime(attachment.created),
    size: attachment.size,
    mimeType: attachment.mimeType,
    content: `${base}/secure/attachment/${attachment.id}/${encodeURIComponent(attachment.filename)}`,
  };
}
