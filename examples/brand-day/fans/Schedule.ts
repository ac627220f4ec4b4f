/**
 * The hours of the day by which fans, team and customer service live, on the wall of the brand's time zone.
 *
 * @module
 */
import { DateTime } from "effect"

/** The moment of an hour such as `09:30` on the day, or on a later one. */
export type Schedule = (hour: string, daysLater?: number) => DateTime.Utc

/** The day on which this moment lies. */
export const make = (moment: DateTime.Utc, timeZone: string): Schedule => {
  const day = DateTime.setZone(moment, DateTime.zoneMakeNamedUnsafe(timeZone))
  return (hour, daysLater = 0) => {
    const [hours = 0, minutes = 0] = hour.split(":").map(Number)
    const on = DateTime.add(day, { days: daysLater })
    return DateTime.toUtc(DateTime.setParts(on, { hour: hours, minute: minutes, second: 0, millisecond: 0 }))
  }
}
