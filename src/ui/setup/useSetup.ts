/** The set-up page's state: what is written, what an earlier run left, and what was made of it. */
import { useEffect, useState } from "react";
import { isInlinkError, type InlinkError } from "../../core/errors.ts";
import { makeSetup, type Setup } from "../../setup/makeSetup.ts";
import { readAnswers } from "../../setup/readAnswers.ts";
import { useFault } from "../useFault.ts";
import { keyProblem, keyWish, usualKeyChoice } from "./keyChoice.ts";
import { madeBefore } from "./madeBefore.ts";
import { nothingEarlier, readEarlier, sortTexts, type Earlier } from "./readEarlier.ts";
import { useSetupPorts } from "./setupPorts.ts";
import { answersOf, firstTexts, type AnswerName, type Written } from "./written.ts";

export type SetupState =
  | { readonly step: "form"; readonly failure: InlinkError | undefined }
  | { readonly step: "making" }
  | { readonly step: "made"; readonly setup: Setup };

export type SetupForm = ReturnType<typeof useSetup>;

export function useSetup() {
  const { crypto, manifestTemplate, ownFolder, findEarlier } = useSetupPorts();
  const [earlier, setEarlier] = useState<Earlier | undefined>(undefined);
  const [typed, setTyped] = useState<Partial<Written>>({});
  const [key, setKey] = useState(usualKeyChoice);
  const [tries, setTries] = useState(0);
  const [state, setState] = useState<SetupState>({ step: "form", failure: undefined });
  const [last, setLast] = useState<{ readonly setup: Setup; readonly wish: string } | undefined>(undefined);
  const fault = useFault();

  useEffect(() => {
    findEarlier()
      .then((texts) => setEarlier(readEarlier(texts)))
      .catch(fault);
  }, [findEarlier, fault]);

  const left = earlier ?? nothingEarlier;
  const written: Written = { ...firstTexts(left.told, ownFolder), ...typed };
  const { answers, problems = [] } = readAnswers(answersOf(written));
  const wrongKey = keyProblem(key, left.key);
  const wish = keyWish(key, left.key);

  function make(): void {
    setTries(tries + 1);
    if (!answers || wrongKey || !crypto || state.step === "making") return;
    setState({ step: "making" });
    const same = last && last.wish === JSON.stringify(wish) ? madeBefore(last.setup) : undefined;
    const source = {
      manifestTemplate,
      config: left.config,
      manifest: last?.setup.files.find(({ name }) => name === "manifest.xml")?.text ?? left.manifest,
      key: { ...wish, made: same },
      server: undefined,
    };
    makeSetup(answers, source, crypto).then(
      (setup) => {
        setLast({ setup, wish: JSON.stringify(wish) });
        setState({ step: "made", setup });
      },
      (error: unknown) => {
        if (isInlinkError(error)) setState({ step: "form", failure: error });
        else fault(error);
      },
    );
  }

  return {
    /** false until it is known whether an earlier run left anything. */
    ready: earlier !== undefined,
    earlier: left,
    written,
    key,
    state,
    /** How often "make" was pressed: problems show from the first time on. */
    tries,
    problems: tries > 0 ? problems : [],
    wrongKey: tries > 0 ? wrongKey : undefined,
    /** A key was made before on this page, and is used again. */
    usesLastKey: last !== undefined && last.wish === JSON.stringify(wish),
    /** A key was made before on this page, and pressing "make" makes another. */
    replacesLastKey: last !== undefined && last.wish !== JSON.stringify(wish),
    write: (name: AnswerName, text: string) => setTyped((texts) => ({ ...texts, [name]: text })),
    chooseKey: setKey,
    chooseFiles: (texts: readonly string[]) => setEarlier(readEarlier(sortTexts(texts))),
    make,
    change: () => setState({ step: "form", failure: undefined }),
  };
}
