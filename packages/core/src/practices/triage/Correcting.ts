/**
 * Corrections: whoever sorts what fans write says what a text that was judged really is. A house judges with or without a section on triage, so this one asks
 * for none.
 *
 * @module
 */
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Settings from "../../handbook/Settings.ts"
import * as Correction from "../../internal-system/triage/Correction.ts"
import { CorrectionProcess } from "../../internal-system/triage/CorrectionProcess.ts"
import { make, run } from "../../practice/Practice.ts"
import { policyOf } from "./Triaging.ts"

const settingsOf = (handbook: Handbook): Correction.Settings => {
  const { complaints, counted } = policyOf(handbook)
  return { ...Settings.ofNotices(handbook), counted, complaints }
}

/** Corrections of judgements. */
export const correcting = make({
  name: "corrections",
  title: { zh: "判断更正", en: "corrections of judgements" },
  runs: [run(CorrectionProcess, settingsOf)],
  hears: [Correction.kind]
})
