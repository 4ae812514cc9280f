/**
 * One self-signed certificate for every server of the bench and every name it answers to.
 *
 * It is kept on disk, so that the exception which a person grants in an ordinary browser outlives a restart.
 */
import { X509Certificate } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generate } from "selfsigned";
import type { Certificate } from "./listen.ts";
import { names } from "./names.ts";

const day = 24 * 60 * 60 * 1000;
const hosts = ["localhost", ...Object.values(names)];

export async function benchCertificate(folder = ".bench", now = Date.now()): Promise<Certificate> {
  const file = join(folder, "certificate.json");
  const kept = read(file);
  if (kept && covers(kept, now)) return kept;
  const made = await selfSigned(now);
  mkdirSync(folder, { recursive: true });
  // Test runs start several benches at once: whoever reads must find a key and a certificate that belong together.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(made), { mode: 0o600 });
  renameSync(draft, file);
  return read(file) ?? made;
}

function read(file: string): Certificate | undefined {
  try {
    const text: unknown = JSON.parse(readFileSync(file, "utf8"));
    return isCertificate(text) ? text : undefined;
  } catch {
    return undefined; // not there, or damaged: it is made anew
  }
}

function isCertificate(value: unknown): value is Certificate {
  return typeof value === "object" && value !== null && "key" in value && "cert" in value;
}

/** Good for another week, and for every name of today. */
function covers({ cert }: Certificate, now: number): boolean {
  const x509 = new X509Certificate(cert);
  return (
    Date.parse(x509.validTo) - now > 7 * day && hosts.every((host) => x509.checkHost(host) !== undefined)
  );
}

async function selfSigned(now: number): Promise<Certificate> {
  const altNames = [
    ...hosts.map((value) => ({ type: 2 as const, value })),
    { type: 7 as const, ip: "127.0.0.1" },
    { type: 7 as const, ip: "::1" },
  ];
  const made = await generate([{ name: "commonName", value: "Inlink bench, localhost" }], {
    keyType: "ec",
    algorithm: "sha256",
    notBeforeDate: new Date(now - day),
    notAfterDate: new Date(now + 365 * day),
    extensions: [
      { name: "basicConstraints", cA: false, critical: true },
      { name: "keyUsage", digitalSignature: true, critical: true },
      { name: "extKeyUsage", serverAuth: true },
      { name: "subjectAltName", altNames },
    ],
  });
  return { key: made.private, cert: made.cert };
}
