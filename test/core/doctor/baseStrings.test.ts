import { compareBaseStrings, type Signed } from "../../../src/core/doctor/baseStrings.ts";

const signed: Signed = {
  method: "POST",
  url: "https://jira.example.com/jira/plugins/servlet/oauth/request-token",
  parameters: { oauth_callback: "https://addin.example.com/signin.html", oauth_nonce: undefined },
};
function theirs(
  address: string,
  query = `oauth_callback=${encodeURIComponent(signed.parameters["oauth_callback"] ?? "")}&oauth_nonce=1`,
  method = "POST",
) {
  return [method, address, query].map(encodeURIComponent).join("&");
}

describe("two base strings", () => {
  it("are the same where all parts are, whatever the nonce was", () => {
    expect(compareBaseStrings(signed, theirs(signed.url))?.parts).toEqual([]);
  });

  it.each([
    ["http://jira.example.com/jira/plugins/servlet/oauth/request-token", ["scheme"]],
    ["http://jira.example.com:8080/jira/plugins/servlet/oauth/request-token", ["scheme", "port"]],
    ["http://jira.example.com:443/jira/plugins/servlet/oauth/request-token", ["scheme", "port"]],
    ["https://tomcat:8080/jira/plugins/servlet/oauth/request-token", ["host", "port"]],
    ["https://jira.example.com/plugins/servlet/oauth/request-token", ["path"]],
  ])("differ in each part that does: %s", (address, parts) => {
    expect(compareBaseStrings(signed, theirs(address))).toMatchObject({ parts, theirsAddress: address });
  });

  it("differ in the method", () => {
    const differences = compareBaseStrings(signed, theirs(signed.url, undefined, "GET"));
    expect(differences).toMatchObject({
      parts: ["method"],
      ours: { method: "POST" },
      theirs: { method: "GET" },
    });
  });

  it("differ in parameters that got lost, came along, changed or doubled", () => {
    const query = "oauth_callback=oob&oauth_callback=oob&utm=1&utm=2";
    expect(compareBaseStrings(signed, theirs(signed.url, query))).toMatchObject({
      parts: ["parameters"],
      missing: ["oauth_nonce"],
      extra: ["utm"],
      changed: ["oauth_callback"],
    });
  });

  it.each(["", "nonsense", "POST&%zz&a", "POST&no%20address&a=1", "a&b&c&d"])(
    "are not compared where Jira's is none: %s",
    (text) => {
      expect(compareBaseStrings(signed, text)).toBeUndefined();
    },
  );
});
