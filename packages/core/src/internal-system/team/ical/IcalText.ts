/**
 * iCalendar that is read: the calendars of a file with their events and zones, each property with the line of the file on which it begins.
 *
 * A content line is read by ical.js. It is asked line by line, so that every mistake of a file is told, each at its place. The time it takes
 * is bounded whatever the text.
 *
 * @module
 */
import ICAL from "ical.js"
import type { Finding } from "../../../finding/Finding.ts"
import { contentLines } from "./IcalLines.ts"
import * as Words from "./IcalMessages.ts"

/** A property. */
export interface Property {
  readonly name: string
  readonly line: number
  readonly type: string
  readonly parameter: (name: string) => string | undefined
  readonly values: ReadonlyArray<unknown>
  /** What stands behind the colon. */
  readonly raw: string
  /** The whole line. */
  readonly content: string
}

/** A component: a calendar, an event of it, or a zone that it describes. */
export interface Component {
  readonly name: string
  readonly line: number
  readonly properties: ReadonlyArray<Property>
  readonly components: ReadonlyArray<Component>
}

/** The calendars of a file; programs put several into one. */
export interface CalendarText {
  readonly calendars: ReadonlyArray<Component>
  readonly findings: ReadonlyArray<Finding>
}

/** The first property of that name. */
export const found = ({ properties }: Component, name: string): Property | undefined =>
  properties.find((property) => property.name === name)

/** What the first property of that name says. */
export const text = (component: Component, name: string): string => {
  const value = found(component, name)?.values[0]
  return typeof value === "string" ? value : ""
}

/** Bytes and components after which it is no team's calendar. */
const longest = 12_000_000
const most = 20_000
/** Characters of one line; ours carries a roster. */
const longestLine = 400_000

/** What is read of a component; whatever else stands there is passed over, however it is written. */
const known: Readonly<Record<string, ReadonlySet<string>>> = {
  VCALENDAR: new Set(["METHOD", "X-DUALOPS-ROSTER", "X-DUALOPS-FROM", "X-DUALOPS-UNTIL"]),
  VEVENT: new Set([
    ...["UID", "SEQUENCE", "DTSTAMP", "SUMMARY", "STATUS", "TRANSP", "ATTENDEE", "ORGANIZER"],
    ...["DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID"],
    ...["X-DUALOPS-PERSON", "X-DUALOPS-REASON"]
  ]),
  VTIMEZONE: new Set(["TZID"]),
  STANDARD: new Set(["DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE"]),
  DAYLIGHT: new Set(["DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE"])
}
/** Within which component another one is read. */
const parents: Readonly<Record<string, string>> = {
  VEVENT: "VCALENDAR",
  VTIMEZONE: "VCALENDAR",
  STANDARD: "VTIMEZONE",
  DAYLIGHT: "VTIMEZONE"
}

interface Open extends Component {
  readonly properties: Array<Property>
  readonly components: Array<Open>
}

/** Reads a file, best as the bytes that it has; `file` is its name for people. */
export const parse = (file: string, content: string | Uint8Array): CalendarText => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content
  if (bytes.length > longest)
    return { calendars: [], findings: [Words.tooLong({ file, line: 1 }, bytes.length, longest)] }
  const findings: Array<Finding> = []
  const calendars: Array<Open> = []
  const open: Array<Open> = []
  let count = 0
  for (const { content: said, line } of contentLines(bytes)) {
    const at = { file, line }
    if (findings.length > 100) break
    if (said === undefined) {
      findings.push(Words.notUtf8(at))
      continue
    }
    const [, name = "", rest = ""] = /^([A-Za-z0-9-]+)[;:](.*)$/s.exec(said) ?? []
    const key = name.toUpperCase()
    const what = rest.trim().toUpperCase()
    const within = open.at(-1)
    if (calendars.length === 0 && !(key === "BEGIN" && what === "VCALENDAR"))
      return { calendars: [], findings: [Words.notCalendar(at)] }
    if (name === "") findings.push(Words.broken(at, said, "a name, a colon and a value are expected"))
    else if (key === "BEGIN") {
      const begun: Open = { name: what, line, properties: [], components: [] }
      open.push(begun)
      if (what === "VCALENDAR" && within === undefined) calendars.push(begun)
      else if (parents[what] === within?.name) within?.components.push(begun)
      if (open.length > 5 || ++count > most) return { calendars: [], findings: [Words.tooMuch(at, most)] }
    } else if (key === "END") {
      if (within?.name !== what) findings.push(Words.broken(at, said, "it closes nothing here"))
      else open.pop()
    } else if (within !== undefined && known[within.name]?.has(key) === true) {
      const read = said.length > longestLine ? "the line is too long" : propertyOf(said, line)
      if (typeof read === "string") findings.push(Words.broken(at, said, read))
      else within.properties.push(read)
    }
  }
  const unclosed = open.at(-1)
  if (calendars.length === 0) findings.push(Words.notCalendar({ file, line: 1 }))
  else if (unclosed !== undefined && findings.length === 0)
    findings.push(
      Words.broken(
        { file, line: unclosed.line },
        `BEGIN:${unclosed.name}`,
        "it is never closed; the end of the file may be lost"
      )
    )
  return { calendars, findings: findings.slice(0, 100) }
}

const propertyOf = (content: string, line: number): Property | string => {
  try {
    // A property of our own holds a text, and says so for an app that has taken the word out.
    const typed = content.replace(/^(X-DUALOPS-[A-Z]+)(?=:)/i, "$1;VALUE=TEXT")
    // jCal: the name, the parameters, the type, and the values.
    const [name, parameters, type, ...values] = ICAL.parse.property(typed) as unknown as [
      string,
      Readonly<Record<string, unknown>>,
      string,
      ...ReadonlyArray<unknown>
    ]
    const parameter = (key: string) => {
      const value = Object.hasOwn(parameters, key) ? parameters[key] : undefined
      return typeof value === "string" ? value : undefined
    }
    return { name, line, type, values, parameter, raw: content.slice(content.indexOf(":") + 1).trim(), content }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
