/**
 * Inlink's converter beside html2jira and pandoc, on the mails of test/corpus and the converter's fixtures: `npx tsx test/compare/compare.ts [FOLDER]`.
 * FOLDER is where html2jira and jiramark are installed (`npm install --prefix FOLDER html2jira jiramark`); what is not there
 * is left out and named. Prints the tables of docs/markup.md.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { Parser } from "htmlparser2";
import { htmlToWiki } from "../../src/core/wiki/fromHtml.ts";
import { corpusLabels, corpusMail, corpusNames } from "../corpus.ts";
import { losses } from "../core/wiki/faithful.ts";
import { rendered, shown } from "../core/wiki/rendered.ts";

type Convert = (text: string) => string;

const folder = process.argv[2];
const say = (line: string) => process.stdout.write(`${line}\n`);
const pandoc =
  (from: string, to: string): Convert =>
  (input) => {
    const { status, stdout, stderr } = spawnSync("pandoc", ["-f", from, "-t", to, "--wrap=none"], {
      input,
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };

/** Of a package that is no dependency of this project; undefined: not installed. */
function installed(name: string, convert: (found: object, text: string) => unknown): Convert | undefined {
  if (folder === undefined) return undefined;
  try {
    const found: unknown = createRequire(path.resolve(folder, "package.json"))(name);
    if (typeof found !== "object" || found === null) return undefined;
    return (text) => String(convert(found, text));
  } catch {
    return undefined;
  }
}

function call(holder: object, name: string, text: string): unknown {
  const method: unknown = Reflect.get(holder, name);
  if (typeof method !== "function") throw new Error(`No ${name}`);
  return Reflect.apply(method, holder, [text]);
}

const hasPandoc = spawnSync("pandoc", ["--version"]).status === 0;
const writers: Readonly<Record<string, Convert | undefined>> = {
  Inlink: htmlToWiki,
  html2jira: installed("html2jira", (found, html) => {
    const maker: unknown = Reflect.get(found, "HTML2Jira");
    if (typeof maker !== "function") throw new Error("No HTML2Jira");
    const made: unknown = Reflect.construct(maker, []);
    return typeof made === "object" && made !== null ? call(made, "toJira", html) : undefined;
  }),
  pandoc: hasPandoc ? pandoc("html", "jira") : undefined,
};
const readers: Readonly<Record<string, Convert | undefined>> = {
  jiramark: installed("jiramark", (found, wiki) => call(found, "markupToHTML", wiki)),
  pandoc: hasPandoc ? pandoc("jira", "html") : undefined,
};

interface Mail {
  readonly name: string;
  readonly html: string;
  /** undefined: not written down. */
  readonly lines: readonly string[] | undefined;
}

const fixtures = path.join("test", "core", "wiki", "fixtures");
const parsed = await Promise.all(
  corpusNames.map(async (name) => ({ name, html: (await corpusMail(name)).html })),
);
const sets: Readonly<Record<string, readonly Mail[]>> = {
  "mails of test/corpus": parsed.flatMap(({ name, html }) =>
    html === undefined ? [] : [{ name, html, lines: corpusLabels(name).map(({ text }) => text) }],
  ),
  fixtures: readdirSync(fixtures).map((name) => ({
    name,
    html: readFileSync(path.join(fixtures, name, "mail.html"), "utf8"),
    lines: undefined,
  })),
};
const letters = (text: string) => text.replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, "");

/** undefined: it failed. */
function attempt(convert: Convert, text: string): string | undefined {
  try {
    return convert(text);
  } catch {
    return undefined;
  }
}

for (const [what, mails] of Object.entries(sets)) {
  say(`\n${mails.length} ${what}\n`);
  say("| | text | links | lists | tables | emphasis | all of it | text alone stays text |");
  say("|---|---|---|---|---|---|---|---|");
  for (const [name, convert] of Object.entries(writers))
    say(
      convert
        ? `| ${[name, ...counted(mails, convert)].join(" | ")} |`
        : `| ${name} is not installed | | | | | | | |`,
    );
  for (const [name, read] of Object.entries(readers))
    say(read ? `\n${readBy(name, read, mails)}` : `\n${name} is not installed`);
}

function counted(mails: readonly Mail[], convert: Convert): readonly (number | string)[] {
  const counts = { text: 0, link: 0, item: 0, row: 0, effects: 0, all: 0 };
  for (const { html } of mails) {
    const wiki = attempt(convert, html);
    const lost = wiki === undefined ? ["text: failed"] : losses(html, wiki);
    const is = (kind: string) => lost.some((one) => one.startsWith(kind));
    if (lost.length === 0) counts.all += 1;
    if (is("text")) continue;
    counts.text += 1;
    for (const kind of ["link", "item", "row", "effects"] as const) if (!is(kind)) counts[kind] += 1;
  }
  const plain = mails.flatMap(({ lines }) => (lines ? [staysText(lines, convert)] : []));
  return [...Object.values(counts), plain.length > 0 ? plain.filter(Boolean).length : "–"];
}

function staysText(lines: readonly string[], convert: Convert): boolean {
  const escaped = lines.map((line) => `<p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`);
  const back = shown(attempt(convert, escaped.join("\n")) ?? "");
  return back.markup.length === 0 && letters(back.text) === letters(lines.join(""));
}

function readBy(name: string, read: Convert, mails: readonly Mail[]): string {
  let [alike, failed] = [0, 0];
  for (const { name: mail, html } of mails) {
    const wiki = htmlToWiki(html);
    const other = attempt(read, wiki);
    if (other === undefined) failed += 1;
    else {
      const [ours, theirs] = [plainText(rendered(wiki)), plainText(other)];
      if (ours === theirs) alike += 1;
      else if (process.env["VERBOSE"]) say(`${name} ${mail}: ${difference(ours, theirs)}`);
    }
  }
  return `${name} reads Inlink's markup as the stand-in does: ${alike} of ${mails.length} (${failed} it cannot read)`;
}

function plainText(html: string): string {
  let text = "";
  new Parser({ ontext: (part) => void (text += part) }).end(html);
  return letters(text);
}

function difference(one: string, other: string): string {
  let at = 0;
  while (one.charAt(at) === other.charAt(at)) at += 1;
  return `…${one.slice(Math.max(0, at - 15), at + 25)}… / …${other.slice(Math.max(0, at - 15), at + 25)}…`;
}
