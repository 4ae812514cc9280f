/**
 * `npm run bench`: how large the add-in is, and how long its pane takes, as ratios against an empty add-in in the
 * same run. Milliseconds of one machine say little to another; the ratios say whether a change made it slower.
 */
import { ensureBrowser } from "../sim/browser/ensure.ts";
import { pageHeaders } from "../src/setup/hosting/policy.ts";
import { ensureBuilt } from "./built.ts";
import { main } from "./main.ts";
import { conversion } from "./measure/conversion.ts";
import { decoding } from "./measure/decoding.ts";
import { emptyAddin } from "./measure/emptyAddin.ts";
import { fieldsOfLargeForm, largeForm } from "./measure/largeForm.ts";
import type { PaneTimes } from "./measure/paneTimes.ts";
import { sizes } from "./measure/sizes.ts";
import { prepare, type Subject } from "./measure/subject.ts";
import { zipping } from "./measure/zipping.ts";

const rounds = 9;
/** So long that everything else is noise beside it. */
const slow = 1500;

await main(async () => {
  const executable = ensureBrowser(console.log);
  ensureBuilt();
  console.log(sizes("dist"));
  console.log("\nFrom a mail's HTML to wiki markup, in Node, against the first:");
  console.log(conversion([0.5, 1, 2.5, 5]));
  console.log("\nA file's base64 to bytes, in Chromium, the longest piece of work:");
  console.log(await decoding(executable));
  console.log("\nA file to a zip, in Chromium, the longest piece of work:");
  console.log(await zipping(executable));

  const subjects = {
    // Without our page policy: it has no Trusted Types policy for office.js.
    empty: await prepare(executable, { dist: emptyAddin(), pageHeaders: () => ({}) }),
    warm: await prepare(executable, { pageHeaders, project: "Demo project" }),
    cold: await prepare(executable, { pageHeaders, project: "Demo project", cold: true }),
    large: await prepare(executable, {
      pageHeaders,
      project: "Large form",
      allFields: true,
      jira: { recorded: [largeForm] },
    }),
  };
  try {
    const times = await race(subjects);
    const row = (words: string, mine: number, theirs: number) =>
      console.log(
        `  ${words.padEnd(64)} ${(mine / theirs).toFixed(2)} × (${mine.toFixed(0)} ms / ${theirs.toFixed(0)} ms)`,
      );
    console.log(
      `\nFrom the pane's frame to …, median of ${rounds}, against an empty add-in in the same run:`,
    );
    row("first paint of content", times.warm.firstPaint, times.empty.firstPaint);
    row(
      "a form that can be sent, Jira's lists known (empty: Office ready)",
      times.warm.usable,
      times.empty.usable,
    );
    row("the same, Jira's lists not known", times.cold.usable, times.empty.usable);
    row(
      `a form of ${fieldsOfLargeForm} fields, all drawn (against one of a few)`,
      times.large.usable,
      times.warm.usable,
    );

    console.log("\nAnswers of Jira that a usable form waits for, one after another:");
    for (const [words, subject] of [
      ["Jira's lists known", subjects.warm],
      ["Jira's lists not known, project and type as last time", subjects.cold],
    ] as const)
      console.log(`  ${words.padEnd(64)} ${(await roundTrips(subject)).toFixed(1)}`);
  } finally {
    await Promise.all(Object.values(subjects).map((subject) => subject.close()));
  }
});

/** By turns, so that what slows the machine slows all of them. */
async function race<Name extends string>(subjects: Record<Name, Subject>): Promise<Record<Name, PaneTimes>> {
  const names = Object.keys(subjects) as Name[];
  const times: Record<Name, PaneTimes>[] = [];
  for (let round = 0; round < rounds; round++) {
    const entries: [Name, PaneTimes][] = [];
    for (const name of names) entries.push([name, await subjects[name].time()]);
    times.push(Object.fromEntries(entries) as Record<Name, PaneTimes>);
  }
  const of = (name: Name, what: keyof PaneTimes) => median(times.map((round) => round[name][what]));
  return Object.fromEntries(
    names.map((name) => [name, { firstPaint: of(name, "firstPaint"), usable: of(name, "usable") }]),
  ) as Record<Name, PaneTimes>;
}

/** How much longer it takes when every answer of Jira takes longer, in such answers. */
async function roundTrips(subject: Subject): Promise<number> {
  const take = async () => median([await usable(subject), await usable(subject), await usable(subject)]);
  const fast = await take();
  subject.slowJira(slow);
  const delayed = await take();
  subject.slowJira(undefined);
  return (delayed - fast) / slow;
}

async function usable(subject: Subject): Promise<number> {
  return (await subject.time()).usable;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
