import { ConfigInvalid } from "../../src/core/errors.ts";
import { configFile, readEarlierConfig } from "../../src/setup/configFile.ts";
import { answersFile, earlierAnswers } from "../../src/setup/earlierAnswers.ts";
import { manifestFile } from "../../src/setup/manifestFile.ts";
import { acme, acmeBesideJira, answersOf, template } from "./acme.ts";

const full = {
  ...acme,
  mode: "cors",
  name: "Acme & Co",
  consumerKey: "outlook",
  upstream: "http://10.0.0.5:8080",
  framedBy: ["https://mail.acme.example"],
  addinAddress: "public",
  jiraAddress: "private",
  support: "https://help.acme.example/?a=1&b=2",
};

function left(written: typeof acme) {
  const answers = answersOf(written);
  return {
    config: readEarlierConfig(configFile(answers, "key", undefined)),
    manifest: manifestFile(template, answers, "3b241101-e2bb-4255-8caf-4136c566a962"),
    answers: answersFile(answers),
  };
}

describe("the answers of an earlier run", () => {
  it("all come back", () => {
    expect(answersOf(earlierAnswers(left(full)))).toEqual(answersOf(full));
  });

  it.each([acme, acmeBesideJira, { ...acme, mode: "cors" }])(
    "come back from the published files alone, as far as these know them: %j",
    (written) => {
      expect(answersOf(earlierAnswers({ ...left(written), answers: undefined }))).toEqual(answersOf(written));
    },
  );

  it("give way to what somebody wrote into config.json since", () => {
    const { config, ...files } = left(full);
    const edited = { ...config, site: { ...config.site, name: "Renamed", consumerKey: "other" } };
    expect(earlierAnswers({ ...files, config: edited })).toMatchObject({
      name: "Renamed",
      consumerKey: "other",
      upstream: full.upstream,
    });
  });

  it("are none without an earlier run", () => {
    const nothing = { config: undefined, manifest: undefined, answers: undefined };
    expect(Object.values(earlierAnswers(nothing)).filter((value) => value !== undefined)).toEqual([]);
  });

  it("are not guessed from a damaged file", () => {
    expect(() => earlierAnswers({ ...left(full), answers: "{" })).toThrow(ConfigInvalid);
    expect(() => earlierAnswers({ ...left(full), answers: '{"framedBy": 1}' })).toThrow(ConfigInvalid);
  });
});
