/** What Jira made of the text, as elements of our own: it reads as in Jira's issue view. */
import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { createElement, type ReactNode } from "react";
import type { MarkedPicture } from "../../core/preview/pictureMarks.ts";
import type { RenderedText, Shown, ShownElement, ShownTag } from "../../core/preview/renderedText.ts";
import type { ReadPicture } from "./usePictures.ts";

const line = `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`;
const block = { marginBlock: `0 ${tokens.spacingVerticalS}` };
const heading = (size: string, height: string) => ({
  fontSize: size,
  lineHeight: height,
  fontWeight: tokens.fontWeightSemibold,
  marginBlock: `${tokens.spacingVerticalM} ${tokens.spacingVerticalXS}`,
});
const monospace = { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 };

const useStyles = makeStyles({
  p: block,
  h1: heading(tokens.fontSizeBase600, tokens.lineHeightBase600),
  h2: heading(tokens.fontSizeBase500, tokens.lineHeightBase500),
  h3: heading(tokens.fontSizeBase400, tokens.lineHeightBase400),
  h4: heading(tokens.fontSizeBase300, tokens.lineHeightBase300),
  h5: heading(tokens.fontSizeBase200, tokens.lineHeightBase200),
  h6: heading(tokens.fontSizeBase200, tokens.lineHeightBase200),
  hr: { border: "none", borderTop: line, marginBlock: tokens.spacingVerticalM },
  list: {
    ...block,
    paddingInlineStart: tokens.spacingHorizontalXXL,
    "& ul, & ol": { marginBlockEnd: "0" },
  },
  blockquote: {
    ...block,
    marginInline: "0",
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: tokens.strokeWidthThicker,
    borderInlineStartStyle: "solid",
    borderInlineStartColor: tokens.colorNeutralStroke1,
    color: tokens.colorNeutralForeground2,
  },
  pre: {
    ...block,
    ...monospace,
    padding: tokens.spacingHorizontalS,
    border: line,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    whiteSpace: "pre-wrap",
  },
  code: monospace,
  table: { ...block, borderCollapse: "collapse" },
  cell: {
    border: line,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    minWidth: "5ch", // many columns scroll rather than become letters below each other
    textAlign: "start",
    verticalAlign: "top",
  },
  th: { backgroundColor: tokens.colorNeutralBackground3, fontWeight: tokens.fontWeightSemibold },
  a: { color: tokens.colorBrandForegroundLink },
  panel: {
    ...block,
    padding: tokens.spacingHorizontalM,
    border: line,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  title: { fontWeight: tokens.fontWeightSemibold, marginBlockEnd: tokens.spacingVerticalXS },
  error: { color: tokens.colorPaletteRedForeground1 },
  picture: { maxWidth: "100%", verticalAlign: "bottom" },
  missing: {
    border: `${tokens.strokeWidthThin} dashed ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    paddingInline: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
  },
});
type Styles = ReturnType<typeof useStyles>;

interface Props extends RenderedText {
  /** undefined: still being read. */
  picture(name: string): ReadPicture | undefined;
}

export function Rendered({ content, cut, picture }: Props) {
  const styles = useStyles();
  return (
    <>
      {content.map((one, at) => drawn(one, at, { styles, picture }))}
      {cut && <Text block>There is more of it, which only Jira shows.</Text>}
    </>
  );
}

interface Drawing extends Pick<Props, "picture"> {
  readonly styles: Styles;
}

function drawn(one: Shown, at: number, drawing: Drawing): ReactNode {
  if (typeof one === "string") return one;
  if (one.kind === "picture") return <Picture key={at} {...drawing} of={one.picture} />;
  if (one.kind === "element") return element(one, at, drawing);
  return (
    <span key={at} className={drawing.styles.missing}>
      {one.name || "picture"}
    </span>
  );
}

function element(
  { tag, role, colour, href, children }: ShownElement,
  at: number,
  drawing: Drawing,
): ReactNode {
  const { styles } = drawing;
  const link = tag === "a" && href !== undefined;
  const given = {
    key: at,
    className: mergeClasses(classOf(tag, styles), role && styles[role]) || undefined,
    // Colours of mails are made for white paper: mixed with that of text, they are readable on dark as well.
    style: colour ? { color: `color-mix(in srgb, ${colour}, ${tokens.colorNeutralForeground1})` } : undefined,
    ...(link && { href, target: "_blank", rel: "noreferrer" }),
  };
  if (tag === "br" || tag === "hr") return createElement(tag, given);
  const within = children.map((child, place) => drawn(child, place, drawing));
  return createElement(tag === "a" && !link ? "span" : tag, given, ...within);
}

function classOf(tag: ShownTag, styles: Styles): string | undefined {
  switch (tag) {
    case "ul":
    case "ol":
      return styles.list;
    case "td":
      return styles.cell;
    case "th":
      return mergeClasses(styles.cell, styles.th);
    case "br":
    case "b":
    case "em":
    case "ins":
    case "del":
    case "cite":
    case "sub":
    case "sup":
    case "li":
    case "tbody":
    case "tr":
    case "div":
    case "span":
      return undefined;
    case "p":
    case "hr":
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
    case "code":
    case "pre":
    case "blockquote":
    case "table":
    case "a":
      return styles[tag];
  }
}

interface PictureProps extends Drawing {
  readonly of: MarkedPicture;
}

function Picture({ of: { name, width }, styles, picture }: PictureProps) {
  const read = picture(name);
  if (read?.address !== undefined)
    return <img className={styles.picture} src={read.address} alt={name} width={width} />;
  return (
    <span
      className={styles.missing}
      title={read ? "Outlook does not show it here; it is sent all the same" : undefined}
    >
      {name}
      {read ? "" : " …"}
    </span>
  );
}
