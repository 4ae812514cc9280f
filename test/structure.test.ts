/** What a newcomer is told when something stands in the wrong room. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import { anything, list } from "../src/core/parse.ts";

const root = join(__dirname, "..");
const sources = filesIn("src").filter((path) => /\.tsx?$/.test(path));

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}
const textOf = (path: string): string => readFileSync(join(root, path), "utf8");

/** Names as the compiler sees them: what comments, strings and markup say is not among them. */
function namesIn(path: string, text = textOf(path)): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true));
  return names;
}

function importsOf(path: string): readonly string[] {
  return ts.preProcessFile(textOf(path), true, true).importedFiles.map(({ fileName }) => fileName);
}

it("reads names of code only", () => {
  const names = namesIn("a.ts", '/** Office */ const a = "Office"; // Office\nconst b = `${a} Office`;');
  expect([...names]).toEqual(["a", "b"]);
  expect(namesIn("a.ts", "const a: Office.Body = `${Office.b}`;").has("Office")).toBe(true);
});

describe("src", () => {
  it("has files to look at", () => {
    expect(sources.length).toBeGreaterThan(50);
  });

  it.each(sources.filter((path) => !/^src\/(outlook|pages)\//.test(path)))(
    "%s does not name Office: only outlook/ and pages/ may",
    (path) => expect(namesIn(path).has("Office")).toBe(false),
  );

  it.each(sources.filter((path) => path.startsWith("src/core/")))(
    "%s imports nothing but core/, an HTML parser and a deflater",
    (path) => {
      const foreign = importsOf(path).filter((name) =>
        name.startsWith(".")
          ? !join(path, "..", name).startsWith("src/core/")
          : !["htmlparser2", "domhandler", "fflate"].includes(name),
      );
      expect(foreign).toEqual([]);
      expect(path).not.toMatch(/\.tsx$/);
    },
  );
});

describe("fields", () => {
  const registry = textOf("src/fields/registry.ts");
  const types = sources.filter(
    (path) => path.startsWith("src/fields/types/") && /\bfrom "\.\.\/(fieldType|shapes)\b/.test(textOf(path)),
  );

  it("has kinds of fields", () => {
    expect(types.length).toBeGreaterThan(40);
  });

  it.each(types)("%s has its row in registry.ts", (path) => {
    const name = /\bexport const (\w+)\b/.exec(textOf(path))?.[1] ?? "";
    const list = /fieldTypes: readonly FieldType\[\] = \[([^\]]*)\]/.exec(registry)?.[1] ?? "";
    expect(path).toMatch(new RegExp(`/${name}\\.tsx?$`));
    expect(list.split(",").map((item) => item.trim())).toContain(name);
  });
});

/** In the place of files that are there: the type checker knows no others. */
const forbidden: readonly (readonly [why: string, path: string, code: string, rule: string])[] = [
  ...(
    [
      ["core/ imports ui/", "src/core/site.ts", "../ui/App.tsx"],
      ["core/ imports an adapter", "src/core/site.ts", "../jira/jira.ts"],
      ["an adapter imports another", "src/jira/myself.ts", "../oauth/legs.ts"],
      ["fields/ imports ui/", "src/fields/registry.ts", "../ui/App.tsx"],
      ["ui/ imports an adapter", "src/ui/Problem.tsx", "../outlook/mailbox.ts"],
      ["ui/ imports pages/", "src/ui/Problem.tsx", "../pages/taskpane/boot.ts"],
      ["src imports the stand-ins", "src/ui/Problem.tsx", "../../sim/listen.ts"],
      ["the stand-ins import src", "sim/listen.ts", "../src/core/site.ts"],
    ] as const
  ).map(([why, path, name]) => [why, path, `import "${name}";`, "import-x/no-restricted-paths"] as const),
  ["core/ imports React", "src/core/site.ts", 'import "react";', "no-restricted-imports"],
  [
    "core/ imports Fluent",
    "src/core/site.ts",
    'import "@fluentui/react-components";',
    "no-restricted-imports",
  ],
  ["ui/ names Office", "src/ui/Problem.tsx", "export const a = Office.context;", "no-restricted-globals"],
  ["jira/ fetches by itself", "src/jira/myself.ts", 'export const a = fetch("/");', "no-restricted-globals"],
  ["core/ touches the page", "src/core/site.ts", "export const a = document.title;", "no-restricted-globals"],
  [
    "a cast stands in src",
    "src/core/site.ts",
    'export const a = JSON.parse("1") as number;',
    "@typescript-eslint/consistent-type-assertions",
  ],
  [
    "a file imports what imports it",
    "src/core/parse.ts",
    'import { createSession } from "./session.ts";\nexport const a = createSession;',
    "import-x/no-cycle",
  ],
  ["a default export stands in src", "src/core/site.ts", "export default 1;", "import-x/no-default-export"],
];
const allowed = [
  "what is allowed",
  "src/ui/Problem.tsx",
  'export { explain } from "./explain.ts";\n',
] as const;

/** By a process of its own: jest's module loader cannot import ESLint's configuration. */
const lint = `
  import { ESLint } from "eslint";
  const eslint = new ESLint();
  const broken = [];
  for (const [, filePath, code] of JSON.parse(process.env.CASES)) {
    const [result] = await eslint.lintText(code, { filePath });
    broken.push(result.messages.map(({ ruleId }) => ruleId));
  }
  process.stdout.write(JSON.stringify(broken));
`;

describe("the walls of eslint.config.mjs", () => {
  let broken: readonly unknown[] = [];
  beforeAll(() => {
    const env = { ...process.env, CASES: JSON.stringify([allowed, ...forbidden]) };
    const output = execFileSync(process.execPath, ["--input-type=module", "--eval", lint], {
      cwd: root,
      env,
    });
    broken = list(anything)(JSON.parse(output.toString()), "");
  }, 400_000);

  it.each(forbidden.map(([why, , , rule], index) => [why, rule, index + 1] as const))(
    "stand where %s (%s)",
    (_, rule, index) => expect(broken[index]).toContain(rule),
  );

  it("let through what is allowed", () => {
    expect(broken[0]).toEqual([]);
  });
});
