/**
 * A real web server before the stand-in, started with the configuration that set-up generates.
 *
 * Snippets are put into the least that an administrator's own configuration of Jira's proxy would be. What is changed
 * in the generated text is listed in substitute.ts, and nothing else is.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { benchCertificate } from "../certificate.ts";
import { listen } from "../listen.ts";
import { apachePlan } from "./apache.ts";
import { caddyPlan } from "./caddy.ts";
import { nginxPlan } from "./nginx.ts";
import { programOf, type EdgeServer } from "./servers.ts";
import { generated, type EdgePlan, type EdgeRoom, type EdgeSetting } from "./setting.ts";

export interface Edge {
  /** Of the add-in's own host; undefined where it has none. */
  readonly addinPort: number | undefined;
  /** Of Jira's proxy; undefined where the edge is none. */
  readonly jiraPort: number | undefined;
  close(): Promise<void>;
}

const plans: Readonly<Record<EdgeServer, (room: EdgeRoom) => EdgePlan>> = {
  nginx: nginxPlan,
  apache: apachePlan,
  caddy: caddyPlan,
};
const patience = 15_000;

export async function startEdge(setting: EdgeSetting): Promise<Edge> {
  const program = programOf(setting.server);
  if (program === undefined) throw new Error(`${setting.server} is not installed`);
  const room = await furnish(setting);
  const plan = planned(room);
  for (const [name, text] of Object.entries(plan.files)) write(join(room.folder, name), text);
  const output: string[] = [];
  const child = spawn(program, plan.args, {
    cwd: room.folder,
    env: { ...process.env, ...plan.env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text: Buffer) => void output.push(text.toString("utf8")));
  }
  const close = async () => {
    await stop(child);
    rmSync(room.folder, { recursive: true, force: true });
  };
  try {
    await Promise.all(plan.ports.map((port) => opened(port, child)));
  } catch (cause) {
    const log = join(room.folder, "error.log");
    const said = output.join("") + (existsSync(log) ? readFileSync(log, "utf8") : "");
    await close();
    throw new Error(`${setting.server} did not start. It says:\n${said}`, { cause });
  }
  const { addin, jira } = generated(setting);
  return {
    addinPort: addin === undefined ? undefined : room.addinPort,
    jiraPort: jira === undefined ? undefined : room.jiraPort,
    close,
  };
}

function planned(room: EdgeRoom): EdgePlan {
  try {
    return plans[room.server](room);
  } catch (error) {
    rmSync(room.folder, { recursive: true });
    throw error;
  }
}

async function furnish(setting: EdgeSetting): Promise<EdgeRoom> {
  const folder = mkdtempSync(join(tmpdir(), `inlink-${setting.server}-`));
  chmodSync(folder, 0o755); // servers give up root's rights
  const { cert, key } = await benchCertificate();
  const [certificate, keyFile] = [join(folder, "bench.crt"), join(folder, "bench.key")];
  writeFileSync(certificate, cert);
  writeFileSync(keyFile, key, { mode: 0o600 });
  const [addinPort, jiraPort] = await freePorts();
  const oneForBoth = setting.server === "caddy";
  return {
    ...setting,
    folder,
    certificate,
    key: keyFile,
    addinPort,
    jiraPort: oneForBoth ? addinPort : jiraPort,
  };
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Taken and given back: nobody else is likely to take them within the next moment. */
async function freePorts(): Promise<readonly [number, number]> {
  const [one, two] = await Promise.all([listen(() => undefined), listen(() => undefined)]);
  await Promise.all([one.close(), two.close()]);
  return [one.port, two.port];
}

async function opened(port: number, child: ChildProcess): Promise<void> {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error("It ended at once");
    if (await answers(port)) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`Port ${port} did not open`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const end = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.once("connect", () => end(true));
    socket.once("error", () => end(false));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const hard = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await ended;
  clearTimeout(hard);
}
