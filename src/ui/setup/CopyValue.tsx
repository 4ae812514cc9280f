import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { CopyButton } from "./CopyButton.tsx";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    marginTop: tokens.spacingVerticalXS,
  },
  value: {
    minWidth: 0,
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
    userSelect: "all",
  },
  large: { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
});

interface Props {
  /** Name of the field that it is for. */
  readonly what: string;
  readonly text: string;
  readonly large?: boolean;
}

/** A text to be typed exactly so: one click selects it, the button copies it. */
export function CopyValue({ what, text, large = false }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.row}>
      <pre className={mergeClasses(styles.value, large && styles.large)}>{text}</pre>
      <CopyButton what={what} text={text} />
    </div>
  );
}
