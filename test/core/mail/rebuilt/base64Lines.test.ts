import { base64Lines } from "../../../../src/core/mail/rebuilt/base64Lines.ts";

const line = 57;
const slice = 8192 * line;

it.each([0, 1, 2, 3, line - 1, line, line + 1, slice - 1, slice, slice + 1, 2 * slice + 100])(
  "%d bytes become lines of 76 characters that decode to the same bytes",
  async (length) => {
    const bytes = new Uint8Array(length).map((_, at) => at * 7 + (at >> 8));
    const text = Buffer.from(await base64Lines(bytes)).toString("latin1");
    expect(text).toBe(
      Buffer.from(bytes)
        .toString("base64")
        .replace(/.{1,76}/g, "$&\r\n"),
    );
  },
);
