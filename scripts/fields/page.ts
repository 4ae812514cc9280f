/** The table of all kinds of fields: each says itself what it is for, and its example is what it sends. */
import type { FieldMeta } from "../../src/core/jira.ts";
import type { FieldType, SchemaPattern } from "../../src/fields/fieldType.ts";
import { fieldDefinitions } from "../../sim/jira/data/fields.ts";
import { fieldTypes } from "../../src/fields/registry.ts";

const head = `# Fields

What Inlink fills in when it creates an issue: ${fieldTypes.length} kinds of fields, beside project, issue type, summary, description and
attachments, which have places of their own. Written by \`npm run fields\` from \`src/fields/registry.ts\`; a test compares.

A field is recognised by its schema in Jira's create metadata; where several kinds match, the most particular counts. Each
kind is filled in by hand in Chromium and found on the issue of the simulated Jira, with create metadata as Jira 8.4 and
later give it (\`test/e2e/long/fields.test.ts\`), and sent with create metadata of all three forms: Jira up to 8, 8.4 and later,
Cloud's (\`test/jira/everyKind.test.ts\`). Create metadata that real Jiras have answered is served word for word by the
simulated one, and an issue with all needed fields is created at the first try, in all three forms
(\`test/jira/recorded.test.ts\`, with files that are not in the repository: a Server's and a Cloud's from the tests of
Mattermost's Jira plugin, and a Server's from those of go-jira). None was tried with a real Jira.

A kind that is not here, such as most fields of other vendors' apps: where Jira does not need it, it is left out; where
Jira needs it, Inlink leads to Jira's own create screen, and the mail is added to that issue afterwards. So it is with
request types and organizations of Jira Service Management, accounts and teams of Tempo, and the Parent Link of Advanced
Roadmaps: no public source says for Data Center what they are sent and where their values are listed, or the list is
an API that the relay does not pass.
`;

export function fieldsPage(): string {
  const rows = fieldTypes.map(
    (type) =>
      `| ${type.name} | ${type.schemas.map(schemaOf).join("<br>")} | ${sentBy(type)} | ${testedWith(type)} |`,
  );
  const table = ["| field | schema | JSON sent | tested with |", "| --- | --- | --- | --- |", ...rows].join(
    "\n",
  );
  return `${head}\n${table}\n`;
}

/** Names of the simulated Jira's fields of this kind, filled in by the tests above. */
function testedWith({ schemas }: FieldType): string {
  const fields = fieldDefinitions.filter(({ schema }) =>
    schemas.some(
      ({ system, custom }) =>
        (system !== undefined && system === schema["system"]) ||
        (custom !== undefined && custom === schema["custom"]),
    ),
  );
  return fields.map(({ name }) => name).join(", ");
}

function schemaOf({ type, items, system, custom, listed }: SchemaPattern): string {
  const kind =
    items === undefined ? (type ?? (custom === undefined ? "any but a list" : "any")) : `array of ${items}`;
  const whose = system ?? custom?.replace(/^com\.atlassian\.jira\.plugin\.system\.customfieldtypes:/, "");
  return [
    kind,
    whose === undefined ? ", of any field" : ` \`${whose}\``,
    listed && whose === undefined ? " with allowed values" : "",
  ].join("");
}

function sentBy(type: FieldType): string {
  const { value, allowedValues } = type.example();
  const meta: FieldMeta = {
    id: "field",
    name: type.name,
    required: false,
    hasDefault: false,
    schema: { type: "", items: undefined, system: undefined, custom: undefined },
    allowedValues,
  };
  // The offset is that of the machine.
  const json = JSON.stringify(type.toJira(value, meta)).replace(/(\d\d:\d\d\.\d{3})[+-]\d{4}/, "$1+0100");
  return `${type.sentAs === "update" ? "in `update`: " : ""}\`${json}\``;
}
