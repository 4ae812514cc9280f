/** Faults that each check has to find: how to put one into the template. */
import type { Shipped } from "./check.ts";

export interface Mutation {
  /** Name of the check that must speak. */
  readonly check: string;
  readonly fault: string;
  change(template: string): string;
  /** What stands beside it, where that is the fault. */
  readonly shipped?: Partial<Shipped>;
}

const swap = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
const swapAll = (from: string, to: string) => (text: string) => text.replaceAll(from, to);
/** In the inner generation, 1.1, only. */
const inNewest = (from: string | RegExp, to: string) => (text: string) => {
  const start = text.indexOf("VersionOverridesV1_1");
  return text.slice(0, start) + text.slice(start).replace(from, to);
};
const same = (text: string) => text;
const png = (width: number, height: number) => {
  const bytes = new Uint8Array(24);
  bytes.set([0x89, 0x50, 0x4e, 0x47]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
};

const supportUrl = /\s*<SupportUrl [^>]*>/;
const german = /\s*<(bt:)?Override Locale="de-DE" Value="Macht[^>]*>/;

export const mutations: readonly Mutation[] = [
  { check: "size", fault: "too many bytes", change: (text) => text + " ".repeat(256 * 1024) },
  {
    check: "ampersands",
    fault: "a bare & in an address",
    change: swap("support.html", "support.html?a=1&b=2"),
  },
  { check: "kind", fault: "another kind of add-in", change: swap('"MailApp"', '"TaskPaneApp"') },
  { check: "kind", fault: "no OfficeApp at all", change: () => "<p>Not found</p>" },
  {
    check: "order",
    fault: "Requirements before Hosts",
    change: (text) => {
      const hosts = /<Hosts>\s*<Host Name[^]*?<\/Hosts>/.exec(text)?.[0] ?? "";
      return text.replace(hosts, "").replace("<FormSettings>", `${hosts}<FormSettings>`);
    },
  },
  { check: "order", fault: "no Rule", change: swap(/<Rule xsi:type="RuleCollection"[^]*?<\/Rule>/, "") },
  { check: "order", fault: "no FormSettings", change: swap(/<FormSettings>[^]*<\/FormSettings>/, "") },
  { check: "order", fault: "an element of another schema", change: swap("<Hosts>", "<Telemetry/><Hosts>") },
  { check: "order", fault: "an Id twice", change: swap("<Version>", "<Id>1</Id><Version>") },
  {
    check: "order",
    fault: "Resources before Hosts in a generation",
    change: inNewest(/(<Hosts>[^]*<\/Hosts>)(\s*)(<Resources>[^]*<\/Resources>)/, "$3$2$1"),
  },
  {
    check: "order",
    fault: "shared folders after the buttons",
    change: (text) =>
      text
        .replace("<SupportsSharedFolders>true</SupportsSharedFolders>", "")
        .replace(
          /<\/ExtensionPoint>(?![^]*<\/ExtensionPoint>)/,
          (end) => `${end}<SupportsSharedFolders>true</SupportsSharedFolders>`,
        ),
  },
  { check: "id", fault: "an id that is no GUID", change: swap(/<Id>[^<]*/, "<Id>inlink") },
  { check: "version", fault: "three numbers", change: swap(/<Version>(.*)\.0</, "<Version>$1<") },
  {
    check: "version",
    fault: "a word in the version",
    change: swap(/<Version>.*</, "<Version>1.0.0.0-beta<"),
  },
  { check: "version", fault: "six digits", change: swap(/<Version>.*</, "<Version>1.0.0.100000<") },
  {
    check: "version",
    fault: "a release that forgot the manifest",
    change: same,
    shipped: { version: "99.0.0" },
  },

  {
    check: "https",
    fault: "an icon by http",
    change: swap("https://localhost:8444/assets/icon-64", "http://localhost:8444/assets/icon-64"),
  },
  {
    check: "https",
    fault: "a pane by http",
    change: inNewest('"https://localhost:8444/taskpane', '"http://localhost:8444/taskpane'),
  },
  { check: "https", fault: "a domain by http", change: swap("<AppDomain>https", "<AppDomain>http") },
  {
    check: "https",
    fault: "a German page by http",
    change: swap(
      /(<SupportUrl DefaultValue="[^"]*")\/>/,
      '$1><Override Locale="de-DE" Value="http://a.example/"/></SupportUrl>',
    ),
  },
  {
    check: "https",
    fault: "an address without a host",
    change: swap(/(<IconUrl DefaultValue=")[^"]*/, "$1assets/icon-64.png"),
  },
  { check: "appDomains", fault: "a path", change: swap("8445</AppDomain>", "8445/jira</AppDomain>") },
  { check: "appDomains", fault: "a slash at the end", change: swap("8445</AppDomain>", "8445/</AppDomain>") },
  {
    check: "appDomains",
    fault: "a wildcard",
    change: swap("https://localhost:8445<", "https://*.example.com<"),
  },
  { check: "appDomains", fault: "no scheme", change: swap("https://localhost:8445<", "jira.example.com<") },
  {
    check: "appDomains",
    fault: "a port that goes without saying",
    change: swap("https://localhost:8445<", "https://jira.example.com:443<"),
  },
  {
    check: "appDomains",
    fault: "one twice",
    change: swap("https://localhost:8445<", "https://localhost:8444<"),
  },
  {
    check: "appDomains",
    fault: "without the add-in's own",
    change: swap("https://localhost:8444<", "https://addin.example.com<"),
  },
  {
    check: "ownFolder",
    fault: "an icon from elsewhere",
    change: inNewest("https://localhost:8444/assets/icon-16", "https://cdn.example.com/assets/icon-16"),
  },
  {
    check: "onePane",
    fault: "another page in one generation",
    change: inNewest("8444/taskpane.html", "8444/index.html"),
  },
  { check: "help", fault: "no SupportUrl", change: swap(supportUrl, "") },
  { check: "help", fault: "a page of help that is not shipped", change: swap("support.html", "help.html") },
  { check: "icons", fault: "an icon that is not shipped", change: inNewest("icon-80.png", "icon-81.png") },
  { check: "icons", fault: "a drawing that is no PNG", change: swap("icon-64.png", "icon.svg") },
  { check: "icons", fault: "an icon of another size", change: inNewest("icon-16.png", "icon-20.png") },
  { check: "icons", fault: "a small one for dense screens", change: swap("icon-128.png", "icon-64.png") },
  { check: "icons", fault: "an icon that is not square", change: same, shipped: { file: () => png(64, 63) } },
  { check: "leftovers", fault: "the template itself, published", change: same, shipped: { as: "published" } },
  {
    check: "leftovers",
    fault: "an address of this machine by number",
    change: swapAll("localhost", "127.0.0.1"),
    shipped: { as: "published" },
  },

  {
    check: "dangling",
    fault: "a label that is nowhere",
    change: inNewest('<Label resid="Group.Label"', '<Label resid="Group.Name"'),
  },
  {
    check: "dangling",
    fault: "a picture that only the other generation has",
    change: inNewest(/<bt:Image id="Icon.80".*/, ""),
  },
  {
    check: "unused",
    fault: "a string that nobody names",
    change: swap("<bt:ShortStrings>", '<bt:ShortStrings><bt:String id="Old" DefaultValue="Old"/>'),
  },
  {
    check: "ambiguous",
    fault: "one id for two addresses",
    change: inNewest('<bt:Image id="Icon.20"', '<bt:Image id="Icon.16"'),
  },
  { check: "lengths", fault: "a resid of 33 characters", change: swapAll("Pane.Tip", "P".repeat(33)) },
  {
    check: "lengths",
    fault: "a label of 126 characters",
    change: swap('"Jira issue"', `"${"J".repeat(126)}"`),
  },
  {
    check: "lengths",
    fault: "a German label of 126 characters",
    change: swap('"Jira-Vorgang"', `"${"J".repeat(126)}"`),
  },
  {
    check: "lengths",
    fault: "a tip of 251 characters",
    change: swap("Turn this mail into", "t".repeat(251)),
  },
  {
    check: "lengths",
    fault: "a name of 126 characters",
    change: swap('<DisplayName DefaultValue="Inlink"', `<DisplayName DefaultValue="${"I".repeat(126)}"`),
  },
  {
    check: "lengths",
    fault: "a description of 251 characters",
    change: swap("Turns a mail into", "t".repeat(251)),
  },
  {
    check: "lengths",
    fault: "an address of 2,049 characters",
    change: swap("support.html", `support.html?${"q".repeat(2049)}`),
  },
  { check: "locales", fault: "a language without a country", change: swap("de-DE", "de") },
  { check: "locales", fault: "a short default", change: swap("en-US", "en") },
  {
    check: "locales",
    fault: "an override for the default locale",
    change: swap('Locale="de-DE"', 'Locale="en-US"'),
  },
  {
    check: "locales",
    fault: "two for one locale",
    change: swap(
      '<Override Locale="de-DE"',
      '<Override Locale="de-DE" Value="Zwei"/><Override Locale="de-DE"',
    ),
  },
  { check: "german", fault: "a description in English only", change: swap(german, "") },
  { check: "german", fault: "a tip in English only", change: inNewest(german, "") },

  {
    check: "generations",
    fault: "no newer generation",
    change: swap(/<VersionOverrides [^>]*V1_1">[^]*?<\/VersionOverrides>/, ""),
  },
  {
    check: "generations",
    fault: "none at all",
    change: swap(/<VersionOverrides [^]*<\/VersionOverrides>/, ""),
  },
  { check: "ids", fault: "one id for two groups", change: swap("Read.Group.11", "Read.Group.10") },
  { check: "ids", fault: "one id for two buttons", change: swap("Read.OpenPane.11", "Read.OpenPane.10") },
  { check: "tab", fault: "a tab that Outlook does not have", change: inNewest("TabDefault", "TabHome") },
  { check: "iconSizes", fault: "no icon of 80 pixels", change: inNewest(/<bt:Image size="80".*/, "") },
  { check: "iconSizes", fault: "no icon of 16 pixels", change: swap(/<bt:Image size="16".*/, "") },
  {
    check: "surface",
    fault: "a button for mails being written",
    change: inNewest("MessageReadCommandSurface", "MessageComposeCommandSurface"),
  },
  {
    check: "surface",
    fault: "a button on telephones",
    change: inNewest("</DesktopFormFactor>", "</DesktopFormFactor><MobileFormFactor/>"),
  },
  { check: "pinning", fault: "pinning forgotten", change: swap(/<SupportsPinning>.*/, "") },
  {
    check: "pinning",
    fault: "pinning in the older generation",
    change: swap("</Action>", "<SupportsPinning>true</SupportsPinning></Action>"),
  },
  {
    check: "sharedFolders",
    fault: "shared folders switched off",
    change: swap("Folders>true", "Folders>false"),
  },
  {
    check: "sharedFolders",
    fault: "shared folders in the older generation",
    change: swap(
      "<DesktopFormFactor>",
      "<DesktopFormFactor><SupportsSharedFolders>true</SupportsSharedFolders>",
    ),
  },
  { check: "permission", fault: "more than is needed", change: swap("ReadWriteItem", "ReadWriteMailbox") },
  {
    check: "requirements",
    fault: "Mailbox 1.8 in the base",
    change: swap('MinVersion="1.5"', 'MinVersion="1.8"'),
  },
  {
    check: "requirements",
    fault: "Mailbox 1.14, which reads like less than 1.5",
    change: swap('MinVersion="1.5"', 'MinVersion="1.14"'),
  },
  {
    check: "requirements",
    fault: "Mailbox 1.8 in one generation",
    change: inNewest('DefaultMinVersion="1.5"', 'DefaultMinVersion="1.8"'),
  },
  {
    check: "requirements",
    fault: "a version that is no number",
    change: swap('MinVersion="1.5"', 'MinVersion="new"'),
  },
  {
    check: "requirements",
    fault: "a set that no Outlook promises in a manifest",
    change: swap('Set Name="Mailbox"', 'Set Name="DialogApi"'),
  },
  { check: "requirements", fault: "none in the base", change: swap(/<Sets>[^]*?<\/Sets>/, "") },
  { check: "height", fault: "a pane too high", change: swap("<RequestedHeight>450", "<RequestedHeight>451") },
  {
    check: "height",
    fault: "a height that is no number",
    change: swap("<RequestedHeight>450", "<RequestedHeight>tall"),
  },
];
