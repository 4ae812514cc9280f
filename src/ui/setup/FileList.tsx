import { makeStyles, Text } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { SetupFile } from "../../setup/files.ts";
import { FileRow } from "./FileRow.tsx";
import { Heading } from "./Section.tsx";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0 },
  lead: { marginBottom: "8px" },
});

/** Which were downloaded from this page, and how that is told. */
export interface Downloads {
  readonly names: ReadonlySet<string>;
  add(name: string): void;
}

interface Props {
  readonly title: string;
  readonly lead: ReactNode;
  readonly files: readonly SetupFile[];
  readonly downloads: Downloads;
  readonly copied?: boolean;
}

/** Files that go to one place. */
export function FileList({ title, lead, files, downloads, copied = false }: Props) {
  const styles = useStyles();
  return (
    <div>
      <Heading>{title}</Heading>
      <Text block className={styles.lead}>
        {lead}
      </Text>
      <ul className={styles.list} aria-label={title}>
        {files.map((file) => (
          <FileRow
            key={file.name}
            file={file}
            copied={copied}
            downloaded={downloads.names.has(file.name)}
            onDownloaded={downloads.add}
          />
        ))}
      </ul>
    </div>
  );
}
