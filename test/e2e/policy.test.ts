/** The page policy in a real browser, with Microsoft's office.js: nothing of ours meets it, and it holds. */
import { chooseProject, openPane, send, signIn, tickAllFiles } from "../../sim/browser/pane.ts";
import { anna, tell, textOf } from "./story.ts";
import { violationsIn } from "./violations.ts";

/** Everything on the page from which somebody else's code could run. */
function attack(): Promise<readonly string[]> {
  const ran: string[] = [];
  Object.assign(window, { ran });
  const tries: Readonly<Record<string, () => unknown>> = {
    "an inline handler": () => {
      document.body.insertAdjacentHTML("beforeend", "<img src='x:' onerror='ran.push(1)'>");
    },
    "an inline script": () => {
      const script = document.createElement("script");
      script.textContent = "ran.push(2)";
      document.body.append(script);
    },
    "a foreign script": () => {
      const script = document.createElement("script");
      script.src = "https://jira.bench.test/evil.js";
      document.body.append(script);
    },
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- must be refused
    "evaluated text": () => new Function("ran.push(3)"),
    "a frame's HTML": () =>
      document.createElement("iframe").setAttribute("srcdoc", "<script>ran.push(4)</script>"),
    "a script for a worker": () => new Worker("data:text/javascript,postMessage(1)"),
  };
  const outcome = (attempt: () => unknown): string => {
    try {
      attempt();
      return "no exception";
    } catch (error) {
      return error instanceof Error ? error.name : "refused";
    }
  };
  return new Promise((resolve) => {
    // Not within the debugger's own call, which may evaluate text.
    setTimeout(() => {
      const outcomes = Object.entries(tries).map(([name, attempt]) => `${name}: ${outcome(attempt)}`);
      setTimeout(() => resolve([...outcomes, ...ran.map((n) => `ran ${n}`)]), 500);
    });
  });
}

/** Script, directive, and the hash of what was refused. */
function named(report: string): string {
  const [, script = "", directive = "", hash = ""] =
    /([^/]+\.js): .*?directive '([a-z-]+).*?hash \('([^']+)'\)/.exec(report) ?? [];
  return script === "" ? report : `${script} ${directive} ${hash}`;
}

/**
 * office.js reads the mailbox's token as XML, which it is not everywhere, so Chromium builds a document that says so, with
 * two style attributes in it. Nobody sees that document.
 */
const officeReports = new Set([
  "outlook-web-16.01.js style-src sha256-ICa0DhwZQJsOd/Rn0N8H6FdQ71GfNL+op2zhAQ+Y4mM=",
  "outlook-web-16.01.js style-src sha256-ZD0chCyBaNHl+4UwQHJIHGoYhKwMeyCXGgJTKW5/67E=",
]);

describe("the page policy", () => {
  it("meets nothing of ours from sign-in to an issue with its files; of office.js's it meets what is named here", () =>
    tell({}, async ({ outlook }) => {
      const violations = violationsIn(outlook.context());
      await outlook.reload();
      await outlook.waitForFunction(() => "bench" in window);
      const pane = await openPane(outlook);
      await signIn(outlook, anna);
      await textOf(pane, "Description", "printer");
      await chooseProject(pane, "DEMO");
      await tickAllFiles(pane);
      await send(pane, "Create issue");
      await pane.getByRole("button", { name: "Check the connection" }).click();
      await pane.getByRole("button", { name: "Check again" }).waitFor({ timeout: 60_000 });
      expect(violations.ours).toEqual([]);
      expect(new Set(violations.office.map(named))).toEqual(officeReports);
    }));

  it.each(["taskpane.html", "signin.html", "setup.html"])("of %s lets nobody else's code run", (name) =>
    tell({}, async ({ bench, outlook }) => {
      const page = await outlook.context().newPage();
      await page.goto(`${bench.addinOrigin}/${name}`);
      const outcome = await page.evaluate(attack);
      expect(outcome).toEqual([
        "an inline handler: no exception",
        "an inline script: no exception",
        "a foreign script: TypeError",
        "evaluated text: EvalError",
        "a frame's HTML: no exception",
        "a script for a worker: TypeError",
      ]);
      expect(await page.locator("img[src='x:']").count()).toBe(0);
    }),
  );
});
