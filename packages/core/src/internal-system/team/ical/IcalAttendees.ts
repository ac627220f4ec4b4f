/**
 * Whom an event concerns, by what it says of those who take part (RFC 5545, 3.8.4.1).
 *
 * Whoever has declined, has sent somebody else, or is only told of it is not concerned; whoever has not answered yet is.
 *
 * @module
 */
import type { Component, Property } from "./IcalText.ts"

/** What people are called: their addresses and names. */
export interface Attendance {
  /** Those whom the event concerns; whoever has made it, where nobody was asked. */
  readonly called: ReadonlyArray<string>
  /** Those who were asked and whom it does not concern. */
  readonly apart: ReadonlyArray<string>
}

/** Whom an event concerns. */
export const attendance = ({ properties }: Component): Attendance => {
  // A room is nobody.
  const attendees = properties.filter((one) => one.name === "attendee" && !places.has(said(one, "cutype")))
  const concerned = attendees.filter(
    (one) => !away.has(said(one, "partstat")) && said(one, "role") !== "NON-PARTICIPANT"
  )
  const organizer = properties.filter(({ name }) => name === "organizer")
  return {
    called: (attendees.length > 0 ? concerned : organizer).flatMap(names),
    apart: attendees.filter((one) => !concerned.includes(one)).flatMap(names)
  }
}

const places = new Set(["ROOM", "RESOURCE"])
const away = new Set(["DECLINED", "DELEGATED"])

const said = (property: Property, parameter: string): string => (property.parameter(parameter) ?? "").toUpperCase()

const names = (property: Property): ReadonlyArray<string> => [
  String(property.values[0]).replace(/^mailto:/i, ""),
  ...[property.parameter("email") ?? [], property.parameter("cn") ?? []].flat()
]
