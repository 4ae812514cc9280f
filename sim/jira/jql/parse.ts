/** JQL tokens to a tree: AND, OR, NOT, comparisons, IN lists, functions, ORDER BY. */
import { JqlError, tokenise, type JqlToken } from "./tokens.ts";

export type Clause =
  | { readonly kind: "and" | "or"; readonly clauses: readonly Clause[] }
  | { readonly kind: "not"; readonly clause: Clause }
  | {
      readonly kind: "terminal";
      readonly field: string;
      readonly operator: string;
      readonly operands: readonly Operand[];
    };

export type Operand =
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "function"; readonly name: string; readonly arguments: readonly string[] };

export interface Query {
  /** undefined: everything. */
  readonly where: Clause | undefined;
  readonly orderBy: readonly { readonly field: string; readonly descending: boolean }[];
}

/** Where in the tokens the parser is. */
interface Cursor {
  readonly tokens: readonly JqlToken[];
  at: number;
}

export function parseJql(jql: string): Query {
  const cursor: Cursor = { tokens: tokenise(jql), at: 0 };
  const isOrdered = () => isWord(cursor, "order");
  const where = cursor.tokens.length === 0 || isOrdered() ? undefined : either(cursor);
  const orderBy = isOrdered() ? order(cursor) : [];
  const left = cursor.tokens[cursor.at];
  if (left) throw unexpected(left, "'AND', 'OR' or 'ORDER BY'");
  return { where, orderBy };
}

function either(cursor: Cursor): Clause {
  const clauses = [both(cursor)];
  while (takeWord(cursor, "or") || takeOperator(cursor, "|", "||")) clauses.push(both(cursor));
  return clauses.length === 1 && clauses[0] ? clauses[0] : { kind: "or", clauses };
}

function both(cursor: Cursor): Clause {
  const clauses = [one(cursor)];
  while (takeWord(cursor, "and") || takeOperator(cursor, "&", "&&")) clauses.push(one(cursor));
  return clauses.length === 1 && clauses[0] ? clauses[0] : { kind: "and", clauses };
}

function one(cursor: Cursor): Clause {
  if (takeWord(cursor, "not") || takeOperator(cursor, "!")) return { kind: "not", clause: one(cursor) };
  if (takeKind(cursor, "(")) {
    const inner = either(cursor);
    need(cursor, ")");
    return inner;
  }
  const field = text(cursor, "a field name");
  const operator = operatorOf(cursor);
  const operands = operator === "in" || operator === "not in" ? operandList(cursor) : [operand(cursor)];
  return { kind: "terminal", field: field.toLowerCase(), operator, operands };
}

function operatorOf(cursor: Cursor): string {
  if (takeWord(cursor, "in")) return "in";
  if (takeWord(cursor, "is")) return takeWord(cursor, "not") ? "is not" : "is";
  if (takeWord(cursor, "not")) {
    if (takeWord(cursor, "in")) return "not in";
  }
  const token = cursor.tokens[cursor.at];
  if (token?.kind !== "operator") {
    throw unexpected(token, "one of '=', '!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'IS' and 'NOT IN'");
  }
  cursor.at++;
  return token.text;
}

function operandList(cursor: Cursor): readonly Operand[] {
  if (!takeKind(cursor, "(")) return [operand(cursor)];
  const operands = [operand(cursor)];
  while (takeKind(cursor, ",")) operands.push(operand(cursor));
  need(cursor, ")");
  return operands;
}

function operand(cursor: Cursor): Operand {
  const name = text(cursor, "a value");
  if (!takeKind(cursor, "(")) return { kind: "value", text: name };
  const given: string[] = [];
  if (!takeKind(cursor, ")")) {
    do given.push(text(cursor, "an argument"));
    while (takeKind(cursor, ","));
    need(cursor, ")");
  }
  return { kind: "function", name: name.toLowerCase(), arguments: given };
}

function order(cursor: Cursor): Query["orderBy"] {
  cursor.at++;
  if (!takeWord(cursor, "by")) throw unexpected(cursor.tokens[cursor.at], "'BY'");
  const fields: { field: string; descending: boolean }[] = [];
  do {
    const field = text(cursor, "a field name").toLowerCase();
    const descending = takeWord(cursor, "desc");
    if (!descending) takeWord(cursor, "asc");
    fields.push({ field, descending });
  } while (takeKind(cursor, ","));
  return fields;
}

function text(cursor: Cursor, expected: string): string {
  const token = cursor.tokens[cursor.at];
  if (token?.kind !== "word" && token?.kind !== "quoted") throw unexpected(token, expected);
  if (
    token.kind === "word" &&
    ["and", "or", "not", "in", "is", "order", "by"].includes(token.text.toLowerCase())
  ) {
    throw new JqlError(
      `Error in the JQL Query: '${token.text}' is a reserved JQL word. You must surround it in quotation marks to ` +
        "use it in a query.",
    );
  }
  cursor.at++;
  return token.text;
}

function isWord(cursor: Cursor, word: string): boolean {
  const token = cursor.tokens[cursor.at];
  return token?.kind === "word" && token.text.toLowerCase() === word;
}

function takeWord(cursor: Cursor, word: string): boolean {
  const isIt = isWord(cursor, word);
  if (isIt) cursor.at++;
  return isIt;
}

function takeOperator(cursor: Cursor, ...texts: readonly string[]): boolean {
  const token = cursor.tokens[cursor.at];
  const isIt = token?.kind === "operator" && texts.includes(token.text);
  if (isIt) cursor.at++;
  return isIt;
}

function takeKind(cursor: Cursor, kind: JqlToken["kind"]): boolean {
  const isIt = cursor.tokens[cursor.at]?.kind === kind;
  if (isIt) cursor.at++;
  return isIt;
}

function need(cursor: Cursor, kind: JqlToken["kind"]): void {
  if (!takeKind(cursor, kind)) throw unexpected(cursor.tokens[cursor.at], `'${kind}'`);
}

function unexpected(token: JqlToken | undefined, expected: string): JqlError {
  return new JqlError(
    token
      ? `Error in the JQL Query: Expecting ${expected} but got '${token.text}'.`
      : `Error in the JQL Query: Expecting ${expected} before the end of the query.`,
  );
}
