import { withPictureMarks } from "../../../src/core/preview/pictureMarks.ts";

const picture = (name: string, width?: number) => expect.objectContaining({ name, width }) as unknown;

describe("pictures that Jira does not have yet", () => {
  it("are taken out for a mark, and found again with name and width", () => {
    const { text, marks } = withPictureMarks("a !x.png! b\n!y (2).png|width=300!!x.png|thumbnail!", [
      "x.png",
      "y (2).png",
    ]);
    expect(text).not.toMatch(/[!|]|png/);
    expect(marks.parts(text)).toEqual([
      "a ",
      picture("x.png"),
      " b\n",
      picture("y (2).png", 300),
      picture("x.png"),
    ]);
    expect(marks.names).toEqual(["x.png", "y (2).png"]);
    expect(marks.undone(text)).toBe("a !x.png! b\n!y (2).png|width=300!!x.png|thumbnail!");
  });

  it.each([
    ["of other files", "!other.png!"],
    ["behind a backslash", String.raw`\!x.png!`],
    ["within a word", "wow!x.png! !x.png!a"],
    ["whose name only begins so", "!x.png.zip! !xxpng!"],
  ])("are none %s", (_what, text) => {
    expect(withPictureMarks(text, ["x.png"])).toMatchObject({ text, marks: { names: [] } });
  });

  it("are none where no file goes along", () => {
    expect(withPictureMarks("!! !x.png!", [""]).text).toBe("!! !x.png!");
  });

  it("are not mixed up with what the text says itself", () => {
    const said = "⧼0⧽ ⧼⧼0⧽ ⧼";
    const { text, marks } = withPictureMarks(`${said}!x.png!`, ["x.png"]);
    expect(marks.parts(text)).toEqual([said, picture("x.png")]);
  });

  it("have a mark that is neither letter, digit, white space nor markup at its edges", () => {
    const { text } = withPictureMarks("!x.png!", ["x.png"]);
    expect(text).toMatch(/^\p{P}+\d+\p{P}$/u);
  });
});
