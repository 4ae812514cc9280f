import { otherJira } from "../../sim/otherJira.ts";

const env = {
  JIRA_URL: "https://jira.example.com/jira/",
  JIRA_CONSUMER_KEY: "inlink",
  JIRA_KEY_FILE: "package.json",
};

describe("the variables for another Jira", () => {
  it("mean the stand-in where there is no JIRA_URL", () => {
    expect(otherJira({})).toBeUndefined();
  });

  it("give the address without a slash at its end, and the key out of its file", () => {
    expect(otherJira(env)).toEqual({
      url: "https://jira.example.com/jira",
      consumerKey: "inlink",
      privateKey: expect.stringContaining('"inlink"') as string,
      via: undefined,
    });
  });

  it("are missed by name", () => {
    expect(() => otherJira({ ...env, JIRA_CONSUMER_KEY: "" })).toThrow("JIRA_CONSUMER_KEY must be set");
    expect(() => otherJira({ ...env, JIRA_KEY_FILE: "not/there" })).toThrow(
      "JIRA_KEY_FILE cannot be read: not/there",
    );
    expect(() => otherJira({ ...env, JIRA_URL: "jira" })).toThrow("not a web address");
  });
});
