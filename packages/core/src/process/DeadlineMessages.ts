/**
 * What the soundness check says of deadlines, in Chinese and in English.
 *
 * @module
 */
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Finding } from "../finding/Finding.ts"
import { finding } from "./SoundnessMessages.ts"

/** A step of the clock that no deadline fires. */
export const neverFired = (path: string, step: string, from: ReadonlyArray<string>): Finding =>
  finding(
    "never-fired",
    path,
    from.join(", "),
    {
      zh: `「${step}」由时钟执行，但在 ${from.join("、") || "开始之前"} 没有期限触发它。`,
      en: `${step} is by the clock, and no deadline fires it ${from.length === 0 ? "before a case has begun" : `in ${from.join(" or ")}`}.`
    },
    {
      zh: "写出触发它的期限，或改由他人执行。",
      en: "Declare a deadline that fires it, or let it be somebody else's step."
    }
  )

/** A deadline that fires a step which does not exist. */
export const deadlineWithoutStep = (path: string, deadline: string, step: string): Finding =>
  finding(
    "deadline-without-step",
    path,
    step,
    {
      zh: `期限「${deadline}」触发的「${step}」不存在。`,
      en: `The deadline ${deadline} fires ${step}, which is not a step.`
    },
    { zh: "写出该步骤。", en: "Declare the step." }
  )

/** A deadline that fires a step which is not the clock's. */
export const notTheClocks = (path: string, deadline: string, step: string, by: string): Finding =>
  finding(
    "not-the-clocks",
    path,
    by,
    {
      zh: `期限「${deadline}」触发「${step}」，但它属于 ${by}。`,
      en: `The deadline ${deadline} fires ${step}, which belongs to ${by}.`
    },
    { zh: "到期步骤须由时钟执行（by: clock）。", en: "Let the deadline fire a step that is by the clock." }
  )

/** A deadline that fires a step which wants to be told something. */
export const clockHasNothingToSay = (path: string, deadline: string, step: string): Finding =>
  finding(
    "clock-has-nothing-to-say",
    path,
    step,
    {
      zh: `期限「${deadline}」触发的「${step}」需要输入，而时钟无话可说。`,
      en: `The deadline ${deadline} fires ${step}, which has to be told something, and a clock has nothing to say.`
    },
    {
      zh: "去掉该步骤的 input。",
      en: "Take the input out of the step; what it needs is in the case or in the settings."
    }
  )

/** A deadline that runs where its step cannot be taken. */
export const firesInVain = (path: string, way: Bilingual, deadline: string, step: string, state: string): Finding =>
  finding(
    "fires-in-vain",
    path,
    way.en,
    {
      zh: `${way.zh}；期限「${deadline}」在「${state}」到期时，「${step}」却不能执行。`,
      en: `${way.en}; when the deadline ${deadline} runs out there, ${step} cannot be done in ${state}.`
    },
    {
      zh: "让该步骤可从此状态开始，或缩小期限的范围。",
      en: "Let the step start from that state, or let the deadline not run in it."
    }
  )

/** A deadline that is said to run in a state and to stand still in it. */
export const runsAndStands = (path: string, deadline: string, state: string): Finding =>
  finding(
    "runs-and-stands",
    path,
    state,
    {
      zh: `期限「${deadline}」在「${state}」既计时又暂停。`,
      en: `The deadline ${deadline} is to run in ${state}, and to stand still there.`
    },
    { zh: "只在 while 或 pausedIn 之一列出该状态。", en: "Name the state in while or in pausedIn, not in both." }
  )

/** A deadline that stands still in a state from which its clock never runs on. */
export const pausedForEver = (path: string, way: Bilingual, deadline: string, state: string): Finding =>
  finding(
    "paused-for-ever",
    path,
    way.en,
    {
      zh: `${way.zh}；期限「${deadline}」在「${state}」暂停，此后再不会接着计时。`,
      en: `${way.en}; the deadline ${deadline} stands still in ${state}, and from there its clock never runs on.`
    },
    {
      zh: "从 pausedIn 去掉该状态，或增加一步回到计时的状态。",
      en: "Take the state out of pausedIn, or add a step from there back to where it runs."
    }
  )

/** A deadline whose warning comes before its time begins, or after it is over. */
export const warnsAtNoTime = (path: string, deadline: string, warnAt: number): Finding =>
  finding(
    "warns-at-no-time",
    path,
    String(warnAt),
    {
      zh: `期限「${deadline}」在其时长的 ${warnAt} 处提醒，而提醒须在 0 与 1 之间。`,
      en: `The deadline ${deadline} warns after ${warnAt} of its time, which is no part of it.`
    },
    { zh: "将 warnAt 设为 0 与 1 之间的数。", en: "Let warnAt be a part of the time: from 0 to 1." }
  )
