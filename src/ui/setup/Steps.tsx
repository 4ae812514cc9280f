import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  list: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalM,
    margin: 0,
    paddingLeft: "1.6em",
    overflowWrap: "anywhere",
    "& > li": { paddingLeft: tokens.spacingHorizontalXS },
  },
});

/** List items that are done one after the other. */
export function Steps({ children }: { readonly children: ReactNode }) {
  return <ol className={useStyles().list}>{children}</ol>;
}
