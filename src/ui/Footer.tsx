import { Link, makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { useConnectionCheck } from "./connectionCheck.ts";

const useStyles = makeStyles({
  footer: {
    display: "flex",
    flexWrap: "wrap",
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    padding: tokens.spacingHorizontalM,
    "& a, & button": { fontSize: tokens.fontSizeBase200 },
  },
});

/** What is needed now and then, on every screen. @param children more of it. */
export function Footer({ children }: { readonly children?: ReactNode }) {
  const styles = useStyles();
  const check = useConnectionCheck();
  return (
    <footer className={styles.footer}>
      <Link as="button" onClick={check}>
        Check the connection
      </Link>
      {children}
      <Link href="assets/privacy.html" target="_blank" rel="noopener">
        Privacy
      </Link>
    </footer>
  );
}
