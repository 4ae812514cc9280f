import js from "@eslint/js";
import { createNodeResolver, importX } from "eslint-plugin-import-x";
import reactHooks from "eslint-plugin-react-hooks";
import { defineConfig, globalIgnores } from "eslint/config";
import tseslint from "typescript-eslint";

/** ARCHITECTURE.md draws these arrows; this is where they are enforced. */
const wall = (target, ...from) => ({
  target: `./${target}`,
  from: from.map((folder) => `./${folder}`),
  message: `ARCHITECTURE.md: ${target}/ may not import this.`,
});
const adapters = ["src/oauth", "src/jira", "src/outlook", "src/device", "src/config"];
const outer = ["src/fields", "src/setup", "src/ui", "src/pages"];
const walls = [
  wall("src/core", ...adapters, ...outer),
  ...adapters.map((adapter) => wall(adapter, ...adapters.filter((other) => other !== adapter), ...outer)),
  wall("src/fields", ...adapters, "src/setup", "src/ui", "src/pages"),
  wall("src/setup", "src/jira", "src/outlook", "src/device", "src/fields", "src/ui", "src/pages"),
  wall("src/ui", ...adapters, "src/pages"),
  wall("src", "sim", "test", "scripts"),
  wall("sim", "src", "test", "scripts"),
];

const outsideWorld = ["fetch", "localStorage", "sessionStorage", "indexedDB", "XMLHttpRequest"];
const forbid = (names, why) => names.map((name) => ({ name, message: why }));

export default defineConfig(
  globalIgnores(["dist/", "coverage/", ".bench/", ".sideload/", "handout/", "screenshots/"]),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  reactHooks.configs.flat.recommended,
  {
    plugins: { "import-x": importX },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    settings: {
      ...importX.flatConfigs.typescript.settings, // Without them it reads no .ts file, and finds no cycle.
      "import-x/resolver-next": [createNodeResolver({ extensions: [".ts", ".tsx", ".js", ".mjs"] })],
    },
    rules: {
      "import-x/no-restricted-paths": ["error", { zones: walls }],
      "import-x/no-cycle": ["error", { ignoreExternal: true }],
      "import-x/no-default-export": "error",
      "max-lines": ["error", { max: 250, skipBlankLines: true, skipComments: true }],
      "max-params": ["error", 4],
      eqeqeq: "error",
      "no-console": "error",
      "@typescript-eslint/unbound-method": "off", // no `this` in this code base
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/switch-exhaustiveness-check": "error",
    },
  },
  {
    files: ["src/**"],
    rules: {
      "@typescript-eslint/no-restricted-types": ["error", { types: { object: "Say which." } }],
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/no-explicit-any": "error",
    },
  },
  {
    // The world is an argument here: rules 5 and 6 of the house.
    files: [
      "src/core/**",
      "src/fields/**",
      "src/setup/**",
      "src/ui/**",
      "src/oauth/**",
      "src/jira/**",
      "src/config/**",
    ],
    rules: {
      "no-restricted-globals": [
        "error",
        ...forbid(["Office"], "Only src/outlook and src/pages talk to office.js."),
        ...forbid(outsideWorld, "Comes in as an argument; src/pages wires it."),
      ],
    },
  },
  {
    files: ["src/device/**"],
    rules: {
      "no-restricted-globals": ["error", ...forbid(["Office", "fetch"], "Not the business of device/.")],
    },
  },
  {
    files: ["src/outlook/**"],
    rules: { "no-restricted-globals": ["error", ...forbid(outsideWorld, "Not the business of outlook/.")] },
  },
  {
    files: ["src/core/**"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...forbid(
          ["Office", "window", "document", "navigator", "DOMParser", ...outsideWorld],
          "core/ is plain TypeScript.",
        ),
      ],
      "no-restricted-imports": [
        "error",
        { patterns: ["react", "react-dom", "@fluentui/*", "jsrsasign", "oauth-1.0a"] },
      ],
    },
  },
  {
    files: ["sim/**", "scripts/**", "test/**"],
    rules: { "max-lines": ["error", { max: 400, skipBlankLines: true, skipComments: true }] },
  },
  { files: ["scripts/**"], rules: { "no-console": "off" } },
  { files: ["*.mjs", "*.ts", "*.js"], rules: { "import-x/no-default-export": "off" } },
  { files: ["**/*.mjs", "**/*.js"], extends: [tseslint.configs.disableTypeChecked] },
);
