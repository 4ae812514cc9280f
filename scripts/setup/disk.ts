import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";

/** undefined where there is no such file. */
export function textIn(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** Configuration in the folder that an earlier run wrote and this one did not: of another mode. */
export function leftOver(folder: string, names: readonly string[]): readonly string[] {
  return readdirSync(folder).filter(
    (name) => /^(nginx|apache|caddy|iis|haproxy|browser-policy)[-.]/.test(name) && !names.includes(name),
  );
}

export interface FileText {
  readonly path: string;
  readonly text: string;
}

/**
 * Never half a file, and none before all could be written: config.json may hold the only copy of the key.
 * A file that is there keeps its permissions; a new one can be read by the web server, as the folder allows.
 */
export function writeAll(files: readonly FileText[]): void {
  const made: { readonly temporary: string; readonly target: string }[] = [];
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(path), { recursive: true });
      const target = existsSync(path) ? realpathSync(path) : path;
      const temporary = `${target}.${process.pid}.new`;
      made.push({ temporary, target });
      writeFileSync(temporary, text);
      if (existsSync(target)) chmodSync(temporary, statSync(target).mode);
    }
    for (const { temporary, target } of made) renameSync(temporary, target);
  } finally {
    for (const { temporary } of made) rmSync(temporary, { force: true });
  }
}
