import { Field, makeStyles, Radio, RadioGroup, Text, tokens } from "@fluentui/react-components";

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** What it means, in a sentence or two. */
  readonly meaning?: string;
}

interface Props<Value extends string> {
  readonly label: string;
  readonly options: readonly Option<Value>[];
  readonly chosen: string | undefined;
  readonly problem?: string | undefined;
  onChoose(value: Value): void;
}

const useStyles = makeStyles({
  short: { flexWrap: "wrap", marginLeft: `calc(${tokens.spacingHorizontalS} * -1)` },
  long: { marginLeft: `calc(${tokens.spacingHorizontalS} * -1)` },
  meaning: { color: tokens.colorNeutralForeground3 },
});

/** A few ways, one of which is taken; side by side where they need no explanation. */
export function Choice<Value extends string>({ label, options, chosen, problem, onChoose }: Props<Value>) {
  const styles = useStyles();
  const short = options.every(({ meaning }) => meaning === undefined);
  return (
    <Field label={label} validationMessage={problem}>
      <RadioGroup
        className={short ? styles.short : styles.long}
        layout={short ? "horizontal" : "vertical"}
        value={chosen ?? ""}
        onChange={(_, data) => {
          const option = options.find(({ value }) => value === data.value);
          if (option) onChoose(option.value);
        }}
      >
        {options.map(({ value, label: words, meaning }) => (
          <Radio
            key={value}
            value={value}
            label={
              <>
                {words}
                {meaning !== undefined && (
                  <Text block size={200} className={styles.meaning}>
                    {meaning}
                  </Text>
                )}
              </>
            }
          />
        ))}
      </RadioGroup>
    </Field>
  );
}
