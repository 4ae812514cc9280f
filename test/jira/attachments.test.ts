import { FileTooLarge } from "../../src/core/errors.ts";
import { attach, uploadRules } from "../../src/jira/attachments.ts";
import { against, refused, type Asked, type Reply } from "./answering.ts";

const photo = {
  name: "Büro 漢 📎.png",
  contentType: "image/png",
  bytes: Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 255]),
};
const attachment = { self: "x", id: "30000", filename: "Buero.png", size: 10, mimeType: "image/png" };

/** Refuses the upload; answers the look-ups that may follow. */
function refusing(upload: Reply, { limit = 5, issueExists = true } = {}) {
  return ({ method, path }: Asked): Reply => {
    if (method === "POST") return upload;
    if (path === "/attachment/meta") return { json: { enabled: true, uploadLimit: limit } };
    if (!issueExists) return refused(404, "Issue Does Not Exist");
    return { json: { id: "1", key: "DEMO-7", fields: { summary: "s", project: {} } } };
  };
}
function failure(reply: (asked: Asked) => Reply) {
  return against(reply, ({ fetch }) => attach(fetch, "DEMO-7", photo));
}

describe("attaching a file", () => {
  it("sends its bytes, name and type in a part named file, with the header that Jira insists on", async () => {
    await against(
      () => ({ json: [attachment] }),
      async ({ fetch, asked }) => {
        expect(await attach(fetch, "DEMO-7", photo)).toEqual({ id: "30000" });
        const [upload] = asked;
        expect(upload).toMatchObject({ method: "POST", path: "/issue/DEMO-7/attachments" });
        expect(upload?.headers).toMatchObject({
          "x-atlassian-token": "no-check",
          accept: "application/json",
        });
        const type = upload?.headers["content-type"] ?? "";
        expect(type).toMatch(/^multipart\/form-data; boundary=/);
        const form = await new Response(upload && Uint8Array.from(upload.body), {
          headers: { "Content-Type": type },
        }).formData();
        const file = form.get("file");
        expect(file).toMatchObject({ name: photo.name, type: photo.contentType });
        expect(file instanceof File && new Uint8Array(await file.arrayBuffer())).toEqual(photo.bytes);
        expect([...form.keys()]).toEqual(["file"]);
      },
    );
  });

  it("waits ten minutes, where other requests wait half of one", async () => {
    const timeouts: (number | undefined)[] = [];
    await against(
      () => ({ json: [attachment] }),
      async ({ fetch }) => {
        await attach(
          (request) => {
            timeouts.push(request.timeout);
            return fetch(request);
          },
          "DEMO-7",
          photo,
        );
      },
    );
    expect(timeouts).toEqual([600_000]);
  });

  it.each([
    ["nothing", []],
    ["a file of another size", [{ ...attachment, size: 9 }]],
  ])("does not believe an answer that lists %s", async (_, json) => {
    await expect(failure(() => ({ json }))).rejects.toMatchObject({
      code: "jira-unexpected",
      problem: "expected an attachment of 10 bytes",
    });
  });
});

describe("a file that is too large", () => {
  it("is told by Jira's 413, with Jira's limit", async () => {
    const failing = failure(refusing(refused(413, "File is too large")));
    await expect(failing).rejects.toEqual(new FileTooLarge(photo.name, 10, 5));
  });

  it("is told by a proxy's 413, whose limit nobody knows", async () => {
    const failing = failure(refusing({ status: 413, text: "<html>413</html>" }, { limit: 1000 }));
    await expect(failing).rejects.toEqual(new FileTooLarge(photo.name, 10, undefined));
  });

  it("is told by a 404 where the issue is there and the file over the limit", async () => {
    await expect(failure(refusing(refused(404, "")))).rejects.toEqual(new FileTooLarge(photo.name, 10, 5));
  });

  it("is not blamed for a 404 where it is within the limit", async () => {
    const failing = failure(refusing(refused(404, "Gone"), { limit: 10 }));
    await expect(failing).rejects.toMatchObject({ code: "jira-rejected", status: 404, messages: ["Gone"] });
  });

  it("is not blamed for a 404 where the issue is not there", async () => {
    const failing = failure(refusing(refused(404, ""), { issueExists: false }));
    await expect(failing).rejects.toMatchObject({
      code: "jira-rejected",
      messages: ["Issue Does Not Exist"],
    });
  });

  it("is not blamed for a missing permission", async () => {
    const failing = failure(refusing(refused(403, "You do not have permission")));
    await expect(failing).rejects.toMatchObject({ code: "jira-rejected", status: 403 });
  });
});

it("reads the rules for uploads", async () => {
  const rules = await against(
    () => ({ json: { enabled: true, uploadLimit: 10485760 } }),
    ({ fetch }) => uploadRules(fetch),
  );
  expect(rules).toEqual({ enabled: true, limit: 10485760 });
});
