import { makeStyles, Subtitle1, Subtitle2, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  card: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    minWidth: 0,
    padding: tokens.spacingHorizontalXXL,
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    "@media (max-width: 480px)": { padding: tokens.spacingHorizontalL },
  },
  heading: { margin: 0 },
});

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

/** One card of the page. */
export function Section({ title, children }: Props) {
  const styles = useStyles();
  return (
    <section className={styles.card} aria-label={title}>
      <Subtitle1 as="h2" block className={styles.heading}>
        {title}
      </Subtitle1>
      {children}
    </section>
  );
}

/** Within a card. */
export function Heading({ children }: { readonly children: string }) {
  return (
    <Subtitle2 as="h3" block className={useStyles().heading}>
      {children}
    </Subtitle2>
  );
}
