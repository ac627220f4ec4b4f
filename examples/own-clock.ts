/**
 * A deadline that stands still while somebody else has to answer, that tells one person after the other, and that says why it is where it is.
 *
 * @module
 */
import { ChineseHolidays, Explanation, Timetable, WorkingCalendar } from "@dualops/core/calendar"
import { Actor, Allowance, type Calendars, Case, Clocks, Due, Process } from "@dualops/core/process"
import { DateTime, Result, Schema } from "effect"

const { deadline, process, start, stay, step } = Process.define("Repair", {
  title: { zh: "维修", en: "repair" },
  settings: { lead: Allowance.Allowance, sponsor: Allowance.Allowance },
  states: {
    Open: { title: { zh: "处理中", en: "open" } },
    Asked: { title: { zh: "等待顾客答复", en: "waiting for the customer" } },
    Done: { title: { zh: "已修好", en: "done" } }
  }
})

const by = "repairs.handle"
const Report = start({ title: { zh: "报修", en: "report" }, to: ["Open"], by, input: {} })
const AskBack = step({ title: { zh: "询问顾客", en: "ask back" }, from: ["Open"], to: ["Asked"], by })
const Hear = step({ title: { zh: "收到答复", en: "hear" }, from: ["Asked"], to: ["Open"], by })
const Finish = step({ title: { zh: "修好", en: "finish" }, from: ["Open"], to: ["Done"], by })
const GiveUp = step({ title: { zh: "不再等待", en: "wait no more" }, from: ["Asked"], to: ["Done"], by: "clock" })

// #region clock
/** Whoever is told: the lead, then the sponsor, and the sponsor again. */
const Escalate = stay({
  title: { zh: "上报", en: "escalate" },
  from: ["Open"],
  by: "clock",
  facts: { to: Schema.String },
  decide: (_state, _input, { by }) => Result.succeed({ to: by.rung === 1 ? "the lead" : "the sponsor" })
})

const promise = deadline({
  title: { zh: "维修期限", en: "promise" },
  while: ["Open"],
  pausedIn: ["Asked"],
  within: ({ lead, sponsor }) => [lead, sponsor],
  fires: "Escalate"
})
// #endregion

const silence = deadline({
  title: { zh: "等待期限", en: "silence" },
  while: ["Asked"],
  within: () => Allowance.always("30 days"),
  fires: "GiveUp"
})

/** Something that is repaired within the hours of the office. */
export const Repair = process({
  about: () => ({ zh: "维修", en: "a repair" }),
  steps: { Report, AskBack, Hear, Finish, GiveUp, Escalate },
  final: ["Done"],
  deadlines: { promise, silence }
})

const hours = [{ from: "09:00", to: "18:00" }]
const office = Timetable.make(
  Schema.decodeSync(WorkingCalendar.WorkingCalendar)({ week: { monday: hours, tuesday: hours }, holidays: {} }),
  ChineseHolidays.holidays
)
const calendars: Calendars.Calendars = () => office
const settings = { lead: Allowance.of("4 hours", "office"), sponsor: Allowance.of("6 hours", "office") }

const at = (wall: string) => DateTime.makeUnsafe(`${wall.replace(" ", "T")}:00+08:00`)
const happened = [
  ["Report", "2026-11-23 09:00"],
  ["AskBack", "2026-11-23 10:00"],
  ["Hear", "2026-11-24 09:00"]
] as const
const repair = happened.reduce<Case.Case<Process.StateOf<typeof Repair>> | undefined>((current, [step, wall]) => {
  const rules = { handbook: Case.HandbookVersion.make("2026.1"), settings, entitled: () => true, calendars }
  const attempt = { ...rules, case: Case.CaseId.make("kettle"), step, by: Actor.person("lin"), at: at(wall), input: {} }
  return Process.evolve(Repair, current, Result.getOrThrow(Process.accept(Repair, current, attempt)))
}, undefined)
if (repair === undefined) throw new Error("Nothing has been reported.")

// #region reading
const [next] = Due.due(Repair, repair, settings, calendars)
const [reading] = Clocks.reading(Repair, repair, settings, calendars, at("2026-11-24 11:00"))
export const told = reading?.segments.map((segment) => Explanation.sentence(segment).en)
console.log(next?.at, told)
// #endregion
export const due = next && DateTime.formatIso(next.at)
