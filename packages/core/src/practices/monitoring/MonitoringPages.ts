/**
 * Monitoring, as the printed handbook tells of it.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import { same } from "../../finding/Bilingual.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import type { Level, When } from "../../internal-system/monitoring/Severity.ts"
import type { WatchTerm } from "../../internal-system/monitoring/WatchTerm.ts"
import type { HandbookWords } from "../../page/HandbookWords.ts"
import { joined, type Section } from "../../page/Page.ts"
import { factsOf } from "../../page/Sections.ts"
import { MonitoringSection } from "./MonitoringSection.ts"

/** What is watched for, what makes an alarm, and how grave one is. */
export const section = (handbook: Handbook, words: HandbookWords): Section => {
  const { bucket, coolDown, levels, limit, mostADay, terms } = MonitoringSection.of(handbook)
  return {
    id: "monitoring",
    title: MonitoringSection.title,
    blocks: factsOf([
      ...terms.map((term) => [same(term.name), same(saidOf(term))] as const),
      [{ zh: "计数时段", en: "People are counted in" }, Names.alwaysName(bucket)],
      [{ zh: "预警门槛", en: "Evidence for an alarm" }, same(String(limit))],
      ...levels.map((level) => [nameOf(level), joined(levelOf(level, words), { zh: "；", en: "; " })] as const),
      [{ zh: "判断后静默", en: "Quiet after a judgement" }, Names.alwaysName(coolDown)],
      [
        { zh: "24 小时内最多", en: "At most in 24 hours" },
        { zh: `${mostADay} 个`, en: `${mostADay}` }
      ]
    ])
  }
}

/** The words of a term, as they are looked for: all of these, one of those, near one another, none of those, not within those. */
const saidOf = ({ all = [], any = [], near = [], none = [], notIn = [] }: WatchTerm): string =>
  [
    all.join(" + "),
    any.join(" / "),
    ...near.map(({ within, words }) => `${words.join(" ~ ")} (${within})`),
    ...none.map((word) => `− ${word}`),
    ...notIn.map((phrase) => `∌ ${phrase}`)
  ]
    .filter((one) => one !== "")
    .join("; ")

const nameOf = ({ name, title }: Level): Bilingual => ({ zh: `${title.zh}（${name}）`, en: `${title.en} (${name})` })

const levelOf = ({ declares, isCrisis, steps, team, when, within }: Level, words: HandbookWords) => [
  whenOf(when),
  words.people(team),
  words.allowance(within),
  ...steps,
  ...(isCrisis === true ? [{ zh: "属实则决定是否危机", en: "where it is true, somebody decides on a crisis" }] : []),
  ...(declares === undefined
    ? []
    : [{ zh: `自动宣布危机 ${declares}`, en: `declares the crisis ${declares} by itself` }])
]

const whenOf = ({ authors, media, negative, perHour, reach, times }: When): Bilingual => {
  const all: ReadonlyArray<Bilingual> = [
    ...(authors === undefined ? [] : [{ zh: `${authors} 人起`, en: `from ${authors} people` }]),
    ...(perHour === undefined ? [] : [{ zh: `每小时 ${perHour} 人起`, en: `from ${perHour} people an hour` }]),
    ...(times === undefined ? [] : [{ zh: `平时的 ${times} 倍起`, en: `from ${times} times the usual` }]),
    ...(reach === undefined ? [] : [{ zh: `粉丝合计 ${reach} 起`, en: `from ${reach} followers` }]),
    ...(negative === undefined
      ? []
      : [{ zh: `负面占 ${100 * negative}% 起`, en: `from ${100 * negative}% that complain or attack` }]),
    ...(media === undefined ? [] : [{ zh: media.join("、"), en: media.join(", ") }])
  ]
  return all.length === 0
    ? { zh: "其余", en: "whatever else" }
    : { zh: all.map((one) => one.zh).join("，"), en: all.map((one) => one.en).join(", ") }
}
