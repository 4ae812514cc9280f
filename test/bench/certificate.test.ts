import { X509Certificate } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchCertificate } from "../../sim/certificate.ts";

let folder = "";
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "inlink-certificate-"))));
afterEach(() => rmSync(folder, { recursive: true }));

describe("the bench's certificate", () => {
  it("holds for localhost and for every true address", async () => {
    const { cert } = await benchCertificate(folder);
    const x509 = new X509Certificate(cert);
    for (const host of [
      "localhost",
      "outlook.office.com",
      "appsforoffice.microsoft.com",
      "jira.bench.test",
    ]) {
      expect(x509.checkHost(host)).toBe(host);
    }
    expect(x509.checkIP("127.0.0.1")).toBe("127.0.0.1");
  });

  it("stays the same, so that a browser's exception outlives a restart", async () => {
    expect(await benchCertificate(folder)).toEqual(await benchCertificate(folder));
  });

  it("is made anew in its last week", async () => {
    const first = await benchCertificate(folder);
    const almostAYear = Date.now() + 360 * 24 * 60 * 60 * 1000;
    expect((await benchCertificate(folder, almostAYear)).cert).not.toBe(first.cert);
  });

  it("is made anew where the file is damaged", async () => {
    writeFileSync(join(folder, "certificate.json"), "{");
    expect((await benchCertificate(folder)).cert).toContain("BEGIN CERTIFICATE");
  });
});
