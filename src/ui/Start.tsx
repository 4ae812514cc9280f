/** From nothing to a working pane: waits for Outlook and the configuration, asks for the passphrase, or says what is wrong. */
import {
  Button,
  FluentProvider,
  makeStyles,
  teamsHighContrastTheme,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";
import { isInlinkError, type InlinkError } from "../core/errors.ts";
import type { SessionState } from "../core/flow.ts";
import { App } from "./App.tsx";
import { ConnectionCheckProvider, type Examination } from "./connectionCheck.ts";
import { LazyDoctor } from "./doctor/LazyDoctor.tsx";
import { ErrorBoundary } from "./ErrorBoundary.tsx";
import { Footer } from "./Footer.tsx";
import { PanePortsProvider, type PanePorts } from "./panePorts.ts";
import { Passphrase } from "./Passphrase.tsx";
import { Problem } from "./Problem.tsx";
import { Waiting } from "./Waiting.tsx";

export type Theme = "light" | "dark" | "contrast";
const themes = { light: webLightTheme, dark: webDarkTheme, contrast: teamsHighContrastTheme };

const useStyles = makeStyles({
  page: { minHeight: "100vh", backgroundColor: tokens.colorNeutralBackground1 },
  centre: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
  },
});

interface Props {
  /** Throws our errors; KeyLocked asks for the passphrase and calls again with it. */
  boot(passphrase?: string): Promise<{ readonly ports: PanePorts; readonly session: SessionState }>;
  /** Tells at once and at each change; returns how to stop. */
  watchTheme(listener: (theme: Theme) => void): () => void;
  /** For the connection check. @param token of who is signed in. @param passphrase just typed. */
  examination(token: string | undefined, passphrase: string | undefined): Promise<Examination>;
}

type Started =
  | { readonly step: "starting" }
  | { readonly step: "failed"; readonly error: InlinkError }
  | { readonly step: "ready"; readonly ports: PanePorts; readonly session: SessionState };

export function Start({ boot, watchTheme, examination }: Props) {
  const styles = useStyles();
  const [theme, setTheme] = useState<Theme>("light");
  const [started, setStarted] = useState<Started>({ step: "starting" });
  const [checking, setChecking] = useState(false);
  const [bug, setBug] = useState<{ thrown: unknown } | undefined>(undefined);

  function start(passphrase?: string): void {
    boot(passphrase).then(
      (made) => setStarted({ step: "ready", ...made }),
      (error: unknown) => {
        if (isInlinkError(error)) setStarted({ step: "failed", error });
        else setBug({ thrown: error });
      },
    );
  }
  // eslint-disable-next-line react-hooks/exhaustive-deps -- once; the passphrase starts it again
  useEffect(start, []);
  useEffect(() => watchTheme(setTheme), [watchTheme]);

  function startAgain(passphrase?: string): void {
    setStarted({ step: "starting" });
    start(passphrase);
  }
  function back(): void {
    setChecking(false);
    if (started.step === "failed") startAgain(); // something may have been mended meanwhile
  }
  const prepare = (passphrase: string | undefined): Promise<Examination> =>
    examination(started.step === "ready" ? started.ports.session.token() : undefined, passphrase);

  return (
    <FluentProvider theme={themes[theme]}>
      {/* A class of its own: Fluent gives its provider's class to every pop-up as well. */}
      <div className={styles.page}>
        <ErrorBoundary>
          <ConnectionCheckProvider value={() => setChecking(true)}>
            {/* Hidden, not gone: the user's drafts are in there. */}
            <div hidden={checking}>
              <Step started={started} bug={bug} onPassphrase={startAgain} />
            </div>
          </ConnectionCheckProvider>
          {checking && <LazyDoctor prepare={prepare} onBack={back} />}
        </ErrorBoundary>
      </div>
    </FluentProvider>
  );
}

interface StepProps {
  readonly started: Started;
  readonly bug: { readonly thrown: unknown } | undefined;
  onPassphrase(passphrase: string): void;
}

function Step({ started, bug, onPassphrase }: StepProps): ReactNode {
  const styles = useStyles();
  if (bug) throw bug.thrown;
  switch (started.step) {
    case "starting":
      return <Waiting label="Starting Inlink" />;
    case "ready":
      return (
        <PanePortsProvider value={started.ports}>
          <App session={started.session} />
        </PanePortsProvider>
      );
    case "failed":
      if (started.error.code === "key-locked")
        return (
          <main className={styles.centre}>
            <Passphrase wrong={started.error.given} onGiven={onPassphrase} />
            <Footer />
          </main>
        );
      return (
        <main className={styles.centre}>
          <Problem error={started.error} />
          <Button onClick={() => window.location.reload()}>Try again</Button>
          <Footer />
        </main>
      );
  }
}
