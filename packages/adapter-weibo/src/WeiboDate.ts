/**
 * Weibo's way of writing a time: `Tue May 24 18:04:53 +0800 2011`, English names, to the second, at Beijing's offset.
 *
 * Source: `created_at` of 650 recorded statuses and of every sample on Weibo's interface pages.
 *
 * @module
 */
import { Moment } from "@dualops/core/calendar"
import { DateTime, Schema, SchemaGetter } from "effect"

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
const days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
const form = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2}) (\d{4})$/
const beijing = 8 * 3_600_000

/** The instant that Weibo's text means in milliseconds, or `undefined` when it is not such a text or not a day of the calendar. */
export const parse = (text: string): number | undefined => {
  const parts = form.exec(text)
  if (parts === null) return undefined
  const [, name = "", day, hour, minute, second, sign, hours, minutes, year] = parts
  const month = months.indexOf(name)
  const local = Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second))
  const offset = (Number(hours) * 60 + Number(minutes)) * (sign === "-" ? -60_000 : 60_000)
  const isOnTheCalendar = month >= 0 && new Date(local).getUTCDate() === Number(day)
  const moment = local - offset
  const isInReach = moment >= DateTime.toEpochMillis(Moment.minimum) && moment <= DateTime.toEpochMillis(Moment.maximum)
  return isOnTheCalendar && isInReach ? moment : undefined
}

/** An instant in milliseconds as Weibo writes it; parts of a second are dropped. */
export const format = (millis: number): string => {
  const local = new Date(millis + beijing)
  const two = (part: number) => String(part).padStart(2, "0")
  const clock = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map(two).join(":")
  const date = `${days[local.getUTCDay()]} ${months[local.getUTCMonth()]} ${two(local.getUTCDate())}`
  return `${date} ${clock} +0800 ${local.getUTCFullYear()}`
}

/** A moment in Weibo's writing. */
export const WeiboDate = Schema.String.check(
  Schema.makeFilter((text: string) => parse(text) !== undefined || "not a time in Weibo's writing")
).pipe(
  Schema.decodeTo(Schema.toType(Moment.Moment), {
    decode: SchemaGetter.transform((text: string) => DateTime.makeUnsafe(parse(text) ?? Number.NaN)),
    encode: SchemaGetter.transform((moment: DateTime.Utc) => format(DateTime.toEpochMillis(moment)))
  })
)

/** The instant in milliseconds that `rate_limit_status` means, or `undefined` when it is not such a text. */
export const parsePlain = (text: string): number | undefined => {
  const parts = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(text)
  const millis = parts === null ? Number.NaN : Date.parse(`${parts[1]}T${parts[2]}+08:00`)
  return Number.isNaN(millis) ? undefined : millis
}

/** An instant in milliseconds as `rate_limit_status` writes it: `2012-02-29 18:00:00`, Beijing's time. */
export const formatPlain = (millis: number): string =>
  new Date(millis + beijing).toISOString().slice(0, 19).replace("T", " ")
