/**
 * Continuity: nothing stops, whoever is away.
 *
 * @module
 */
import { DateTime } from "effect"
import { type Lapse, nMinusOne } from "../../handbook/continuity/Continuity.ts"
import * as Repair from "../../handbook/continuity/Repair.ts"
import type { Hit, Rule } from "../../practice/Rule.ts"
import { type View, written } from "../../practice/View.ts"

/** The rules of continuity. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "continuity/gap",
    severity: "error",
    demands: {
      zh: "在职责的每个开放时段都有人能做。",
      en: "In every open hour of a duty somebody is there who can do it."
    },
    fix: { zh: "为该时段排班。", en: "Put somebody on shift for those hours." },
    find: (view) =>
      all(view)
        .filter(({ gone }) => gone.length === 0)
        .map((lapse) => told(view, lapse))
  },
  {
    code: "continuity/n-1",
    severity: "error",
    demands: { zh: "任何一个人不在时，每项职责仍有人能做。", en: "Every duty is still done with any one person gone." },
    fix: { zh: "让另一个人也能接手。", en: "Let one more person be able to take over." },
    find: (view) =>
      all(view)
        .filter(({ gone }) => gone.length === 1)
        .map((lapse) => told(view, lapse))
  }
]

const known = new WeakMap<View, ReadonlyArray<Lapse>>()

/** Asked once a view, though two rules tell of it. */
const all = (view: View): ReadonlyArray<Lapse> => {
  const lapses = known.get(view) ?? nMinusOne(view.cover, view.processes)
  known.set(view, lapses)
  return lapses
}

const told = (view: View, lapse: Lapse): Hit => {
  const at = written(view, DateTime.toEpochMillis(lapse.at))
  const [gone] = lapse.gone
  const { conflict, duty } = lapse
  const without = gone === undefined ? { zh: "", en: "" } : { zh: `${gone} 不在时，`, en: ` without ${gone}` }
  const repair = Repair.smallest(view.cover, lapse)
  return {
    at: ["duties", duty],
    evidence: gone === undefined ? at : `${gone} ${at}`,
    says: {
      zh: `${without.zh}「${duty}」从 ${at} 起${conflict === undefined ? "无人能做" : `只剩 ${conflict.person}，而其正在做「${conflict.duty}」，两者不能是同一人`}。`,
      en: `From ${at} on, ${conflict === undefined ? `nobody can do ${duty}${without.en}` : `only ${conflict.person} is left for ${duty}${without.en}, and has ${conflict.duty} in hand, which must be in another`}.`
    },
    ...(repair !== undefined && repair.needs.length > 0 && { fix: Repair.inWords(repair) })
  }
}
