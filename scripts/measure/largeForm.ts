/** Create metadata of a project whose one form has three hundred fields, one of them with five thousand values. */
const custom = (key: string) => `com.atlassian.jira.plugin.system.customfieldtypes:${key}`;
const options = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: String(at + 1), value: `Value ${at + 1}` }));

const kinds = [
  { schema: { type: "string", custom: custom("textfield") } },
  { schema: { type: "option", custom: custom("select") }, allowedValues: options(20) },
  { schema: { type: "date", custom: custom("datepicker") } },
  {
    schema: { type: "array", items: "option", custom: custom("multicheckboxes") },
    allowedValues: options(5),
  },
  { schema: { type: "user", custom: custom("userpicker") } },
  { schema: { type: "number", custom: custom("float") } },
];

export const fieldsOfLargeForm = 300;

const head = Object.fromEntries(
  ["summary", "issuetype", "project"].map((id) => [
    id,
    {
      required: true,
      hasDefaultValue: false,
      name: id,
      schema: { type: "string", system: id },
      operations: ["set"],
    },
  ]),
);
const large = { required: false, hasDefaultValue: false, operations: ["set"] };
const fields = Object.fromEntries(
  Array.from({ length: fieldsOfLargeForm }, (_, at) => {
    const kind = at === 1 ? { ...kinds[1], allowedValues: options(5000) } : kinds[at % kinds.length];
    return [`customfield_${20_000 + at}`, { ...large, ...kind, name: `Field ${at + 1}` }];
  }),
);

export const largeForm = {
  projects: [
    {
      id: "1",
      key: "LARGE",
      name: "Large form",
      issuetypes: [{ id: "77", name: "Large", fields: { ...head, ...fields } }],
    },
  ],
};
