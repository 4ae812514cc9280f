import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import webpack from "webpack";

/** A module of the product as a script that leaves what it exports on the page, under this name. */
export async function bundled(entry: string, name: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), `inlink-${name}-`));
  try {
    const compiler = webpack({
      mode: "production",
      entry: resolve(entry),
      module: {
        rules: [
          {
            test: /\.ts$/,
            loader: "swc-loader",
            options: { jsc: { target: "es2022", parser: { syntax: "typescript" } } },
          },
        ],
      },
      output: { path: folder, filename: "module.js", library: { name, type: "var" } },
    });
    await new Promise<void>((done, fail) =>
      compiler.run((error, stats) =>
        error || stats?.hasErrors() ? fail(error ?? new Error(stats?.toString())) : done(),
      ),
    );
    return readFileSync(join(folder, "module.js"), "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
