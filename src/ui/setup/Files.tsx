import { useState } from "react";
import type { SetupFile } from "../../setup/files.ts";
import { Choice, type Option } from "./Choice.tsx";
import { FileList, type Downloads } from "./FileList.tsx";
import { Section } from "./Section.tsx";

type Server = NonNullable<SetupFile["server"]>;

const servers: readonly Option<Server>[] = [
  { value: "nginx", label: "nginx" },
  { value: "apache", label: "Apache httpd" },
  { value: "caddy", label: "Caddy" },
  { value: "iis", label: "IIS" },
  { value: "haproxy", label: "HAProxy" },
];

interface Props {
  readonly files: readonly SetupFile[];
  /** Where the site's files go. */
  readonly host: string;
  readonly downloads: Downloads;
}

/** All that was made, by where it goes. */
export function Files({ files, host, downloads }: Props) {
  const [server, setServer] = useState<Server | undefined>(undefined);
  const forServer = files.filter((file) => file.server !== undefined && file.server === server);
  return (
    <Section title="Your files">
      <FileList
        title="For the site's folder"
        lead={`They go beside setup.html and Inlink's other files, at ${host}`}
        files={files.filter(({ place }) => place === "site")}
        downloads={downloads}
      />
      <Choice
        label="Your web server"
        options={servers.filter(({ value }) => files.some((file) => file.server === value))}
        chosen={server}
        onChoose={(value) => setServer(value)}
      />
      {server && (
        <FileList
          title="For your web server"
          lead="At the top of each stands what to do with it."
          files={forServer}
          downloads={downloads}
          copied
        />
      )}
      <FileList
        title="For you"
        lead="For you alone, or for who administers Jira: not for the site's folder."
        files={files.filter((file) => file.place === "handout" && file.server === undefined)}
        downloads={downloads}
      />
    </Section>
  );
}
