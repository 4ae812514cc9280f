/**
 * What happened? Asked after an answer got lost, before anything is sent a second time.
 *
 * "Since" is told by our clock, "created" by Jira's, and these two may be minutes apart. For an issue the
 * window is a span ("-7m"), which Jira counts back by its own clock. For comments and files the difference
 * is taken from the answer's Date header where the browser may read it. `tolerance` covers the rest: Jira's
 * search counts whole minutes, and OAuth works up to five minutes off without correction.
 */
import type { SignedFetch } from "../core/http.ts";
import type { CreatedIssue, IssueRef } from "../core/jira.ts";
import type { FileContent } from "../core/mail/mail.ts";
import { list, number, object, text } from "../core/parse.ts";
import type { Clock } from "../core/ports.ts";
import { quoted } from "./jql.ts";
import { myself } from "./myself.ts";
import { authorKey, instant } from "./readers.ts";
import { askForAnswer, type Answer } from "./request.ts";
import { search } from "./search.ts";

const minute = 60_000;
const tolerance = 5 * minute;

/** Newest first. More than anybody writes within the minutes that we look back. */
const comments = 50;

interface Past {
  readonly fetch: SignedFetch;
  readonly clock: Clock;
  /** By `clock`. */
  readonly since: Date;
}
type Found = { readonly id: string } | undefined;

const createdIssue = object<CreatedIssue>((field) => ({
  id: field("id", text),
  key: field("key", text),
  summary: field(
    "fields",
    object((inner) => inner("summary", text)),
  ),
}));

export async function issuesCreatedByMe(past: Past): Promise<readonly CreatedIssue[]> {
  return await createdByMe(past, []);
}

/** Exactly this summary: JQL cannot ask for that, it only finds words. */
export async function issueCreatedByMe(
  past: Past,
  projectKey: string,
  summary: string,
): Promise<IssueRef | undefined> {
  const issues = await createdByMe(past, [`project = ${quoted(projectKey)}`]);
  const found = issues.find((issue) => issue.summary === summary);
  return found && { id: found.id, key: found.key };
}

async function createdByMe(
  { fetch, clock, since }: Past,
  conditions: readonly string[],
): Promise<readonly CreatedIssue[]> {
  const minutes = Math.ceil((clock() - since.getTime() + tolerance) / minute);
  const all = ["creator = currentUser()", ...conditions, `created >= "-${minutes}m"`].join(" AND ");
  const jql = `${all} ORDER BY created DESC`;
  return await search(fetch, { jql, fields: ["summary"], maxResults: 50 }, createdIssue);
}

const writtenComments = object((field) =>
  field(
    "comments",
    list(
      object((inner) => ({
        id: inner("id", text),
        author: inner("author", authorKey),
        created: inner("created", instant),
        body: inner("body", text),
      })),
    ),
  ),
);

export async function commentByMe(past: Past, key: string, body: string): Promise<Found> {
  const [me, answer] = await Promise.all([
    myself(past.fetch),
    askForAnswer(
      past.fetch,
      {
        path: `/issue/${encodeURIComponent(key)}/comment`,
        query: [
          ["orderBy", "-created"],
          ["maxResults", String(comments)],
        ],
      },
      writtenComments,
    ),
  ]);
  const earliest = earliestByJira(past, answer);
  const found = answer.value.find(
    (comment) => comment.author === me.key && comment.created >= earliest && sameText(comment.body, body),
  );
  return found && { id: found.id };
}

const attachedFiles = object((field) =>
  field(
    "fields",
    object((fields) =>
      fields(
        "attachment",
        list(
          object((inner) => ({
            id: inner("id", text),
            author: inner("author", authorKey),
            created: inner("created", instant),
            filename: inner("filename", text),
            size: inner("size", number),
          })),
        ),
      ),
    ),
  ),
);

export async function attachmentByMe(past: Past, key: string, file: FileContent): Promise<Found> {
  const [me, answer] = await Promise.all([
    myself(past.fetch),
    askForAnswer(
      past.fetch,
      { path: `/issue/${encodeURIComponent(key)}`, query: [["fields", "attachment"]] },
      attachedFiles,
    ),
  ]);
  const earliest = earliestByJira(past, answer);
  const found = answer.value.find(
    (attachment) =>
      attachment.author === me.key &&
      attachment.created >= earliest &&
      attachment.size === file.bytes.length &&
      attachment.filename.normalize() === file.name.normalize(),
  );
  return found && { id: found.id };
}

function earliestByJira({ clock, since }: Past, { answeredAt }: Answer<unknown>): Date {
  const jiraIsAhead = answeredAt ? answeredAt.getTime() - clock() : 0;
  return new Date(since.getTime() + jiraIsAhead - tolerance);
}

/** Jira and the browser write line ends each in their own way, and Jira cuts off blanks around the text. */
function sameText(one: string, other: string): boolean {
  const plain = (body: string) => body.replace(/\r\n?/g, "\n").trim();
  return plain(one) === plain(other);
}
