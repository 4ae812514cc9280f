import { randomBytes } from "node:crypto";
import { parseMail } from "../../../sim/outlook/eml.ts";
import { openFolder } from "../../../sim/outlook/folder.ts";
import { sampleMailboxes } from "../../../sim/outlook/outlook.ts";

const place = { n: 1, file: "one.eml", mailbox: "anna@acme.example" };
const lines = (...text: readonly string[]) => Buffer.from(text.join("\r\n"), "utf8");

it("keeps the bytes of files and of attached mails as they are in the mail", async () => {
  const bytes = randomBytes(1000);
  const inner = "From: b@c.example\r\nSubject: Inner\r\n\r\nline one\r\n  line two  \r\n";
  const mail = await parseMail(
    lines(
      "Subject: Outer",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      "Content-Type: message/rfc822",
      "",
      `${inner}\r\n--b`,
      'Content-Type: application/octet-stream; name="x.bin"',
      "Content-Transfer-Encoding: base64",
      "Content-Disposition: attachment",
      "",
      bytes.toString("base64"),
      "--b",
      'Content-Type: text/csv; charset=utf-8; name="x.csv"',
      "Content-Transfer-Encoding: quoted-printable",
      "Content-Disposition: attachment",
      "",
      "a;=C3=A4=",
      ";b\r\n1;2\r\n",
      "--b--",
    ),
    place,
  );
  expect(mail.record.item.attachments).toMatchObject([
    { name: "Inner", attachmentType: 1, size: inner.length },
    { name: "x.bin", attachmentType: 0, size: 1000 },
    { name: "x.csv", attachmentType: 0, size: 13 },
  ]);
  expect(mail.contents[0]?.toString()).toBe(inner);
  expect(mail.contents[1]?.equals(bytes)).toBe(true);
  expect(mail.contents[2]?.toString()).toBe("a;ä;b\r\n1;2\r\n");
});

it("makes a plain text of a mail that has only HTML, and HTML of one that has only text", async () => {
  const html = await parseMail(
    lines(
      "Content-Type: text/html",
      "",
      "<style>p{}</style><p>Gr&uuml;&szlig;e &amp; K&#252;sse</p><p>Du<br>da</p>",
    ),
    place,
  );
  expect(html.record).toMatchObject({ format: "html", text: "Grüße & Küsse\r\nDu\r\nda" });
  const text = await parseMail(lines("Subject: x", "", "a < b", "& c"), place);
  expect(text.record.format).toBe("text");
  expect(text.record.html).toContain("a &lt; b<br>\r\n&amp; c");
});

it.each([
  ["RE: AW: Printer", "Printer"],
  ["fwd: printer", "printer"],
  ["Regarding: printer", "Regarding: printer"],
])("normalizes the subject %s to %s", async (subject, normalizedSubject) => {
  const mail = await parseMail(lines(`Subject: ${subject}`, "", ""), place);
  expect(mail.record.item).toMatchObject({ subject, normalizedSubject });
});

it("reads the names of the sample mails whatever their encoding", async () => {
  const sample = sampleMailboxes[0];
  const mail = await openFolder(sample?.folder ?? "", "a@b.example").mail(4);
  expect(mail?.record.item).toMatchObject({
    subject: "Grüße aus 京都 🎉: Größenänderung der Tickets für „Café“ – 漢字",
    from: { name: "山田 花子 (Jörg's Büro)" },
    attachments: [{ name: "Größen 漢字 😀.csv" }, { name: "Skizze für Café.png" }],
  });
});

it("puts a reply into the conversation of the mail that it answers", async () => {
  const [first, reply, other] = await openFolder(sampleMailboxes[0]?.folder ?? "", "a@b.example").mails();
  expect(reply?.record.item.conversationId).toBe(first?.record.item.conversationId);
  expect(other?.record.item.conversationId).not.toBe(first?.record.item.conversationId);
});
