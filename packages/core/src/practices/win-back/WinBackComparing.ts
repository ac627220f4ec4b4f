/**
 * How it is counted what came of a wave, once it was watched for long enough.
 *
 * @module
 */
import { Result } from "effect"
import * as Action from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import { leadNow } from "../../process/Presence.ts"
import * as WinBack from "./WinBack.ts"
import * as Verdict from "./WinBackVerdict.ts"

const { step } = WinBack.wave

export const LookBack = step({
  title: { zh: "统计结果", en: "look back" },
  from: ["Sent"],
  to: ["Comparing"],
  by: "clock",
  evolve: (state) => ({ ...state, _tag: "Comparing" }),
  performs: { compare: ({ account, looksBack }) => ({ account, within: looksBack }) }
})

export const Compare = step({
  title: { zh: "获知结果", en: "hear what came of it" },
  from: ["Comparing"],
  to: ["Compared"],
  by: "world",
  input: WinBack.Counts.fields,
  facts: { counts: WinBack.Counts, to: PersonId },
  decide: (_, counts, under) => Result.succeed({ counts, to: leadNow(under) }),
  evolve: (state, { facts: { counts } }) => ({ ...state, counts, _tag: "Compared" }),
  performs: {
    notify: (_, { facts: { counts, to } }, { about }) => {
      const { en, zh } = Verdict.said(counts)
      return { to, message: { zh: `粉丝召回「${about.zh}」：${zh}`, en: `Win-back “${about.en}”: ${en}` } }
    }
  }
})

/** Nothing could be counted, and no number is put for it. */
export const LoseCount = step({
  title: { zh: "获知无法统计", en: "hear that it could not be counted" },
  from: ["Comparing"],
  to: ["Compared"],
  by: "world",
  input: Action.unknown,
  evolve: (state) => ({ ...state, _tag: "Compared" })
})
