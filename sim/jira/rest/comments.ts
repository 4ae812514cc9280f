import type { Comment } from "../data/model.ts";
import { first } from "../http/exchange.ts";
import { json, Refused } from "../http/reply.ts";
import { route, type Handler } from "../http/router.ts";
import { isObject, textOf } from "../json.ts";
import { needIssue, needJson, needKeepable, needUser, pageOf, slice } from "./access.ts";
import { showComment } from "./issueView.ts";

export const commentRoutes = [
  route("GET", "/issue/{key}/comment", listComments),
  route("POST", "/issue/{key}/comment", addComment),
];

function listComments(...[jira, exchange, path]: Parameters<Handler>) {
  const issue = needIssue(jira, exchange, path["key"] ?? "");
  const page = pageOf(exchange, 1000);
  const latestFirst = first(exchange.query, "orderBy")?.startsWith("-") ?? false;
  const ordered = latestFirst ? issue.comments.toReversed() : issue.comments;
  const withProperties = (first(exchange.query, "expand") ?? "").split(",").includes("properties");
  return json(200, {
    ...page,
    total: issue.comments.length,
    comments: slice(ordered, page).map((comment) =>
      showComment(issue, comment, exchange.base, withProperties),
    ),
  });
}

function addComment(...[jira, exchange, path]: Parameters<Handler>) {
  const issue = needIssue(jira, exchange, path["key"] ?? "");
  const user = needUser(exchange);
  const sent = needJson(exchange);
  const text = sent["body"];
  if (text !== undefined && typeof text !== "string") {
    throw new Refused(400, ["Can not deserialize instance of java.lang.String out of START_OBJECT token"]);
  }
  if (text === undefined || text.trim() === "") {
    throw new Refused(400, [], { comment: "Comment body can not be empty!" });
  }
  if (text.length > 32_767) {
    throw new Refused(400, [], {
      comment: "The entered text is too long. It exceeds the allowed limit of 32,767 characters.",
    });
  }
  needKeepable(jira, text);
  const comment: Comment = {
    id: jira.store.newId(),
    author: user.name,
    body: text,
    created: jira.now(),
    visibility: visibilityOf(sent["visibility"]),
    internal: isInternal(sent["properties"]),
  };
  issue.comments.push(comment);
  issue.updated = jira.now();
  jira.store.save();
  return json(201, showComment(issue, comment, exchange.base));
}

function visibilityOf(sent: unknown): Comment["visibility"] {
  if (sent === undefined || sent === null) return undefined;
  const type = textOf(sent, "type");
  const value = textOf(sent, "value");
  if ((type !== "role" && type !== "group") || value === undefined) {
    throw new Refused(400, [], { commentLevel: "You must specify a valid role or group." });
  }
  return { type, value };
}

/** Jira Service Management's own property. */
function isInternal(properties: unknown): boolean {
  if (!Array.isArray(properties)) return false;
  return properties.some((one: unknown) => {
    if (!isObject(one) || one["key"] !== "sd.public.comment" || !isObject(one["value"])) return false;
    return one["value"]["internal"] === true || one["value"]["internal"] === "true";
  });
}
