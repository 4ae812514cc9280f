/** Who and what is there at the start. */
import type { Data, Issue, IssueType, Project, ScreenField, User } from "./model.ts";

function user(name: string, displayName: string, more: Partial<User> = {}): User {
  return {
    name,
    displayName,
    key: `JIRAUSER${String(10100 + name.charCodeAt(0))}`,
    emailAddress: `${displayName.toLowerCase().replace(" ", ".")}@acme.example`,
    password: name,
    admin: false,
    timeZone: "Etc/UTC",
    ...more,
  };
}

export const users: readonly User[] = [
  user("admin", "Administrator", { admin: true, emailAddress: "jira-admin@acme.example" }),
  user("anna", "Anna Berg", { timeZone: "Europe/Berlin" }),
  user("ben", "Ben Ito", { timeZone: "Asia/Tokyo" }),
  user("carla", "Carla Ruiz"),
];

const need = (field: string): ScreenField => ({ field, required: true });
const may = (field: string): ScreenField => ({ field, required: false });
const medium: ScreenField = { field: "priority", required: false, default: "3" };
/** Required, but filled in: with the acting user. */
const reporter: ScreenField = { field: "reporter", required: true, default: "currentUser" };
const head = [need("summary"), need("issuetype"), need("project")];
const plain = [...head, may("description"), medium, may("labels"), may("attachment")];

interface TypeSketch {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly screen: readonly ScreenField[];
  readonly subtask?: boolean;
}
const type = (sketch: TypeSketch): IssueType => ({ subtask: false, ...sketch });

const demoFields = [
  ...plain,
  may("components"),
  may("duedate"),
  may("assignee"),
  reporter,
  may("customfield_10100"),
];

const screenOf = (...fields: readonly string[]) => [
  ...head,
  may("description"),
  may("attachment"),
  ...fields.map(need),
];
const customs = (...numbers: readonly number[]) => numbers.map((number) => `customfield_${number}`);

const texts = ["environment", ...customs(10100, 10200, 10201, 10202, 10102, 10203, 10234, 10235, 10231)];
const times = ["duedate", "timetracking", "worklog", ...customs(10204, 10205, 10236, 10237)];
const choices = [
  ...["priority", "resolution", "security", "components", "versions", "fixVersions"],
  ...customs(10101, 10206, 10207, 10208, 10209, 10215, 10216, 10217, 10232),
];
const people = ["assignee", "reporter", "labels", ...customs(10211, 10212, 10213, 10214, 10218, 10238)];
const links = ["issuelinks", ...customs(10230, 10233, 10240)];

/** Fields of every kind: a few kinds needed in each issue type, and all of them offered in one. */
const everyField: Project = {
  id: "10004",
  key: "EVERY",
  name: "Every field",
  description: "A field of every kind.",
  typeKey: "software",
  lead: "anna",
  members: undefined,
  components: [
    { id: "10310", name: "Paper tray" },
    { id: "10311", name: "Toner" },
  ],
  versions: [
    { id: "10500", name: "1.0", released: true, archived: false },
    { id: "10501", name: "2.0", released: false, archived: false },
    { id: "10502", name: "0.9", released: true, archived: true },
  ],
  issueTypes: [
    type({ id: "10030", name: "Texts", description: "Texts and numbers.", screen: screenOf(...texts) }),
    type({ id: "10031", name: "Times", description: "Days and durations.", screen: screenOf(...times) }),
    type({ id: "10032", name: "Choices", description: "Of a list.", screen: screenOf(...choices) }),
    type({ id: "10033", name: "People", description: "People and labels.", screen: screenOf(...people) }),
    type({ id: "10034", name: "Links", description: "Other issues.", screen: screenOf(...links) }),
    type({ id: "10035", name: "Epic", description: "A large piece of work.", screen: screenOf() }),
    type({
      id: "10036",
      name: "Foreign",
      description: "Has a field of an app.",
      screen: screenOf("customfield_10239"),
    }),
    type({
      id: "10037",
      name: "Anything",
      description: "Needs none of them.",
      screen: [...screenOf(), ...[...texts, ...times, ...choices, ...people, ...links].map(may)],
    }),
    type({
      id: "10038",
      name: "Part",
      description: "A part of a larger issue.",
      subtask: true,
      screen: [...screenOf(), need("parent")],
    }),
  ],
};

export const projects: readonly Project[] = [
  {
    id: "10000",
    key: "DEMO",
    name: "Demo project",
    description: "A place to try things.",
    typeKey: "software",
    lead: "anna",
    members: undefined,
    components: [
      { id: "10300", name: "Backend" },
      { id: "10301", name: "Frontend" },
      { id: "10302", name: "Print service" },
    ],
    versions: [],
    issueTypes: [
      type({ id: "10004", name: "Bug", description: "A problem or error.", screen: demoFields }),
      type({ id: "10002", name: "Task", description: "A task that needs to be done.", screen: demoFields }),
      type({ id: "10001", name: "Story", description: "A user story.", screen: demoFields }),
      type({
        id: "10003",
        name: "Sub-task",
        description: "A part of a larger issue.",
        subtask: true,
        screen: [...head, need("parent"), may("description"), medium, may("attachment")],
      }),
    ],
  },
  {
    id: "10001",
    key: "OPS",
    name: "IT operations",
    description: "Incidents and changes.",
    typeKey: "business",
    lead: "ben",
    members: undefined,
    components: [],
    versions: [],
    issueTypes: [
      type({
        id: "10010",
        name: "Incident",
        description: "Something is broken.",
        screen: [...plain, need("customfield_10101"), may("customfield_10102"), may("assignee")],
      }),
      type({
        id: "10011",
        name: "Change",
        description: "Something is to be changed.",
        screen: [...plain, need("duedate"), may("assignee")],
      }),
    ],
  },
  {
    id: "10002",
    key: "SUP",
    name: "Customer support",
    description: "What customers ask.",
    typeKey: "service_desk",
    lead: "carla",
    members: undefined,
    components: [],
    versions: [],
    issueTypes: [
      type({ id: "10020", name: "Question", description: "A customer asks.", screen: plain }),
      type({
        id: "10021",
        name: "Service request",
        description: "A customer wants something.",
        screen: [...plain, may("duedate"), may("customfield_10100")],
      }),
    ],
  },
  {
    id: "10003",
    key: "HR",
    name: "Human resources",
    description: "Not for everybody.",
    typeKey: "business",
    lead: "carla",
    members: ["admin", "carla"],
    components: [],
    versions: [],
    issueTypes: [type({ id: "10002", name: "Task", description: "A task.", screen: plain })],
  },
  everyField,
];

interface Sketch {
  readonly key: string;
  readonly type: string;
  readonly by: string;
  readonly summary: string;
  readonly description: string;
  readonly more?: Readonly<Record<string, unknown>>;
}

const sketches: readonly Sketch[] = [
  {
    key: "EVERY-1",
    type: "10035",
    by: "ben",
    summary: "Devices that do not burn",
    description: "",
  },
  {
    key: "DEMO-1",
    type: "10004",
    by: "anna",
    summary: "Printer on the second floor prints everything twice",
    description: "h2. What happens\nEvery page comes out *twice*.\n\n* since Monday\n* all users",
    more: { components: ["10302"], labels: ["printer"] },
  },
  {
    key: "DEMO-2",
    type: "10002",
    by: "ben",
    summary: "Order new toner",
    description: "Black and cyan.",
    more: { labels: ["printer", "purchase"], assignee: "anna" },
  },
  {
    key: "DEMO-3",
    type: "10001",
    by: "anna",
    summary: "As a visitor I want to print from my phone",
    description: "",
  },
  {
    key: "OPS-1",
    type: "10010",
    by: "ben",
    summary: "Mail server was down for ten minutes",
    description: "{noformat}\nconnection refused\n{noformat}",
    more: { customfield_10101: "10202", customfield_10102: 40 },
  },
  {
    key: "OPS-2",
    type: "10011",
    by: "anna",
    summary: "Renew the certificate of the mail server",
    description: "",
    more: { duedate: "2030-01-31" },
  },
  {
    key: "SUP-1",
    type: "10020",
    by: "carla",
    summary: "How do I change my delivery address?",
    description: "Asked by phone.",
  },
  {
    key: "SUP-2",
    type: "10021",
    by: "anna",
    summary: "Customer wants a copy of invoice 4711",
    description: "",
  },
  {
    key: "HR-1",
    type: "10002",
    by: "carla",
    summary: "Prepare the interviews",
    description: "Confidential.",
  },
];

const day = 86_400_000;

/** @param now the seeded issues are as many days old as they are far from the end of the list */
export function seed(now: number): Data {
  const issues = sketches.map((sketch, index): Issue => {
    const at = now - (sketches.length - index) * day;
    return {
      id: String(9_999 + index),
      key: sketch.key,
      projectKey: sketch.key.split("-")[0] ?? "",
      issueTypeId: sketch.type,
      fields: {
        summary: sketch.summary,
        description: sketch.description || undefined,
        priority: "3",
        reporter: sketch.by,
        ...sketch.more,
      },
      status: "To Do",
      creator: sketch.by,
      created: at,
      updated: at,
      comments: [],
      attachments: [],
      remoteLinks: [],
      properties: {},
    };
  });
  const counters: Record<string, number> = {};
  for (const { projectKey } of issues) counters[projectKey] = (counters[projectKey] ?? 0) + 1;
  return {
    nextId: 11_000,
    counters,
    links: [],
    tokens: [],
    allowlist: [],
    issues,
    projectProperties: {},
    recentProjects: {},
    recentIssues: {},
  };
}
