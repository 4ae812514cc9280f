/** What to write, for each key of config.json. */
const remedies: Readonly<Record<string, string>> = {
  "": 'Write an object: { "version": 1, "sites": [ … ] }.',
  version: 'Write "version": 1.',
  sites: 'Write "sites": [ { … } ] with at least one Jira in it.',
  "sites[]": "Write an object with id, name, baseUrl, consumerKey and privateKey.",
  "sites[].id": 'Write a short name that will never change, such as "id": "main".',
  "sites[].name": 'Write the name that users know, such as "name": "Example Jira".',
  "sites[].baseUrl":
    'Write the address that people open, as Jira\'s General configuration shows it: "baseUrl": "https://jira.example.com/jira".',
  "sites[].via":
    'Write a path on the add-in\'s own host, such as "via": "/jira-relay", or a whole https address; or leave via out.',
  "sites[].consumerKey":
    'Write the consumer key of Jira\'s application link, letter by letter: "consumerKey": "inlink".',
  "sites[].privateKey":
    'Write the text of the private key\'s PEM file, from -----BEGIN to -----END, with \\n for each line break: "privateKey": "-----BEGIN PRIVATE KEY-----\\nMII…\\n-----END PRIVATE KEY-----\\n".',
  neverSend: 'Write a list of host names, such as "neverSend": ["secret.example.com"], or leave it out.',
  "neverSend[]": 'Write a host name only, such as "secret.example.com": no https://, no path, no *.',
};

/** @param path as in ConfigInvalid: `sites[0].baseUrl`. */
export function remedyFor(path: string): string {
  return remedies[path.replace(/\[\d+\]/g, "[]")] ?? "Correct this key.";
}
