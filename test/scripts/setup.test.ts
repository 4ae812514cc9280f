import { spawn } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askMissing } from "../../scripts/setup/askMissing.ts";
import { listen } from "../../sim/listen.ts";
import { parseConfig } from "../../src/config/config.ts";
import { readPrivateKey } from "../../src/oauth/privateKey.ts";

jest.setTimeout(60_000);

const addresses = ["--jira", "https://jira.acme.example/jira", "--host", "https://addin.acme.example/inlink"];
const passphrase = /^ {4}((?:[2-9A-Z]{5}-){4}[2-9A-Z]{5})$/m;

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "inlink-setup-"))));
afterEach(() => rmSync(folder, { recursive: true }));

const inFolder = (...path: readonly string[]) => join(folder, ...path);
const read = (...path: readonly string[]) => readFileSync(inFolder(...path), "utf8");
const site = () => parseConfig(read("dist", "config.json"), "https://addin.acme.example/inlink/x").sites[0];

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** `npm run setup`, with nobody at the terminal. */
function setup(...options: readonly string[]): Promise<Ended> {
  const places = ["--dist", inFolder("dist"), "--out", inFolder("handout")];
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/setup.ts", ...places, ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const)
    child[stream].setEncoding("utf8").on("data", (text: string) => (output[stream] += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (status) => resolve({ status, ...output }));
  });
}

describe("npm run setup", () => {
  it("writes what it says, with a key that the passphrase opens which it shows", async () => {
    const { stdout, status } = await setup(...addresses, "--offline");
    expect(status).toBe(0);
    const written = [...stdout.matchAll(/^ {2}(\S+): /gm)].map(([, path = ""]) => path);
    expect(written.length).toBeGreaterThan(5);
    for (const path of written) expect(existsSync(path)).toBe(true);
    expect(readdirSync(inFolder("dist")).sort()).toEqual(["config.json", "manifest.xml"]);
    const [, shown = ""] = passphrase.exec(stdout) ?? [];
    expect((await readPrivateKey(site()?.privateKey ?? "", shown)).cryptoKey?.extractable).toBe(false);
    expect(stdout).toMatch(/Next, in this order:\n 1\. /);
  });

  it("needs no options a second time, and changes nothing then", async () => {
    await setup(...addresses, "--offline", "--upstream", "http://10.0.0.5:8080", "--jira-address", "private");
    const names = ["config.json", "manifest.xml"].map((name) => join("dist", name));
    const handouts = readdirSync(inFolder("handout")).map((name) => join("handout", name));
    const texts = () => [...names, ...handouts].map((name) => read(name));
    const before = texts();
    const { stdout, status } = await setup("--offline");
    expect(status).toBe(0);
    expect(texts()).toEqual(before);
    expect(stdout).not.toMatch(passphrase);
  });

  it("goes from plain to protected and back, and rotates, as it is asked", async () => {
    await setup(...addresses, "--offline", "--plain-key");
    const plain = site()?.privateKey ?? "";
    writeFileSync(inFolder("secret"), "correct horse battery\r\n");
    await setup("--offline", "--passphrase-file", inFolder("secret"));
    await readPrivateKey(site()?.privateKey ?? "", "correct horse battery");

    const refused = await setup("--offline", "--plain-key");
    expect(refused.status).toBe(1);
    expect(refused.stderr).toMatch(/--passphrase-file.*--rotate-key/);
    expect(site()?.privateKey).toContain("ENCRYPTED");

    await setup("--offline", "--plain-key", "--passphrase-file", inFolder("secret"));
    expect(site()?.privateKey).toBe(plain);

    const rotated = await setup("--offline", "--rotate-key");
    expect(rotated.stdout).toContain("WARNING: The key is not protected");
    expect(site()?.privateKey).not.toBe(plain);
    expect(read("handout", "jira.html")).toContain("Replace the public key");
  });

  it("says in one line for each option what is missing or wrong, and writes nothing", async () => {
    const { status, stderr } = await setup("--mode", "proxy");
    expect(status).toBe(1);
    expect(stderr).toMatch(/^--jira: .*\n--host: .*\n--mode: .*\n/);
    expect((await setup("--jria", "x")).stderr).toContain("--jria");
    expect((await setup(...addresses, "--plain-key", "--protect-key")).status).toBe(1);
    expect(existsSync(inFolder("dist"))).toBe(false);
  });

  it("tells what has changed, what has not, and what an earlier mode left", async () => {
    await setup(...addresses, "--mode", "cors", "--plain-key", "--offline");
    const { stdout } = await setup("--mode", "relay", "--offline");
    const [written = "", unchanged = "", leftOver = ""] = stdout.split(/\n(?:Unchanged|Of an earlier run)/);
    expect(written).toMatch(/config\.json[^]*jira\.html[^]*nginx-addin\.conf/);
    expect(unchanged).toContain("manifest.xml");
    expect(leftOver).toMatch(/take them off your servers[^]*nginx-jira\.conf/);
  });

  it("says where options go when one is mistyped, or npm took it for its own", async () => {
    for (const mistake of [["--jira-adress", "private"], ["cors"]]) {
      const { status, stderr } = await setup(...mistake);
      expect(status).toBe(1);
      expect(stderr).toMatch(/Nothing was written\. Options come after two hyphens[^]*--help/);
    }
  });

  it("leaves a config.json alone that it cannot read, and the template of the manifest always", async () => {
    await setup(...addresses, "--offline", "--plain-key");
    writeFileSync(inFolder("dist", "config.json"), "{");
    const { status, stderr } = await setup("--offline");
    expect(status).toBe(1);
    expect(stderr).toContain("left alone");
    expect(read("dist", "config.json")).toBe("{");
    expect((await setup(...addresses, "--offline", "--dist", ".")).stderr).toContain("template");
  });

  it("keeps the permissions that somebody gave to config.json", async () => {
    await setup(...addresses, "--offline", "--plain-key");
    expect(statSync(inFolder("dist", "config.json")).mode & 0o400).toBe(0o400);
    chmodSync(inFolder("dist", "config.json"), 0o640);
    await setup("--offline", "--name", "Acme");
    expect(statSync(inFolder("dist", "config.json")).mode & 0o777).toBe(0o640);
    expect(readdirSync(inFolder("dist"))).toHaveLength(2);
  });

  it("asks Jira what it is, and tells what that means", async () => {
    const info = { baseUrl: "https://jira.acme.example", version: "9.12.4", deploymentType: "Cloud" };
    const server = await listen((request, response) => {
      response.setHeader("Content-Type", "application/json");
      response.end(request.url === "/jira/rest/api/2/serverInfo" ? JSON.stringify(info) : "{}");
    });
    try {
      const options = ["--host", "https://addin.acme.example/inlink", "--plain-key"];
      const { stdout } = await setup("--jira", `http://localhost:${server.port}/jira`, ...options);
      expect(stdout).toContain("Jira 9.12.4 (Cloud) answers");
      expect(stdout).toContain("WARNING: This is Jira Cloud");
      expect(stdout).toContain("WARNING: Jira knows itself by another address");
      const other = await setup("--jira", `http://localhost:${server.port}`, ...options);
      expect(other.stdout).toContain("not what Jira says there");
    } finally {
      await server.close();
    }
    const { stdout, status } = await setup("--jira", `http://localhost:${server.port}`);
    expect(status).toBe(0);
    expect(stdout).toContain("cannot be reached from here (ECONNREFUSED)");
  });
});

describe("at a terminal, set-up", () => {
  /** A person who gives these answers one after the other. */
  function person(...given: readonly string[]) {
    const rest = [...given];
    const heard: string[] = [];
    return {
      heard,
      ask: (question: string) => {
        heard.push(question);
        const answer = rest.shift();
        return answer === undefined
          ? Promise.reject(new Error(`Asked: ${question}`))
          : Promise.resolve(answer);
      },
      say: (line: string) => heard.push(line),
    };
  }

  it("asks for what was not said, until the answer holds", async () => {
    const { ask, say, heard } = person(
      "jira.acme.example",
      "https://jira.acme.example",
      "",
      "https://jira.acme.example/x",
      "https://addin.acme.example",
      "private",
      "",
    );
    expect(await askMissing({ name: "Acme" }, ask, say)).toEqual({
      name: "Acme",
      jira: "https://jira.acme.example",
      mode: "",
      host: "https://addin.acme.example",
      addinAddress: "private",
      jiraAddress: "",
    });
    expect(heard.filter((line) => line.includes("is not a whole address"))).toHaveLength(1);
    expect(heard.filter((line) => line.startsWith("Is on Jira's own host"))).toHaveLength(1);
  });

  it("asks nothing where all has been said", async () => {
    const { ask, say, heard } = person();
    const all = { jira: "x", mode: "relay", host: "y", addinAddress: "public", jiraAddress: "" };
    expect(await askMissing(all, ask, say)).toEqual(all);
    expect(heard).toEqual([]);
  });
});
