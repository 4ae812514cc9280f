import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";

/** A table of the built scripts: by page what it loads at once, then the chunks that come when they are needed. */
export function sizes(folder: string): string {
  const pages = readdirSync(folder).filter((file) => file.endsWith(".html"));
  const atOnce = new Map(pages.map((page) => [page, scriptsOf(readFileSync(join(folder, page), "utf8"))]));
  const later = readdirSync(join(folder, "js"))
    .filter((file) => file.endsWith(".js"))
    .map((file) => `js/${file}`)
    .filter((file) => ![...atOnce.values()].flat().includes(file));
  const rows = [
    ...[...atOnce].map(([page, files]) => row(page, files, folder)),
    ...later.map((file) => row(`  later: ${file}`, [file], folder)),
  ];
  return [line("bytes of script", ["raw", "gzip", "brotli"]), ...rows].join("\n");
}

function scriptsOf(html: string): readonly string[] {
  return [...html.matchAll(/src="?(js\/[^">\s]+)/g)].flatMap(([, file]) => file ?? []);
}

function row(name: string, files: readonly string[], folder: string): string {
  const contents = files.map((file) => readFileSync(join(folder, file)));
  const total = (measure: (bytes: Buffer) => number) =>
    contents.reduce((sum, bytes) => sum + measure(bytes), 0).toLocaleString("en");
  return line(name, [
    total((bytes) => bytes.length),
    total((bytes) => gzipSync(bytes).length),
    total((bytes) => brotliCompressSync(bytes).length),
  ]);
}

function line(name: string, numbers: readonly string[]): string {
  return name.padEnd(40) + numbers.map((number) => number.padStart(12)).join("");
}
