import {
  FluentProvider,
  makeStyles,
  Tab,
  TabList,
  Title2,
  tokens,
  webDarkTheme,
  webLightTheme,
} from "@fluentui/react-components";
import { useEffect, useState, type ReactNode } from "react";
import { ErrorBoundary } from "../ErrorBoundary.tsx";
import { SetUp } from "./SetUp.tsx";
import { SetupPortsProvider, type SetupPorts } from "./setupPorts.ts";

const useStyles = makeStyles({
  page: {
    minHeight: "100vh",
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  column: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    boxSizing: "border-box",
    maxWidth: "760px",
    margin: "0 auto",
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
  },
  head: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalM },
  logo: { width: "40px", height: "40px", flexShrink: 0 },
  title: { margin: 0 },
});

const advice = "What you downloaded is good. Reload the page to begin anew.";

interface Props {
  readonly ports: SetupPorts;
  /** Tells at once and at each change whether the system is dark; returns how to stop. */
  watchDark(listener: (dark: boolean) => void): () => void;
  /** The connection check, on a tab of its own that opens it when first shown. undefined: there is nothing to check. */
  readonly check: ReactNode;
}

/** The whole of setup.html, for administrators. */
export function SetupPage({ ports, watchDark, check }: Props) {
  const styles = useStyles();
  const [dark, setDark] = useState(false);
  useEffect(() => watchDark(setDark), [watchDark]);
  return (
    <FluentProvider theme={dark ? webDarkTheme : webLightTheme}>
      {/* A class of its own: Fluent gives its provider's class to every pop-up as well. */}
      <div className={styles.page}>
        <div className={styles.column}>
          <header className={styles.head}>
            <img className={styles.logo} src="assets/icon-128.png" alt="" />
            <Title2 as="h1" className={styles.title}>
              Set up Inlink
            </Title2>
          </header>
          <ErrorBoundary advice={advice}>
            <SetupPortsProvider value={ports}>
              {check === undefined ? (
                <main>
                  <SetUp />
                </main>
              ) : (
                <Tabs check={check} />
              )}
            </SetupPortsProvider>
          </ErrorBoundary>
        </div>
      </div>
    </FluentProvider>
  );
}

/** Both stay once they were shown: what is typed or found on one is there after a look at the other. */
function Tabs({ check }: { readonly check: ReactNode }) {
  const [tab, setTab] = useState<"set-up" | "check">("set-up");
  const [checkShown, setCheckShown] = useState(false);
  return (
    <>
      <TabList
        selectedValue={tab}
        onTabSelect={(_, { value }) => {
          setTab(value === "check" ? "check" : "set-up");
          if (value === "check") setCheckShown(true);
        }}
      >
        <Tab value="set-up" id="tab-set-up">
          Set up
        </Tab>
        <Tab value="check" id="tab-check">
          Check the connection
        </Tab>
      </TabList>
      <div role="tabpanel" aria-labelledby="tab-set-up" hidden={tab !== "set-up"}>
        <main>
          <SetUp />
        </main>
      </div>
      <div role="tabpanel" aria-labelledby="tab-check" hidden={tab !== "check"}>
        {checkShown && check}
      </div>
    </>
  );
}
