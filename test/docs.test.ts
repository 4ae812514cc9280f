/** The documents name what is there: files, headings, commands, options. Pages that users read hold no inline code. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { usage } from "../scripts/setup/options.ts";
import { entries, object, text } from "../src/core/parse.ts";

const root = join(__dirname, "..");
const textOf = (path: string): string => readFileSync(join(root, path), "utf8");
const namesIn = (folder: string): readonly string[] => readdirSync(join(root, folder)).sort();
const all = (where: string, pattern: RegExp): readonly string[] =>
  Array.from(where.matchAll(pattern), ([, found = ""]) => found);

const documents = [
  ...["README.md", "SECURITY.md", "CONTRIBUTING.md", "ARCHITECTURE.md"],
  ...namesIn("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

/** `[text](where)`, without addresses of the web. */
function linksIn(markdown: string): readonly string[] {
  return all(markdown, /\]\(([^)\s]+)\)/g).filter((link) => !/^(https?|mailto):/.test(link));
}

/** As GitHub makes them from headings: lower case, no punctuation, hyphens for blanks. */
function anchorsIn(markdown: string): readonly string[] {
  return all(markdown, /^#+ (.+)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Number} _-]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** @returns the links that lead nowhere. */
function deadLinks(path: string, markdown: string): readonly string[] {
  return linksIn(markdown).filter((link) => {
    const [file = "", anchor] = link.split("#");
    const target = file === "" ? path : join(dirname(path), file);
    if (!existsSync(join(root, target))) return true;
    if (anchor === undefined) return false;
    return !anchorsIn(target === path ? markdown : textOf(target)).includes(anchor);
  });
}

const scripts: ReadonlyMap<string, string> = new Map(
  object((field) => field("scripts", entries(text)))(JSON.parse(textOf("package.json")), ""),
);

/** Code between backticks and in fenced blocks, a line each. */
function codeIn(markdown: string): readonly string[] {
  const fenced = all(markdown, /^```\n([^]*?)^```$/gm);
  const inline = all(markdown.replaceAll(/^```\n[^]*?^```$/gm, ""), /`([^`]+)`/g);
  return [
    ...fenced.flatMap((block) => block.split("\n")),
    ...inline.map((code) => code.replaceAll("\n", " ")),
  ];
}

/** Where a command's options stand: set-up says them all, of the others the program does. undefined: not ours. */
function optionsOf(code: string, script: string | undefined): string | undefined {
  if (script === "setup" || /^--[a-z]/.test(code)) return usage;
  const program = /\bscripts\/\S+\.ts/.exec(scripts.get(script ?? "") ?? "")?.[0];
  return program === undefined ? undefined : textOf(program);
}

/** @returns commands and options that do not exist. */
function unknownIn(markdown: string): readonly string[] {
  return codeIn(markdown).flatMap((code) => {
    const commands = all(code, /\bnpm (?:run )?([a-z][a-z:]*)/g).filter((name) => name !== "install");
    const options = optionsOf(code, commands.at(-1));
    return [
      ...commands.filter((name) => !scripts.has(name)).map((name) => `npm run ${name}`),
      ...all(code, /(?<![\w-])(--[a-z][a-z-]*)/g).filter(
        (option) =>
          options !== undefined && option !== "--help" && !new RegExp(`${option}(?![a-z-])`).test(options),
      ),
    ];
  });
}

describe.each(documents)("%s", (path) => {
  it("has no link that leads nowhere", () => {
    expect(deadLinks(path, textOf(path))).toEqual([]);
  });

  it("names no command and no option that is not there", () => {
    expect(unknownIn(textOf(path))).toEqual([]);
  });
});

describe("these checks", () => {
  it("find a file, and a heading, that is not there", () => {
    const markdown =
      "# A, b\n[a](README.md) [b](gone.md) [c](#a-b) [d](#c) [e](README.md#gone) [f](https://a.example)";
    expect(deadLinks("SECURITY.md", markdown)).toEqual(["gone.md", "#c", "README.md#gone"]);
  });

  it("find a command, and an option, that is not there", () => {
    const markdown =
      "`npm run gone`, `npm test`, `npm run setup -- --jira a --jir b`, `--gone`, `--protect-key`, `npx jest --gone`\n" +
      "```\nnpm install && npm start\nnpm run sideload -- --dry-run --wet\nopenssl pkcs8 -topk8\n```\n";
    expect(new Set(unknownIn(markdown))).toEqual(new Set(["npm run gone", "--jir", "--gone", "--wet"]));
  });
});

const pages = namesIn("assets").filter((name) => extname(name) === ".html");

/** What the page policy of the host forbids, src/setup/hosting/policy.ts. */
const forbidden = /<style\b|\sstyle\s*=|<script\b|\son[a-z]+\s*=|javascript:/i;

describe("the static pages", () => {
  it("are there: help, and what the pane links as Privacy", () => {
    expect(pages).toEqual(expect.arrayContaining(["privacy.html", "support.html"]));
  });

  it.each(pages)("%s has no style and no script of its own", (page) => {
    expect(textOf(join("assets", page))).not.toMatch(forbidden);
  });

  it.each(pages)("%s refers to files beside it only, and they are there and published", (page) => {
    const references = all(textOf(join("assets", page)), /\s(?:href|src)="([^"]+)"/g);
    const files = references.map((reference) => reference.split("#")[0] ?? "").filter(Boolean);
    const published = /from: "assets\/\*\.\{([a-z,]+)\}"/.exec(textOf("webpack.config.js"))?.[1]?.split(",");
    expect(files.filter((file) => !namesIn("assets").includes(file))).toEqual([]);
    expect(published).toEqual(expect.arrayContaining(files.map((file) => extname(basename(file)).slice(1))));
  });

  it.each(['<p style="a">', "<style>", "<a onclick='b'>", "<script src='c'>"])(
    "would be caught with %s",
    (bad) => {
      expect(bad).toMatch(forbidden);
    },
  );
});
