import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  // As far in as a checkbox's words.
  under: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalXS,
    padding: `0 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXXL}`,
  },
});

/** What belongs to the checkbox above. */
export function UnderCheckbox({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles().under}>{children}</div>;
}
