/** Which parts of the mail go along: its kinds by one click each, its paragraphs one by one. */
import { Button, Checkbox, Field, makeStyles, Text, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronUpRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { chosenBlocks } from "../core/draft/shownText.ts";
import type { Work } from "../core/flow.ts";
import type { MailText } from "../core/mailText.ts";
import type { Part } from "../core/parts/part.ts";
import { CheckboxGroup } from "../fields/inputs/CheckboxGroup.tsx";
import type { FormProps } from "./Workbench.tsx";

const useStyles = makeStyles({
  list: { display: "flex", flexDirection: "column" },
  block: { alignItems: "flex-start" },
  words: {
    display: "block",
    maxHeight: `calc(3 * ${tokens.lineHeightBase300})`,
    overflow: "hidden",
    overflowWrap: "anywhere",
  },
  part: { color: tokens.colorNeutralForeground3 },
});

const names: Readonly<Record<Part, string>> = {
  own: "What the sender says",
  quote: "Earlier mail",
  signature: "Signature",
  disclaimer: "Legal text, footer",
  banner: "Warning of the mail system",
};
const kinds: readonly Part[] = ["own", "quote", "signature", "disclaimer", "banner"];

interface Props {
  readonly work: Work;
  readonly edit: FormProps["edit"];
}

export function TextChoice({ work, edit }: Props) {
  const { text, draft } = work;
  const [open, setOpen] = useState(false);
  const styles = useStyles();
  if (!text || text.blocks.length < 2) return null;
  if (draft.text !== undefined)
    return (
      <Text size={200} block>
        You have changed the text below, so the mail’s paragraphs no longer make it.
        <Button appearance="transparent" size="small" onClick={() => edit({ text: undefined })}>
          Take the mail’s text again
        </Button>
      </Text>
    );
  const chosen = chosenBlocks(work);
  const choose = (places: readonly number[], wanted: boolean): void => {
    const next = new Set(chosen);
    for (const place of places)
      if (wanted) next.add(place);
      else next.delete(place);
    edit({ blocks: next });
  };
  return (
    <Field label="What to send">
      <CheckboxGroup className={styles.list}>
        {kinds.flatMap((kind) => {
          const places = placesOf(text, kind);
          if (places.length === 0) return [];
          const here = places.filter((place) => chosen.has(place)).length;
          return [
            <Checkbox
              key={kind}
              label={places.length === 1 ? names[kind] : `${names[kind]} (${places.length} paragraphs)`}
              checked={here === 0 ? false : here === places.length ? true : "mixed"}
              onChange={(_, { checked }) => choose(places, checked === true)}
            />,
          ];
        })}
        <Button
          appearance="transparent"
          size="small"
          icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? "Fewer choices" : "Choose paragraphs"}
        </Button>
        {open &&
          text.blocks.map((block, place) => (
            <Checkbox
              key={place}
              className={styles.block}
              label={
                <span className={styles.words}>
                  {block.text || "(picture)"}
                  {block.part !== "own" && (
                    <Text size={200} className={styles.part}>
                      {" "}
                      – {names[block.part]}
                    </Text>
                  )}
                </span>
              }
              checked={chosen.has(place)}
              onChange={(_, { checked }) => choose([place], checked === true)}
            />
          ))}
      </CheckboxGroup>
    </Field>
  );
}

function placesOf({ blocks }: MailText, kind: Part): readonly number[] {
  return blocks.flatMap(({ part }, place) => (part === kind ? [place] : []));
}
