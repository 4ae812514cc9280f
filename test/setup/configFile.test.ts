import fc from "fast-check";
import { parseConfig } from "../../src/config/config.ts";
import { ConfigInvalid } from "../../src/core/errors.ts";
import { configFile, readEarlierConfig } from "../../src/setup/configFile.ts";
import { acme, acmeBesideJira, answersOf } from "./acme.ts";

const key = "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n";
const page = `${acme.host}/taskpane.html`;

describe("config.json", () => {
  it("is what the add-in reads", () => {
    expect(parseConfig(configFile(answersOf(), key, undefined), page)).toMatchObject({
      sites: [
        {
          id: "main",
          name: "jira.acme.example",
          baseUrl: "https://jira.acme.example/jira",
          via: "https://addin.acme.example/inlink/jira-relay",
          consumerKey: "inlink",
          privateKey: key,
        },
      ],
      unknownKeys: [],
    });
  });

  it("leads over a relay only where there is one", () => {
    const modes = [answersOf(acmeBesideJira), answersOf({ ...acme, mode: "cors" })];
    const relayed = readEarlierConfig(configFile(answersOf(), key, undefined));
    for (const answers of modes)
      for (const earlier of [undefined, relayed])
        expect(configFile(answers, key, earlier)).not.toContain('"via"');
  });

  it("leaves what it was not asked about: further sites, other keys, and their order", () => {
    const earlier = {
      note: "ours",
      version: 1,
      neverSend: ["secret.acme.example"],
      sites: [
        {
          colour: "red",
          privateKey: "x",
          id: "first",
          name: "Old",
          baseUrl: "https://old.example",
          more: [1],
        },
        { id: "second", name: "Other", baseUrl: "https://other.example", consumerKey: "c", privateKey: key },
      ],
    };
    const text = configFile(
      answersOf({ ...acme, name: "New" }),
      key,
      readEarlierConfig(JSON.stringify(earlier)),
    );
    const [first, second] = earlier.sites;
    const changed = {
      name: "New",
      baseUrl: "https://jira.acme.example/jira",
      via: "/inlink/jira-relay",
      consumerKey: "inlink",
      privateKey: key,
    };
    expect(JSON.parse(text)).toEqual({ ...earlier, sites: [{ ...first, ...changed }, second] });
    expect(Object.keys(JSON.parse(text) as Record<string, unknown>)).toEqual(Object.keys(earlier));
  });

  it("is written letter by letter the same from what it was written to", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("relay", "cors"), (name, mode) => {
        const answers = answersOf({ ...acme, name, mode });
        const once = configFile(answers, key, undefined);
        expect(configFile(answers, key, readEarlierConfig(once))).toBe(once);
      }),
    );
  });

  it("is read as Windows' Notepad writes it", () => {
    expect(readEarlierConfig(`\uFEFF${configFile(answersOf(), key, undefined)}`).privateKey).toBe(key);
  });

  it.each(["", "{", "[]", '{"sites": {}}', '{"sites": [1]}', "<!doctype html>"])(
    "is not overwritten where it cannot be read: %s",
    (text) => expect(() => readEarlierConfig(text)).toThrow(ConfigInvalid),
  );
});
