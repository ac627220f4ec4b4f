/**
 * The times at which a rule repeats something (`RRULE`, RFC 5545, 3.3.10), on the wall.
 *
 * Only a rule of which every part can be honoured is worked out, and only one that ends near enough. Times on the wall are milliseconds as if
 * it were in UTC.
 *
 * @module
 */
import { Schema } from "effect"
import { RRuleTemporal } from "rrule-temporal"
import { CalendarDate, dayMillis } from "../../../calendar/CalendarDate.ts"

/** The parts of a rule by their names. */
export type Rule = ReadonlyMap<string, string>

/** As many of a kind as a month has days: what has more of them takes minutes to work out, and is nobody's. */
const list = (one: string): RegExp => new RegExp(`^${one}(,${one}){0,30}$`)

/** The parts that are honoured, each with its form. The hour is that of the beginning. */
const forms: ReadonlyMap<string, RegExp> = new Map([
  ["FREQ", /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/],
  ["UNTIL", /^\d{8}(T\d{6}Z?)?$/],
  ["COUNT", /^\d{1,9}$/],
  ["INTERVAL", /^0*[1-9]\d{0,3}$/],
  ["BYDAY", list("([+-]?[1-9]\\d?)?(MO|TU|WE|TH|FR|SA|SU)")],
  ["BYMONTHDAY", list("[+-]?0?[1-9]\\d?")],
  ["BYYEARDAY", list("[+-]?0{0,2}[1-9]\\d{0,2}")],
  ["BYWEEKNO", list("[+-]?0?[1-9]\\d?")],
  ["BYMONTH", list("([1-9]|0[1-9]|1[0-2])")],
  ["BYSETPOS", list("[+-]?[1-9]\\d{0,2}")],
  ["WKST", /^(MO|TU|WE|TH|FR|SA|SU)$/]
])

/** The parts of a rule; nothing where one is unknown, written twice or not in its form, or where there are two ends. */
export const parse = (text: string): Rule | undefined => {
  const parts = new Map<string, string>()
  for (const part of text.toUpperCase().replace(/;$/, "").split(";")) {
    const [name = "", value = "", ...more] = part.split("=").map((one) => one.trim())
    if (more.length > 0 || parts.has(name) || forms.get(name)?.test(value) !== true) return undefined
    parts.set(name, value)
  }
  return parts.has("FREQ") && !(parts.has("UNTIL") && parts.has("COUNT")) ? parts : undefined
}

/** How much work a rule is beside one that repeats by days: those that look through whole years take several times as long. */
export const effort = (text: string): number => (/\b(BYSETPOS|BYWEEKNO|BYYEARDAY|BYMONTHDAY)\b/i.test(text) ? 6 : 1)

/** How often something may repeat. */
const most = 366

/**
 * When something that begins at this time begins again, until its end where the rule has one. The first time is always among them, and counts
 * (3.3.10). Nothing where there is no end, or it is too far off.
 */
export const times = (start: number, rule: Rule, until: number | undefined): ReadonlyArray<number> | undefined => {
  const count = Number(rule.get("COUNT") ?? 0)
  if (until === undefined ? count < 1 || count > most : false) return undefined
  const end = until === undefined ? `COUNT=${count}` : `UNTIL=${basic(until)}`
  const parts = [...rule].filter(([name]) => name !== "UNTIL" && name !== "COUNT").map((part) => part.join("="))
  try {
    // The rule is about the wall, so it is asked as if the wall were in UTC.
    const all = new RRuleTemporal({
      rruleString: `DTSTART:${basic(start)}\nRRULE:${[...parts, end].join(";")}`,
      maxIterations: 5000
    }).all((_, index) => index <= most)
    const found = [...new Set([start, ...all.map(({ epochMilliseconds }) => epochMilliseconds)])]
    if (until === undefined) return all.length < count ? undefined : found.slice(0, count)
    return found.length > most ? undefined : found
  } catch {
    return undefined
  }
}

/** The end that a rule says, on the wall that `shownAt` tells of; of a date, its day is the last. */
export const untilOf = (rule: Rule, wholeDays: boolean, shownAt: (millis: number) => number): number | undefined => {
  const [, year, month, day, time] = /^(\d{4})(\d\d)(\d\d)(?:T(.*))?$/.exec(rule.get("UNTIL") ?? "") ?? []
  const date = `${year}-${month}-${day}`
  if (!isDate(date)) return undefined
  const midnight = Date.parse(`${date}T00:00:00Z`)
  // Programs write the last date of whole days as its midnight in UTC, too.
  if (time === undefined || (wholeDays && time === "000000Z")) return midnight + dayMillis - 1000
  const said = Date.parse(`${date}T${time.replace(/^(\d\d)(\d\d)(\d\d)Z?$/, "$1:$2:$3Z")}`)
  if (Number.isNaN(said)) return undefined
  return time.endsWith("Z") ? shownAt(said) : said
}

const basic = (millis: number): string => `${new Date(millis).toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`

const isDate: (text: string) => boolean = Schema.is(CalendarDate)
