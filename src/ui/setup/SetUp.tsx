import { Waiting } from "../Waiting.tsx";
import { AnswersForm } from "./AnswersForm.tsx";
import { SetupResult } from "./SetupResult.tsx";
import { useSetup } from "./useSetup.ts";

/** Questions, then files; back again, nothing that was typed is lost. */
export function SetUp() {
  const form = useSetup();
  if (!form.ready) return <Waiting label="Looking for an earlier set-up" />;
  const { state } = form;
  if (state.step !== "made") return <AnswersForm form={form} />;
  return <SetupResult setup={state.setup} host={form.written.host} onChange={form.change} />;
}
