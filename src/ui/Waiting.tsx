import { makeStyles, Spinner } from "@fluentui/react-components";

const useStyles = makeStyles({ waiting: { padding: "24px 0" } });

export function Waiting({ label }: { readonly label: string }) {
  return <Spinner className={useStyles().waiting} size="small" label={label} labelPosition="below" />;
}
