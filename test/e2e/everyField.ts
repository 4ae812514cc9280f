/** Each field of the stand-in's project "Every field": how a person fills it in, and what the issue then has. */
import type { FrameLocator, Locator } from "playwright-core";

export interface Filled {
  readonly id: string;
  /** As the form calls it. */
  readonly name: string;
  /** Of the issue type that needs it. */
  readonly type: "Texts" | "Times" | "Choices" | "People" | "Links";
  fill(pane: FrameLocator): Promise<void>;
  /** What REST answers of it, or a part. */
  readonly has: unknown;
}

type Type = Filled["type"];
type Numbered = number | string;
const idOf = (field: Numbered) => (typeof field === "number" ? `customfield_${field}` : field);
/** The label may have the star of a needed field behind it. */
const starts = (name: string) => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}`);

function typed(type: Type, field: Numbered, name: string, [text, has]: readonly [string, unknown]): Filled {
  const fill = (pane: FrameLocator) => pane.getByRole("textbox", { name: starts(name) }).fill(text);
  return { id: idOf(field), name, type, fill, has };
}

function dated(field: Numbered, name: string, text: string, has: unknown = text): Filled {
  const fill = (pane: FrameLocator) => pane.getByLabel(starts(name)).fill(text);
  return { id: idOf(field), name, type: "Times", fill, has };
}

function chosen(field: Numbered, name: string, label: string): Filled {
  const fill = async (pane: FrameLocator) => {
    await pane.getByRole("combobox", { name: starts(name) }).selectOption({ label });
  };
  const shown = ["priority", "resolution", "security", "customfield_10215", "customfield_10216"];
  const has = shown.includes(idOf(field)) ? { name: label.replace(/ \(.*\)$/, "") } : { value: label };
  return { id: idOf(field), name, type: "Choices", fill, has };
}

function ticked(field: Numbered, name: string, ...labels: readonly string[]): Filled {
  const fill = async (pane: FrameLocator) => {
    const group = pane.getByRole("group", { name: starts(name) });
    for (const label of labels) await group.getByRole("checkbox", { name: label, exact: true }).check();
  };
  const key = field === 10207 ? "value" : "name";
  return { id: idOf(field), name, type: "Choices", fill, has: labels.map((label) => ({ [key]: label })) };
}

async function find(box: Locator, pane: FrameLocator, words: string): Promise<void> {
  await box.click();
  await box.fill(words);
  await pane.getByRole("option", { name: words }).first().click();
}

function found(
  type: Type,
  field: Numbered,
  name: string,
  [words, has]: readonly [string | readonly string[], unknown],
): Filled {
  const fill = async (pane: FrameLocator) => {
    const box = pane.getByRole("combobox", { name: starts(name) });
    for (const one of [words].flat()) await find(box, pane, one);
  };
  return { id: idOf(field), name, type, fill, has };
}

/** Labels may be new: Enter takes them as they are. */
function written(field: Numbered, name: string, ...labels: readonly string[]): Filled {
  const fill = async (pane: FrameLocator) => {
    const box = pane.getByRole("combobox", { name: starts(name) });
    for (const label of labels) {
      await box.fill(label);
      await box.press("Enter");
    }
  };
  return { id: idOf(field), name, type: "People", fill, has: labels.map((label) => label.replace(" ", "_")) };
}

export const everyField: readonly Filled[] = [
  typed("Texts", "environment", "Environment", ["Second floor", "Second floor"]),
  typed("Texts", 10100, "Customer reference", [" ACME-7 ", "ACME-7"]),
  typed("Texts", 10200, "Root cause", ["One\nTwo", "One\nTwo"]),
  typed("Texts", 10201, "Link to the manual", ["https://example.com/manual", "https://example.com/manual"]),
  typed("Texts", 10202, "Source", ["Mail", "Mail"]),
  typed("Texts", 10102, "Affected users", ["1,5", 1.5]),
  typed("Texts", 10203, "Import Id", ["4711", 4711]),
  typed("Texts", 10234, "Story points", ["8", 8]),
  typed("Texts", 10235, "Original story points", ["5", 5]),
  typed("Texts", 10231, "Epic Name", ["Printers", "Printers"]),

  dated("duedate", "Due Date", "2030-01-31"),
  dated(10204, "Delivery", "2030-02-01"),
  dated(
    10205,
    "Downtime began",
    "2030-02-01T08:15",
    expect.stringMatching(/^2030-02-01T08:15:00\.000[+-]\d{4}$/),
  ),
  dated(10236, "Target start", "2030-03-01"),
  dated(10237, "Target end", "2030-03-31"),
  {
    id: "timetracking",
    name: "Time Tracking",
    type: "Times",
    fill: async (pane) => {
      await pane.getByRole("textbox", { name: /^Time Tracking(?!: remaining)/ }).fill("2d 4h");
      await pane.getByRole("textbox", { name: "Time Tracking: remaining" }).fill("1d");
    },
    has: { originalEstimate: "2d 4h", remainingEstimate: "1d" },
  },
  typed("Times", "worklog", "Log Work", ["1h 30m", { timeSpent: "1h 30m" }]),

  chosen("priority", "Priority", "High"),
  chosen("resolution", "Resolution", "Won't Do"),
  chosen("security", "Security Level", "Internal"),
  ticked("components", "Component/s", "Paper tray", "Toner"),
  ticked("versions", "Affects Version/s", "1.0"),
  ticked("fixVersions", "Fix Version/s", "2.0"),
  chosen(10101, "Impact", "Moderate / Limited"),
  chosen(10206, "Colour", "Green"),
  ticked(10207, "Channels", "Mail", "Chat"),
  found("Choices", 10208, "Skills", [
    ["Skill 7", "Skill 41"],
    [{ value: "Skill 7" }, { value: "Skill 41" }],
  ]),
  {
    id: "customfield_10209",
    name: "Device",
    type: "Choices",
    fill: async (pane) => {
      await pane
        .getByRole("combobox", { name: /^Device/ })
        .first()
        .selectOption({ label: "Hardware" });
      await pane.getByRole("combobox", { name: "Device: Hardware" }).selectOption({ label: "Screen" });
    },
    has: { value: "Hardware", child: { value: "Screen" } },
  },
  chosen(10215, "Other project", "IT operations"),
  chosen(10216, "Found in", "1.0"),
  ticked(10217, "Ported to", "1.0", "2.0"),
  chosen(10232, "Epic Status", "Done"),

  found("People", "assignee", "Assignee", ["Ben Ito", { name: "ben" }]),
  found("People", "reporter", "Reporter", ["Carla Ruiz", { name: "carla" }]),
  written("labels", "Labels", "printer", "two words"),
  found("People", 10211, "Expert", ["Ben Ito", { name: "ben" }]),
  found("People", 10212, "Reviewers", [
    ["Ben Ito", "Carla Ruiz"],
    [{ name: "ben" }, { name: "carla" }],
  ]),
  found("People", 10213, "Team", ["support-team", { name: "support-team" }]),
  found("People", 10214, "Informed teams", ["jira-users", [{ name: "jira-users" }]]),
  written(10218, "Keywords", "urgent"),
  found("People", 10238, "Request participants", ["Carla Ruiz", [{ name: "carla" }]]),

  {
    id: "issuelinks",
    name: "Linked Issues",
    type: "Links",
    fill: async (pane) => {
      await pane
        .getByRole("combobox", { name: /^Linked Issues(?!: issue)/ })
        .selectOption({ label: "is blocked by" });
      await find(pane.getByRole("combobox", { name: "Linked Issues: issue" }), pane, "toner");
    },
    has: { type: "Blocks", way: "inward", key: "DEMO-2" },
  },
  found("Links", 10230, "Epic Link", ["burn", "EVERY-1"]),
  {
    id: "customfield_10240",
    name: "Devices concerned",
    type: "Links",
    fill: async (pane) => {
      const box = pane.getByRole("combobox", { name: /^Devices concerned/ });
      for (const key of ["it-7", "IT-8"]) {
        await box.fill(key);
        await box.press("Enter");
      }
    },
    has: [{ key: "IT-7" }, { key: "IT-8" }],
  },
  found("Links", 10233, "Sprint", ["Sprint 43", [expect.stringContaining("id=43")]]),
];
