import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "../../sim/browser/find.ts";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "inlink-find-"))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A program that says nothing and succeeds, or fails, when asked for its version. */
function program(name: string, status: number): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\nexit ${status}\n`);
  chmodSync(file, 0o755);
  return file;
}

describe("looking for a browser", () => {
  it("takes the one that CHROME_PATH names", () => {
    const told = program("my-browser", 0);
    program("chromium", 0);
    expect(findBrowser({ CHROME_PATH: told, PATH: folder })).toBe(told);
  });

  it("complains where CHROME_PATH names none, instead of taking another", () => {
    program("chromium", 0);
    expect(() => findBrowser({ CHROME_PATH: join(folder, "gone"), PATH: folder })).toThrow("CHROME_PATH");
  });

  it("passes over a program that does not start", () => {
    program("chromium", 1);
    const works = program("google-chrome", 0);
    expect(findBrowser({ PATH: folder })).toBe(works);
  });
});
