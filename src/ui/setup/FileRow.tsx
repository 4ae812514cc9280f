import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { SetupFile } from "../../setup/files.ts";
import { CopyButton } from "./CopyButton.tsx";
import { useSetupPorts } from "./setupPorts.ts";

const useStyles = makeStyles({
  row: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // Beside its buttons where there is room for 260 px, above them where there is not.
  words: { flex: "1 1 260px", minWidth: 0, overflowWrap: "anywhere" },
  purpose: { color: tokens.colorNeutralForeground3 },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface Props {
  readonly file: SetupFile;
  /** Its text is of use on the clipboard. */
  readonly copied?: boolean;
  readonly downloaded: boolean;
  onDownloaded(name: string): void;
}

export function FileRow({ file, copied = false, downloaded, onDownloaded }: Props) {
  const styles = useStyles();
  const { download } = useSetupPorts();
  const { name, text, purpose } = file;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <Text block weight="semibold">
          {name}
        </Text>
        <Text block size={200} className={styles.purpose}>
          {purpose}
        </Text>
      </div>
      <div className={styles.buttons}>
        {copied && <CopyButton what={name} text={text} />}
        <Button
          size="small"
          appearance={downloaded ? "secondary" : "primary"}
          aria-label={`${downloaded ? "Download again" : "Download"} ${name}`}
          onClick={() => {
            download(file);
            onDownloaded(name);
          }}
        >
          {downloaded ? "Download again" : "Download"}
        </Button>
      </div>
    </li>
  );
}
