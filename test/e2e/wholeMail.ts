/** A reply with everything in it, as Outlook writes it, in a mailbox of its own. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import type { BenchOptions } from "../../sim/bench.ts";
import { annasMailbox } from "./story.ts";

export const megabyte = 1_048_576;

/** Two pictures in the text, a logo in the signature and another picture in the quote, an attached mail, files. */
export function mailboxWithEverything(sizes: { readonly large: number; readonly tooLarge: number }) {
  const folder = mkdtempSync(join(tmpdir(), "inlink-mail-"));
  writeFileSync(join(folder, "01-everything.eml"), everything(sizes));
  const mailboxes: NonNullable<BenchOptions["mailboxes"]> = [
    { address: annasMailbox, displayName: "Anna Berg", folder },
  ];
  return mailboxes;
}

export const files = {
  chart: { name: "image001.png", bytes: png(96, 64, [0, 120, 212]) },
  valve: { name: "image002.png", bytes: png(64, 64, [196, 49, 75]) },
  logo: { name: "image003.png", bytes: png(120, 24, [16, 124, 16]) },
  quoted: { name: "image004.png", bytes: png(32, 32, [96, 94, 92]) },
};

const html = `<html><body lang="EN-US"><div class="WordSection1">
<p class="MsoNormal">Hello Anna,</p><p class="MsoNormal">&nbsp;</p>
<p class="MsoNormal">the pressure rises since Monday, see <span style="color:red">the red part</span>:</p>
<p class="MsoNormal"><img width="96" height="64" src="cid:image001.png@01DC0001.00000001" alt="chart"></p>
<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">&middot;<span>&nbsp;&nbsp; </span></span><![endif]>valve 7 <img width="64" height="64" src="cid:image002.png@01DC0001.00000002"> leaks</p>
<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><![if !supportLists]><span style="mso-list:Ignore">&middot;<span>&nbsp;&nbsp; </span></span><![endif]>[~admin] was told, KEY-1 is another matter (!)</p>
<p class="MsoNormal">&nbsp;</p>
<p class="MsoNormal">Kind regards</p><p class="MsoNormal">Paula Fischer</p>
<p class="MsoNormal"><img width="120" height="24" src="cid:image003.png@01DC0001.00000003"></p>
<p class="MsoNormal">Tel. +49 30 1234567</p>
<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>From:</b> Anna Berg<br><b>Sent:</b> Monday, 16 November 2026 08:00<br><b>To:</b> Paula Fischer<br><b>Subject:</b> Boiler</p></div>
<p class="MsoNormal">How is it? <img width="32" height="32" src="cid:image004.png@01DC0001.00000004"></p>
</div></body></html>`;

function everything({ large, tooLarge }: { readonly large: number; readonly tooLarge: number }): string {
  const related = [
    part("text/html; charset=utf-8", Buffer.from(html)),
    ...Object.values(files).map(({ name, bytes }, at) =>
      part(`image/png; name="${name}"`, bytes, [
        `Content-ID: <${name}@01DC0001.0000000${at + 1}>`,
        `Content-Disposition: inline; filename="${name}"`,
      ]),
    ),
  ];
  const attached = [
    "From: Ben Ito <ben.ito@acme.example>",
    "Subject: Inspection",
    "Date: Mon, 09 Nov 2026 10:00:00 +0100",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "All valves were tight.",
    "",
  ].join("\r\n");
  const mixed = [
    multipart("related", "related", related),
    `Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename="Inspection.eml"\r\n\r\n${attached}`,
    part('text/uri-list; name="Plan.docx"', Buffer.from("https://files.example.com/plan?id=7"), [
      'Content-Disposition: attachment; filename="Plan.docx"',
    ]),
    file("readings.bin", Buffer.alloc(large, "0123456789abcdef")),
    file("video.bin", Buffer.alloc(tooLarge, "fedcba9876543210")),
  ];
  const head = [
    "From: Paula Fischer <paula.fischer@acme.example>",
    "To: Anna Berg <anna.berg@acme.example>",
    "Subject: RE: Boiler",
    "Date: Mon, 16 Nov 2026 09:30:00 +0100",
    "Message-ID: <everything@acme.example>",
    "MIME-Version: 1.0",
  ];
  return `${head.join("\r\n")}\r\n${multipart("mixed", "mixed", mixed)}`;
}

function file(name: string, bytes: Buffer): string {
  return part(`application/octet-stream; name="${name}"`, bytes, [
    `Content-Disposition: attachment; filename="${name}"`,
  ]);
}

export function part(type: string, bytes: Buffer, headers: readonly string[] = []): string {
  const lines = bytes.toString("base64").replace(/(.{76})/g, "$1\r\n");
  return [`Content-Type: ${type}`, "Content-Transfer-Encoding: base64", ...headers, "", lines].join("\r\n");
}

export function multipart(kind: string, boundary: string, parts: readonly string[]): string {
  const inner = parts.map((one) => `--${boundary}\r\n${one}\r\n`).join("");
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${inner}--${boundary}--\r\n`;
}

/** One colour, eight bits a channel (PNG, third edition). */
export function png(width: number, height: number, rgb: readonly [number, number, number]): Buffer {
  const row = Buffer.concat([Buffer.from([0]), ...Array.from({ length: width }, () => Buffer.from(rgb))]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", rows),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function crc32(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
