import { entries, flag, list, number, object, optional, ParseProblem, text } from "../../src/core/parse.ts";

const mail = object((field) => ({
  subject: field("subject", text),
  size: field("size", optional(number)),
  files: field("files", list(object((inner) => inner("name", text)))),
}));

describe("reading unknown values", () => {
  it("returns our type, and leaves aside what nobody asked for", () => {
    const value = { subject: "Printer", size: null, files: [{ name: "a.png", other: 1 }], extra: true };
    expect(mail(value, "")).toEqual({ subject: "Printer", size: undefined, files: ["a.png"] });
  });

  it.each([
    [{ files: [] }, "subject: expected text"],
    [{ subject: "x", files: [{ name: "a" }, { name: 7 }] }, "files[1].name: expected text"],
    [{ subject: "x", files: {} }, "files: expected a list"],
    [{ subject: "x", size: "7", files: [] }, "size: expected a number"],
    [[], "expected an object"],
    [null, "expected an object"],
  ])("says where %j is wrong", (value, message) => {
    expect(() => mail(value, "")).toThrow(new ParseProblem(...splitProblem(message)));
  });

  it("reads maps with their names in order, and the path below them", () => {
    expect(entries(flag)({ b: true, a: false }, "map")).toEqual([
      ["b", true],
      ["a", false],
    ]);
    expect(() => entries(flag)({ b: 1 }, "map")).toThrow("map.b: expected true or false");
  });

  it("does not take what every object inherits for a field", () => {
    expect(object((field) => field("constructor", optional(text)))({}, "")).toBeUndefined();
  });

  it("does not take NaN for a number", () => {
    expect(() => number(Number.NaN, "size")).toThrow("size: expected a number");
  });
});

function splitProblem(message: string): [path: string, expected: string] {
  const [, path = "", expected = ""] = /^(?:(.*): )?expected (.*)$/.exec(message) ?? [];
  return [path, expected];
}
