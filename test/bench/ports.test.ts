import { mkdtempSync, rmSync } from "node:fs";
import type { RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchCertificate } from "../../sim/certificate.ts";
import { listen, type Certificate } from "../../sim/listen.ts";
import { listenOnBlock } from "../../sim/ports.ts";

const nothing: RequestListener = (_request, response) => response.end();
const listeners = { outlook: nothing, addin: nothing, jira: nothing, cdn: nothing };
/** Away from the ports of `npm start`, which may be running. */
const first = 28443;
let certificate: Certificate;
let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "inlink-ports-"));
  certificate = await benchCertificate(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

it("takes the next four ports where one is taken, and says so", async () => {
  const inTheWay = await listen(nothing, undefined, first + 2);
  const said: string[] = [];
  const running = await listenOnBlock(listeners, certificate, { first, say: (line) => said.push(line) });
  try {
    expect([running.outlook.port, running.addin.port, running.jira.port, running.cdn.port]).toEqual([
      first + 10,
      first + 11,
      first + 12,
      first + 13,
    ]);
    expect(said).toEqual([expect.stringContaining(`Port ${first + 2} is taken`)]);
  } finally {
    await Promise.all([inTheWay, ...Object.values(running)].map((server) => server.close()));
  }
});
