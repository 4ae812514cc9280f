import { env } from "node:process";

/** Three projects: pure code in Node, components in jsdom, user stories in a real browser. */
const shared = {
  rootDir: import.meta.dirname,
  transform: {
    "\\.(ts|tsx|js|mjs)$": [
      "@swc/jest",
      {
        jsc: {
          target: "es2022",
          parser: { syntax: "typescript", tsx: true },
          transform: { react: { runtime: "automatic" } },
        },
        module: { type: "commonjs" },
      },
    ],
  },
  // These ship as ES modules only, which jest's own loader cannot require.
  transformIgnorePatterns: [
    "/node_modules/(?!(htmlparser2|domhandler|domutils|dom-serializer|domelementtype|entities|postal-mime)/)",
  ],
};
export default {
  testTimeout: 30_000, // A guard against what hangs: the usual five seconds are few on a loaded machine.
  projects: [
    {
      ...shared,
      displayName: "node",
      // jsrsasign looks up Math all the time, which jest's sandbox makes some forty times slower.
      sandboxInjectedGlobals: ["Math"],
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/**/*.test.ts"],
      testPathIgnorePatterns: ["/test/e2e/", "/test/ui/", "/node_modules/"],
    },
    {
      ...shared,
      displayName: "ui",
      testEnvironment: "jest-fixed-jsdom",
      testMatch: ["<rootDir>/test/ui/**/*.test.tsx"],
    },
    {
      ...shared,
      displayName: "e2e",
      testEnvironment: "node",
      testMatch: ["<rootDir>/test/e2e/**/*.test.ts"],
      testPathIgnorePatterns: ["/node_modules/", ...(env["LONG"] === "1" ? [] : ["/test/e2e/long/"])],
      setupFilesAfterEnv: ["<rootDir>/test/e2e/patience.ts"],
    },
  ],
};
