/** Draws the page from the state; remembers nothing. */
import type { AttachmentData, MailRecord, Person } from "../item.ts";
import { downloadAddress, server } from "./server.ts";
import type { State } from "./state.ts";

type Child = Node | string | undefined;

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}`);
  return found;
}

function element(tag: string, className: string, ...children: readonly Child[]): HTMLElement {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

export function drawMailboxes(state: State): void {
  byId("mailboxes").replaceChildren(
    ...state.mailboxes.map(({ address, displayName, shared }) => {
      const option = document.createElement("option");
      option.value = address;
      option.textContent = `${displayName}${shared ? " (shared)" : ""} · ${address}`;
      option.selected = address === state.mailbox.address;
      return option;
    }),
  );
}

/** Newest on top, as in Outlook. */
export function drawList(state: State, select: (n: number) => void): void {
  const newestFirst = [...state.mails].sort((a, b) => b.item.dateTimeSent - a.item.dateTimeSent);
  byId("count").textContent = String(state.mails.length);
  byId("list").replaceChildren(
    ...newestFirst.map((mail) => {
      const { from, subject, dateTimeSent, attachments } = mail.item;
      const files = attachments.some(({ isInline }) => !isInline);
      const row = element(
        "button",
        "row",
        avatar(from),
        element(
          "span",
          "row-text",
          element(
            "span",
            "row-top",
            element("span", "row-from", from?.name ?? "(no sender)"),
            files ? clip() : undefined,
          ),
          element(
            "span",
            "row-middle",
            element("span", "row-subject", subject || "(no subject)"),
            element("span", "row-date", shortDate(dateTimeSent)),
          ),
          element("span", "row-preview", mail.text.replace(/\s+/g, " ").slice(0, 140)),
        ),
      );
      row.dataset["n"] = String(mail.n);
      row.setAttribute("aria-current", String(mail.n === state.selected?.n));
      row.addEventListener("click", () => select(mail.n));
      return row;
    }),
  );
}

export function markSelected(state: State): void {
  for (const row of document.querySelectorAll<HTMLElement>(".row")) {
    const current = row.dataset["n"] === String(state.selected?.n);
    row.setAttribute("aria-current", String(current));
    if (current) row.scrollIntoView({ block: "nearest" });
  }
}

export function drawMail(state: State): void {
  const mail = state.selected;
  byId("reading").classList.toggle("empty", mail === null);
  byId("body").replaceChildren();
  if (!mail) return;
  const { subject, from, to, cc, dateTimeSent, attachments } = mail.item;
  byId("subject").textContent = subject || "(no subject)";
  byId("from").replaceChildren(
    avatar(from),
    element(
      "div",
      "from-text",
      element(
        "div",
        "from-line",
        element("strong", "", from?.name ?? "(no sender)"),
        from && from.address !== from.name ? element("span", "faint", `<${from.address}>`) : undefined,
      ),
      element(
        "div",
        "from-line faint",
        element("span", "", `To: ${names(to)}`),
        cc.length > 0 ? element("span", "", `Cc: ${names(cc)}`) : undefined,
      ),
    ),
    element("time", "faint", longDate(dateTimeSent)),
  );
  byId("chips").replaceChildren(
    ...attachments.flatMap((file, index) => (file.isInline ? [] : [chip(state, mail, file, index)])),
  );
  void drawBody(state, mail);
}

export function drawNotices(state: State): void {
  const item = state.selected?.item;
  const notices = item ? state.notifications.of(item.id) : [];
  byId("notices").replaceChildren(
    ...notices.map(({ type, message }) => {
      const notice = element("div", `notice ${type}`, element("b", "", state.addin.name), message);
      notice.setAttribute("role", "status");
      return notice;
    }),
  );
  byId("categories").replaceChildren(
    ...((item && state.categories.get(item.id)) ?? []).map((name) => element("span", "category", name)),
  );
}

/** The text in a frame that runs no script and loads nothing from outside. */
async function drawBody(state: State, mail: MailRecord): Promise<void> {
  const frame = document.createElement("iframe");
  frame.title = "Text of the mail";
  frame.setAttribute("sandbox", "allow-popups allow-popups-to-escape-sandbox");
  const plain = mail.format === "text";
  frame.className = plain ? "mail-text plain" : "mail-text";
  const html = await withPictures(state, mail);
  if (state.selected !== mail) return;
  const dark = plain && state.theme === "dark";
  frame.srcdoc = `<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<base target="_blank">
<style>:root{color-scheme:${dark ? "dark" : "light"}}body{font:14px/1.5 "Segoe UI",system-ui,sans-serif;margin:12px 16px;
overflow-wrap:anywhere;color:${dark ? "#f0f0f0" : "#242424"};background:${dark ? "#292929" : "#fff"}}img{max-width:100%}</style>
${html}`;
  byId("body").replaceChildren(frame);
}

/** `cid:` addresses become the pictures themselves, for the eye only. */
async function withPictures(state: State, mail: MailRecord): Promise<string> {
  let html = mail.html;
  for (const [index, cid] of mail.contentIds.entries()) {
    const file = mail.item.attachments[index];
    if (!cid || !file?.isInline) continue;
    const { content } = await server.file(state.mailbox.address, mail.n, index);
    html = html.replaceAll(`cid:${cid}`, `data:${file.contentType};base64,${content}`);
  }
  return html;
}

function chip(state: State, mail: MailRecord, file: AttachmentData, index: number): HTMLElement {
  const isMail = file.attachmentType === 1;
  const ending = isMail ? "EML" : (/\.([^.]{1,4})$/.exec(file.name)?.[1] ?? "FILE").toUpperCase();
  const made = element(
    "a",
    "chip",
    element("span", `chip-kind kind-${ending.toLowerCase()}`, ending),
    element(
      "span",
      "chip-text",
      element("span", "chip-name", file.name),
      element("span", "faint", size(file.size)),
    ),
  );
  made.setAttribute("href", downloadAddress(state.mailbox.address, mail.n, index));
  made.setAttribute("download", "");
  made.title = file.name;
  return made;
}

function avatar(person: Person | undefined): HTMLElement {
  const name = person?.name ?? "?";
  const words = name.split(/[\s@]+/).filter(Boolean);
  const initials = [words[0], words.length > 1 ? words[words.length - 1] : undefined]
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toUpperCase();
  const made = element("span", "avatar", initials);
  const hue = Array.from(name).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
  made.style.setProperty("--hue", String(hue));
  made.setAttribute("aria-hidden", "true");
  return made;
}

function clip(): HTMLElement {
  const made = element("span", "clip");
  made.title = "Has attachments";
  return made;
}

function names(persons: readonly Person[]): string {
  return persons.map(({ name }) => name).join("; ");
}

function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

function shortDate(time: number): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" }).format(time);
}

function longDate(time: number): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" }).format(time);
}
