import { createCdn } from "../../../sim/cdn/cdn.ts";
import { listen, type RunningServer } from "../../../sim/listen.ts";

let plain: RunningServer;
let patched: RunningServer;
beforeAll(async () => {
  plain = await listen(createCdn({ patch: false }));
  patched = await listen(createCdn());
});
afterAll(() => Promise.all([plain.close(), patched.close()]));

const get = (server: RunningServer, path: string) => fetch(`http://127.0.0.1:${server.port}${path}`);
const library = "/lib/1/hosted/outlook-web-16.01.js";

it("serves the library to every origin, in whatever case it is asked for", async () => {
  const answers = await Promise.all([
    get(plain, "/lib/1/hosted/office.js"),
    get(plain, "/lib/1/hosted/AgaveErrorUX/index.html"),
    get(plain, "/lib/1/hosted/en-US/Outlook_Strings.js"),
    get(plain, "/ajax/3.5/MicrosoftAjax.js"),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(answers[0].headers.get("access-control-allow-origin")).toBe("*");
});

it("adds the patch at the end of Outlook's part, and only there", async () => {
  const [own, theirs] = await Promise.all([get(patched, library), get(plain, library)]);
  const [longer, shorter] = [await own.text(), await theirs.text()];
  expect(longer.startsWith(shorter)).toBe(true);
  expect(longer.slice(shorter.length)).toContain("BENCH PATCH");
  const office = await Promise.all(
    [patched, plain].map(async (one) => (await get(one, "/lib/1/hosted/office.js")).text()),
  );
  expect(office[0]).toBe(office[1]);
});

it.each([
  "/lib/1/hosted/../package.json",
  "/lib/1/hosted/%2e%2e/package.json",
  "/lib/1/hosted/..%2fpackage.json",
  "/lib/1/hosted/",
  "/other.js",
])("does not serve %s", async (path) => {
  expect((await get(plain, path)).status).toBe(404);
});
