/**
 * What people are told about complaints.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Reading } from "../../process/Reader.ts"
import { remains } from "../private-messages/PrivateAnswer.ts"

/** What a person is told about a complaint that is late. */
export const isLate = ({ about, state }: Reading, deadline: string): Bilingual =>
  deadline === "solution"
    ? {
        zh: `投诉「${about.zh}」（${state.zh}）还没有解决。`,
        en: `The complaint “${about.en}” (${state.en}) is not solved yet.`
      }
    : {
        zh: `投诉「${about.zh}」（${state.zh}）还没有回应粉丝。`,
        en: `Nobody has answered the complaint “${about.en}” (${state.en}).`
      }

/** What whoever has it in hand is told when a department will not see to it. */
export const isNotTaken = ({ about }: Reading, why: string): Bilingual => ({
  zh: `投诉「${about.zh}」部门不受理：${why}`,
  en: `A department will not see to the complaint “${about.en}”: ${why}`
})

/** What whoever has it in hand is told where a department could not even be asked. */
export const isNotAsked = ({ about }: Reading, why: string): Bilingual => ({
  zh: `投诉「${about.zh}」未能转交部门：${why}`,
  en: `A department could not be asked about the complaint “${about.en}”: ${why}`
})

/** What whoever has it in hand is told when a department has answered. */
export const isReported = ({ about }: Reading, report: string): Bilingual => ({
  zh: `投诉「${about.zh}」有部门答复：${report}`,
  en: `A department has answered about the complaint “${about.en}”: ${report}`
})

/** What whoever has it in hand is told when words could not be said in private while they could be. */
export const isNotInTime = ({ about }: Reading): Bilingual => ({
  zh: `投诉「${about.zh}」的私信答复没有在窗口内发出。${remains.zh}`,
  en: `What was to be said in private about the complaint “${about.en}” did not go out in time. ${remains.en}`
})

/** What whoever has it in hand is told where the fan could not be asked how it was. */
export const isUnasked = ({ about }: Reading, why: string): Bilingual => ({
  zh: `投诉「${about.zh}」未能询问满意度：${why}`,
  en: `The fan could not be asked how it was, for the complaint “${about.en}”: ${why}`
})
