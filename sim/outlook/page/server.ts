/** What the page asks of its server. */
import type { AttachmentContent, MailRecord, StartData } from "../item.ts";
import type { Bag } from "../settings.ts";

export const server = {
  start: () => get<StartData>("/api/start"),
  mails: (address: string) => get<readonly MailRecord[]>(`${mailbox(address)}/mails`),
  /** The .eml file as base64. */
  original: (address: string, n: number) => get<string>(`${mailbox(address)}/mails/${n}/original`),
  file: (address: string, n: number, index: number) =>
    get<AttachmentContent>(`${mailbox(address)}/mails/${n}/files/${index}`),
  settings: (address: string) => get<Bag>(`${mailbox(address)}/settings`),
  saveSettings: (address: string, bag: Bag) => put(`${mailbox(address)}/settings`, bag),
  /** All items' custom properties: item id -> JSON text. */
  properties: (address: string) => get<Bag>(`${mailbox(address)}/properties`),
  saveProperties: (address: string, bag: Bag) => put(`${mailbox(address)}/properties`, bag),
};

export function downloadAddress(address: string, n: number, index: number): string {
  return `${mailbox(address)}/mails/${n}/files/${index}?download`;
}

function mailbox(address: string): string {
  return `/api/mailboxes/${encodeURIComponent(address)}`;
}

async function get<Answer>(path: string): Promise<Answer> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as Answer; // both ends are the bench
}

/** True when the server took it. */
async function put(path: string, bag: Bag): Promise<boolean> {
  const body = JSON.stringify(bag);
  const response = await fetch(path, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body,
  });
  return response.ok;
}
