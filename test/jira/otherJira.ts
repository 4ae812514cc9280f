/** Create metadata of an invented Jira, in the forms that Jiras answer it in; a field of an app that nobody knows is not needed. */
const custom = (key: string) => `com.atlassian.jira.plugin.system.customfieldtypes:${key}`;
const needed = (name: string, schema: object, more: object = {}) => ({
  required: true,
  hasDefaultValue: false,
  operations: ["set"],
  name,
  schema,
  ...more,
});

const fields: Readonly<Record<string, object>> = {
  summary: needed("Summary", { type: "string", system: "summary" }),
  issuetype: needed("Issue Type", { type: "issuetype", system: "issuetype" }),
  project: needed("Project", { type: "project", system: "project" }),
  reporter: needed("Reporter", { type: "user", system: "reporter" }),
  priority: needed(
    "Priority",
    { type: "priority", system: "priority" },
    { allowedValues: [{ id: "17", name: "Tomorrow", iconUrl: "https://other.example/17.png" }] },
  ),
  components: needed(
    "Component/s",
    { type: "array", items: "component", system: "components" },
    { allowedValues: [{ id: "20100", name: "Boiler" }] },
  ),
  customfield_10100: needed(
    "Shift",
    { type: "option", custom: custom("select"), customId: 10100 },
    { allowedValues: [{ id: "40", value: "Night" }] },
  ),
  customfield_10101: needed("Witness", { type: "user", custom: custom("userpicker"), customId: 10101 }),
  customfield_10102: needed("Noticed on", { type: "date", custom: custom("datepicker"), customId: 10102 }),
  customfield_10103: {
    ...needed("Weather", { type: "any", custom: "com.example.weather:sky", customId: 10103 }),
    required: false,
  },
  customfield_10104: {
    ...needed("Severity", { type: "option", custom: custom("radiobuttons"), customId: 10104 }),
    hasDefaultValue: true,
    defaultValue: { id: "51", value: "Mild" },
    allowedValues: [{ id: "51", value: "Mild" }],
  },
};

export const wholeForm = {
  expand: "projects",
  projects: [
    {
      id: "10900",
      key: "PLANT",
      name: "Plant",
      issuetypes: [{ id: "7", name: "Fault", subtask: false, expand: "fields", fields }],
    },
  ],
};

export const pagedForm = {
  maxResults: 50,
  startAt: 0,
  total: Object.keys(fields).length,
  isLast: true,
  values: Object.entries(fields).map(([fieldId, field]) => ({ fieldId, ...field })),
};
