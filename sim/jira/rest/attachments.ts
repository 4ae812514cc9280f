import { createHash } from "node:crypto";
import type { Attachment } from "../data/model.ts";
import { mediaType, type Exchange } from "../http/exchange.ts";
import { json, Refused } from "../http/reply.ts";
import { route, type Handler } from "../http/router.ts";
import type { Instance } from "../instance.ts";
import { needIssue, needKeepable, needUser } from "./access.ts";
import { showAttachment } from "./issueView.ts";

export const attachmentRoutes = [
  route("GET", "/attachment/meta", (jira, exchange) => {
    needUser(exchange);
    return json(200, { enabled: jira.faults.attachments, uploadLimit: jira.faults.uploadLimit });
  }),
  route("GET", "/attachment/{id}", showOne),
  route("POST", "/issue/{key}/attachments", upload),
];

function showOne(...[jira, exchange, path]: Parameters<Handler>) {
  needUser(exchange);
  for (const issue of jira.store.data.issues) {
    const found = issue.attachments.find(({ id }) => id === path["id"]);
    if (!found) continue;
    needIssue(jira, exchange, issue.key);
    return json(200, showAttachment(found, exchange.base));
  }
  throw new Refused(404, [`The attachment with id '${path["id"] ?? ""}' does not exist`]);
}

async function upload(...[jira, exchange, path]: Parameters<Handler>) {
  const issue = needIssue(jira, exchange, path["key"] ?? "");
  const user = needUser(exchange);
  if (!jira.faults.attachments) throw new Refused(403, ["Attachments are disabled."]);
  const files = await filesOf(exchange);
  checkSizes(jira, files);
  for (const { name } of files) needKeepable(jira, name);
  const added: Attachment[] = [];
  for (const file of files) {
    const bytes = Buffer.from(await file.arrayBuffer());
    const attachment = {
      id: jira.store.newId(),
      filename: fileName(file.name),
      author: user.name,
      created: jira.now(),
      size: bytes.length,
      mimeType: file.type || "application/octet-stream",
      sha256: createHash("sha256").update(bytes).digest("hex"),
    };
    jira.store.putFile(attachment.id, bytes);
    added.push(attachment);
  }
  issue.attachments.push(...added);
  issue.updated = jira.now();
  jira.store.save();
  return json(
    200,
    added.map((attachment) => showAttachment(attachment, exchange.base)),
  );
}

/** The parts named `file`, in order; Jira overlooks any other. Node's parser wants a boundary of 27 to 70 characters, Jira any. */
async function filesOf(exchange: Exchange): Promise<readonly File[]> {
  if (mediaType(exchange.headers) !== "multipart/form-data")
    throw new Refused(415, ["Unsupported Media Type"]);
  const type = exchange.headers["content-type"] ?? "";
  let form;
  try {
    form = await new Response(new Uint8Array(exchange.body), {
      headers: { "content-type": type },
    }).formData();
  } catch (error) {
    throw new Refused(500, [`Processing of multipart/form-data request failed. ${String(error)}`]);
  }
  const files = form.getAll("file").filter((part) => typeof part !== "string");
  if (files.length === 0) throw new Refused(400, ["No file was sent: the part has to be named 'file'."]);
  return files;
}

function checkSizes(jira: Instance, files: readonly File[]): void {
  const limit = jira.faults.uploadLimit;
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const large = files.find(({ size }) => size > limit);
  if (!large && total <= 10 * limit) return;
  throw new Refused(jira.options.tooLargeStatus, [
    `${large ? `File '${large.name}'` : "Attachment"} exceeds its maximum permitted size of ${limit} bytes.`,
  ]);
}

/** Encoded words (RFC 2047) decoded, any folder cut off, as newer Jiras do. */
function fileName(sent: string): string {
  const decoded = sent.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, encoding: string, text: string) =>
    encoding.toLowerCase() === "b" ? Buffer.from(text, "base64").toString("utf8") : quotedPrintable(text),
  );
  return decoded.split(/[/\\]/).at(-1) ?? decoded;
}

function quotedPrintable(text: string): string {
  const latin = text
    .replaceAll("_", " ")
    .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(latin, "latin1").toString("utf8");
}
