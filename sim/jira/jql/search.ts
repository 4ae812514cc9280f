/** Runs JQL over the issues that the user may see. Throws JqlError for what this stand-in, or Jira, does not know. */
import type { Issue, User } from "../data/model.ts";
import { findIssue, findUser, maySee, projectOf, projectsOf, typeOf } from "../data/store.ts";
import type { Instance } from "../instance.ts";
import { textOf } from "../json.ts";
import { jqlDate } from "./dates.ts";
import { parseJql, type Clause, type Operand } from "./parse.ts";
import { textMatcher } from "./text.ts";
import { JqlError } from "./tokens.ts";

interface Searcher {
  readonly jira: Instance;
  readonly user: User | undefined;
}
type Test = (issue: Issue) => boolean;
type Terminal = Extract<Clause, { kind: "terminal" }>;

export function searchIssues(jira: Instance, jql: string, user: User | undefined): readonly Issue[] {
  const { where, orderBy } = parseJql(jql);
  const test = where ? compile(where, { jira, user }) : () => true;
  const found = jira.store.data.issues.filter((issue) => maySee(jira.store, user, issue) && test(issue));
  const keys = orderBy.length > 0 ? orderBy : [{ field: "key", descending: true }];
  return found.sort((a, b) => {
    for (const { field, descending } of keys) {
      const order = compare(sortValue(a, field), sortValue(b, field));
      if (order !== 0) return descending ? -order : order;
    }
    return 0;
  });
}

function compile(clause: Clause, searcher: Searcher): Test {
  switch (clause.kind) {
    case "and":
    case "or": {
      const tests = clause.clauses.map((inner) => compile(inner, searcher));
      return clause.kind === "and"
        ? (issue) => tests.every((test) => test(issue))
        : (issue) => tests.some((test) => test(issue));
    }
    case "not": {
      const test = compile(clause.clause, searcher);
      return (issue) => !test(issue);
    }
    case "terminal":
      return terminal(clause, searcher);
  }
}

function terminal(clause: Terminal, searcher: Searcher): Test {
  switch (clause.field) {
    case "key":
    case "issue":
    case "issuekey":
    case "id":
      return among(clause, issueIds(clause, searcher), (issue) => [issue.id]);
    case "project":
      return among(clause, projectIds(clause, searcher), (issue) => [
        projectOf(searcher.jira.store, issue).id,
      ]);
    case "creator":
      return among(clause, userNames(clause, searcher), (issue) => [issue.creator]);
    case "reporter":
    case "assignee":
      return among(clause, userNames(clause, searcher), (issue) => [
        textOf(issue.fields, clause.field) ?? "",
      ]);
    case "status":
      return among(clause, values(clause), (issue) => [issue.status.toLowerCase()]);
    case "issuetype":
    case "type":
      return among(clause, values(clause), (issue) => [
        typeOf(searcher.jira.store, issue).id,
        typeOf(searcher.jira.store, issue).name.toLowerCase(),
      ]);
    case "labels":
      return among(clause, values(clause), (issue) => textList(issue.fields["labels"]));
    case "created":
    case "createddate":
    case "updated":
    case "updateddate":
      return dateTest(clause, searcher);
    case "summary":
    case "description":
    case "comment":
    case "text":
      return textTest(clause);
    default:
      throw new JqlError(`Field '${clause.field}' does not exist or you do not have permission to view it.`);
  }
}

/** Equality and lists. */
function among(
  { field, operator }: Terminal,
  wanted: readonly string[],
  of: (issue: Issue) => readonly string[],
): Test {
  const isOne = (issue: Issue) => of(issue).some((value) => wanted.includes(value));
  if (operator === "=" || operator === "in") return isOne;
  if (operator === "!=" || operator === "not in") return (issue) => !isOne(issue);
  throw new JqlError(`The operator '${operator}' is not supported by the '${field}' field.`);
}

function issueIds({ operands, field }: Terminal, { jira, user }: Searcher): readonly string[] {
  return operands.flatMap((operand) => {
    if (operand.kind === "function") return issueFunction(operand, { jira, user }, field);
    const issue = findIssue(jira.store.data, operand.text);
    if (issue && maySee(jira.store, user, issue)) return [issue.id];
    throw new JqlError(
      /^[A-Za-z][A-Za-z0-9_]*-\d+$/.test(operand.text)
        ? `An issue with key '${operand.text}' does not exist for field '${field}'.`
        : `The issue key '${operand.text}' for field '${field}' is invalid.`,
    );
  });
}

function issueFunction(
  { name, arguments: given }: Extract<Operand, { kind: "function" }>,
  { jira, user }: Searcher,
  field: string,
): readonly string[] {
  const { issues, recentIssues } = jira.store.data;
  if (name === "issueswithremotelinksbyglobalid") {
    if (given.length === 0 || given.length > 100) {
      throw new JqlError(
        "Function 'issuesWithRemoteLinksByGlobalId' expected between '1' and '100' arguments but " +
          `received '${given.length}'.`,
      );
    }
    return issues
      .filter(({ remoteLinks }) => remoteLinks.some(({ globalId }) => given.includes(globalId ?? "")))
      .map(({ id }) => id);
  }
  if (name === "issuehistory") {
    const keys = user ? (recentIssues[user.name] ?? []) : [];
    return issues.filter(({ key }) => keys.includes(key)).map(({ id }) => id);
  }
  throw unknownFunction(name, field);
}

function projectIds({ operands, field }: Terminal, { jira, user }: Searcher): readonly string[] {
  return operands.map((operand) => {
    if (operand.kind === "function") throw unknownFunction(operand.name, field);
    const wanted = operand.text.toLowerCase();
    const project = projectsOf(jira.store, user).find(
      ({ id, key, name }) => id === wanted || key.toLowerCase() === wanted || name.toLowerCase() === wanted,
    );
    if (project) return project.id;
    throw new JqlError(`The value '${operand.text}' does not exist for the field '${field}'.`);
  });
}

function userNames({ operands, field }: Terminal, { user }: Searcher): readonly string[] {
  return operands.map((operand) => {
    if (operand.kind === "value") {
      const found = findUser(operand.text);
      if (found) return found.name;
      throw new JqlError(`The value '${operand.text}' does not exist for the field '${field}'.`);
    }
    if (operand.name !== "currentuser") throw unknownFunction(operand.name, field);
    return user?.name ?? "";
  });
}

function values({ operands, field }: Terminal): readonly string[] {
  return operands.map((operand) => {
    if (operand.kind === "function") throw unknownFunction(operand.name, field);
    return field === "labels" ? operand.text : operand.text.toLowerCase();
  });
}

function dateTest({ field, operator, operands }: Terminal, { jira, user }: Searcher): Test {
  const operand = operands[0];
  const text = operand?.kind === "value" ? operand.text : (operand?.name ?? "");
  const limit =
    operand?.kind === "function" && operand.name === "now"
      ? jira.now()
      : jqlDate(text, jira.now(), user?.timeZone ?? "Etc/UTC");
  if (limit === undefined) {
    throw new JqlError(
      `Date value '${text}' for field '${field}' is invalid. Valid formats include: 'yyyy/MM/dd HH:mm', ` +
        "'yyyy-MM-dd HH:mm', 'yyyy/MM/dd', 'yyyy-MM-dd', or a period format e.g. '-5d', '4w 2d'.",
    );
  }
  const at = (issue: Issue) => (field.startsWith("created") ? issue.created : issue.updated);
  if (operator === ">=") return (issue) => at(issue) >= limit;
  if (operator === ">") return (issue) => at(issue) > limit;
  if (operator === "<=") return (issue) => at(issue) <= limit;
  if (operator === "<") return (issue) => at(issue) < limit;
  throw new JqlError(`The operator '${operator}' is not supported by the '${field}' field.`);
}

function textTest({ field, operator, operands }: Terminal): Test {
  const operand = operands[0];
  if (operand?.kind !== "value" || (operator !== "~" && operator !== "!~")) {
    throw new JqlError(`The operator '${operator}' is not supported by the '${field}' field.`);
  }
  const matches = textMatcher(operand.text, field);
  const test: Test = (issue) => textsOf(issue, field).some(matches);
  return operator === "~" ? test : (issue) => !test(issue);
}

function textsOf(issue: Issue, field: string): readonly string[] {
  const texts: Readonly<Record<string, readonly string[]>> = {
    summary: [textOf(issue.fields, "summary") ?? ""],
    description: [textOf(issue.fields, "description") ?? ""],
    comment: issue.comments.map(({ body }) => body),
  };
  return field === "text" ? Object.values(texts).flat() : (texts[field] ?? []);
}

function unknownFunction(name: string, field: string): JqlError {
  return new JqlError(`Unable to find JQL function '${name}()' for the field '${field}'.`);
}

function textList(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function sortValue(issue: Issue, field: string): string | number {
  switch (field) {
    case "created":
    case "createddate":
      return issue.created;
    case "updated":
    case "updateddate":
      return issue.updated;
    case "key":
    case "issue":
    case "issuekey":
    case "id":
      return `${issue.projectKey}-${issue.key.replace(/\D/g, "").padStart(9, "0")}`;
    case "summary":
    case "priority":
    case "duedate":
      return textOf(issue.fields, field) ?? "";
    default:
      throw new JqlError(`Not able to sort using field '${field}'.`);
  }
}

function compare(a: string | number, b: string | number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
