/**
 * Personal data of people outside, as a practice: requests are answered in time, and what was kept long enough is forgotten on the first of the month.
 *
 * @module
 */
import { DateTime } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import { holders } from "../../handbook/Entitlement.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Settings from "../../handbook/Settings.ts"
import { factsOf } from "../../page/Sections.ts"
import { make, run } from "../../practice/Practice.ts"
import { type Agenda, opening } from "../../process/Agenda.ts"
import { CaseId } from "../../process/CaseId.ts"
import { DataRequestProcess } from "./DataRequestProcess.ts"
import { PersonalDataSection } from "./PersonalDataSection.ts"
import { RetentionProcess } from "./RetentionProcess.ts"

/** Requests about personal data, and their end. */
export const personalData = make({
  name: "personal data",
  title: { zh: "个人信息", en: "personal data" },
  sections: [PersonalDataSection],
  runs: [
    run(DataRequestProcess, (handbook) => {
      const { answerWithin, reminds } = PersonalDataSection.of(handbook)
      return { ...Settings.ofWarnings(handbook), answerWithin, reminds }
    }),
    run(RetentionProcess, (handbook) => ({
      ...Settings.ofWarnings(handbook),
      attention: PersonalDataSection.of(handbook).reminds
    }))
  ],
  agenda: (handbook) => agendaOf(handbook),
  pages: (handbook, { words }) => {
    const { answerWithin, keptForMonths: months } = PersonalDataSection.of(handbook)
    return [
      {
        id: "personal-data",
        title: PersonalDataSection.title,
        blocks: factsOf([
          [{ zh: "答复期限", en: "Requests are answered within" }, words.allowance(answerWithin)],
          [
            { zh: "决定删除的人", en: "Erasure is decided by" },
            words.people(holders(handbook, DataRequestProcess.steps.Erase.by))
          ],
          [
            { zh: "已办结事项中粉丝信息的保留时间", en: "Kept in cases that are over for" },
            months === undefined ? { zh: "不限", en: "no limit" } : { zh: `${months} 个月`, en: `${months} months` }
          ]
        ])
      }
    ]
  }
})

/** On the first of every month in the brand's time zone, before anybody is at work. */
const agendaOf = (handbook: Handbook): Agenda => {
  const { keptForMonths: months } = PersonalDataSection.of(handbook)
  if (months === undefined) return () => []
  const zone = DateTime.zoneMakeNamedUnsafe(handbook.timeZone)
  return (from, until) => {
    const openings = []
    for (let month = monthOf(from, zone); month < until.epochMilliseconds; month = monthOf(next(month), zone)) {
      const [begins, ends] = [DateTime.makeUnsafe(month), DateTime.makeUnsafe(monthOf(next(month), zone))]
      openings.push(
        opening(RetentionProcess, "Begin", {
          case: CaseId.make(`retention ${DateTime.formatIsoDateUtc(begins)}`),
          input: { before: DateTime.toUtc(DateTime.subtract(DateTime.setZone(begins, zone), { months })) },
          series: "retention",
          from: begins,
          until: ends
        })
      )
    }
    return openings
  }
}

/** The beginning of the month of a moment, in milliseconds. */
const monthOf = (at: Moment, zone: DateTime.TimeZone): number =>
  DateTime.startOf(DateTime.setZone(at, zone), "month").epochMilliseconds

/** Some moment of the next month. */
const next = (month: number): Moment => DateTime.makeUnsafe(month + 40 * 86_400_000)
