/**
 * Pictures of the mail are not in Jira yet, which would say so in their place, in its own language. So each is taken out
 * before Jira is asked, and a mark put there: a number between brackets that are neither letters nor markup, so that
 * text effects around it work as around a picture.
 */
import { withReferences } from "../wiki/pictureNames.ts";

interface Marked {
  /** Wiki markup for Jira to render. */
  readonly text: string;
  readonly marks: Marks;
}

export interface Marks {
  /** Of the pictures, each once. */
  readonly names: readonly string[];
  /** Text and pictures in order. */
  parts(text: string): readonly (string | MarkedPicture)[];
  /** Text with the markup again where the marks are. */
  undone(text: string): string;
}

export interface MarkedPicture {
  readonly name: string;
  /** Pixels; undefined: its own. */
  readonly width: number | undefined;
}

/** @param names of files that will be in Jira when the text is. */
export function withPictureMarks(text: string, names: readonly string[]): Marked {
  let open = "⧼";
  while (text.includes(open)) open += "⧼";
  const found: (MarkedPicture & { readonly markup: string })[] = [];
  const mark = new RegExp(`${open}(\\d+)⧽`, "g");
  const marked = withReferences(text, names, ({ name, settings, markup }) => {
    const width = /[|,]\s*width=(\d{1,5})(?![\d%])/.exec(settings)?.[1];
    found.push({ name, width: width === undefined ? undefined : Number(width), markup });
    return `${open}${found.length - 1}⧽`;
  });
  return {
    text: marked,
    marks: {
      names: [...new Set(found.map(({ name }) => name))],
      parts: (rendered) =>
        rendered.split(mark).flatMap((part, at) => {
          const one = at % 2 === 0 ? part : found[Number(part)];
          return one === undefined || one === "" ? [] : [one];
        }),
      undone: (rendered) => rendered.replace(mark, (_, at: string) => found[Number(at)]?.markup ?? ""),
    },
  };
}
