/** The true addresses that the bench's servers answer to where the browser is told so by host-resolver rules. */
export const names = {
  outlook: "outlook.office.com",
  officeCdn: "appsforoffice.microsoft.com",
  ajaxCdn: "ajax.aspnetcdn.com",
  addin: "addin.bench.test",
  jira: "jira.bench.test",
} as const;

/** The two script hosts that office.js needs. */
export const cdnOrigins = [`https://${names.officeCdn}`, `https://${names.ajaxCdn}`] as const;
