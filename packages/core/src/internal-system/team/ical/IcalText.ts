/**
 * iCalendar as text: components with their properties, each with the line of the file on which it begins; and written, folded and escaped.
 *
 * A content line is read and written by ical.js. It is asked line by line, so that every mistake of a file is told, each at its place. The
 * time it takes is bounded whatever the text.
 *
 * @module
 */
import { DateTime } from "effect"
import ICAL from "ical.js"
import type { Moment } from "../../../calendar/Moment.ts"
import type { Finding } from "../../../finding/Finding.ts"
import * as Words from "./IcalWords.ts"

/** A property, as jCal (RFC 7265) has it. */
export type JcalProperty = readonly [
  name: string,
  parameters: Readonly<Record<string, string>>,
  type: string,
  value: string
]
/** A component, as jCal has it. */
export type Jcal = readonly [name: string, properties: ReadonlyArray<JcalProperty>, components: ReadonlyArray<Jcal>]

/** A text. */
export const property = (name: string, text: string): JcalProperty => [
  name,
  {},
  "text",
  text.replaceAll(unwritable, " ")
]
/** A word that apps know without a type: as it stands, on one line. */
export const plain = (name: string, text: string): JcalProperty => [
  name,
  {},
  "unknown",
  text.replaceAll(/\p{Cc}/gu, " ")
]
/** A date. */
export const date = (name: string, at: string): JcalProperty => [name, {}, "date", at]
/** A time on the wall of a zone, given as `YYYY-MM-DDTHH:mm`. */
export const local = (name: string, tzid: string, at: string): JcalProperty => [name, { tzid }, "date-time", `${at}:00`]
/** A moment. */
export const utc = (name: string, at: Moment): JcalProperty => [
  name,
  {},
  "date-time",
  `${DateTime.formatIso(at).slice(0, 19)}Z`
]
/** A component. */
export const component = (
  name: string,
  properties: ReadonlyArray<JcalProperty>,
  components: ReadonlyArray<Jcal> = []
): Jcal => [name, properties, components]

/** The file: lines of at most 75 octets that end with CR and LF. */
export const lines = (all: Jcal): string => contentOf(all).flatMap(folded).join("\r\n").concat("\r\n")

const contentOf = ([name, properties, components]: Jcal): ReadonlyArray<string> => [
  `BEGIN:${name.toUpperCase()}`,
  // ical.js changes nothing of what it is given to write, and leaves the folding to us: its own makes lines of 76.
  ...properties.map((one) => ICAL.stringify.property(one as unknown as Array<unknown>, ICAL.design.icalendar, true)),
  ...components.flatMap(contentOf),
  `END:${name.toUpperCase()}`
]

/** The line in pieces, none of which cuts a character in two; those after the first begin with a space. */
const folded = (line: string): ReadonlyArray<string> => {
  const pieces: Array<string> = []
  let piece = ""
  let octets = 0
  for (const character of line) {
    const code = character.codePointAt(0) ?? 0
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (octets + size > 75) {
      pieces.push(piece)
      piece = " "
      octets = 1
    }
    piece += character
    octets += size
  }
  return [...pieces, piece]
}

/** Control characters but for line breaks, which have an escape of their own. */
const unwritable = /(?!\n)\p{Cc}/gu

/** A property that was read. */
export interface Property {
  readonly name: string
  readonly line: number
  readonly type: string
  readonly parameter: (name: string) => string | undefined
  readonly values: ReadonlyArray<unknown>
}

/** A component that was read: the calendar, or an event of it. */
export interface Component {
  readonly name: string
  readonly line: number
  readonly properties: ReadonlyArray<Property>
}

/** A calendar with its events. */
export interface CalendarText {
  readonly calendar: Component
  readonly events: ReadonlyArray<Component>
  readonly findings: ReadonlyArray<Finding>
}

/** Characters and events after which it is no team's calendar. */
const longest = 4_000_000
const most = 10_000
/** Characters of one line; ours carries a roster. */
const longestLine = 400_000

/** What is read of a calendar and of an event; whatever else stands there is passed over, however it is written. */
const known: Readonly<Record<string, ReadonlySet<string>>> = {
  VCALENDAR: new Set(["X-DUALOPS-ROSTER", "X-DUALOPS-FROM", "X-DUALOPS-UNTIL"]),
  VEVENT: new Set([
    ...["UID", "SUMMARY", "STATUS", "ATTENDEE", "ORGANIZER", "X-DUALOPS-PERSON", "X-DUALOPS-REASON"],
    ...["DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"]
  ])
}

/** Reads the text of a file; `file` is its name for people. */
export const parse = (file: string, text: string): CalendarText => {
  const findings: Array<Finding> = []
  const calendar = { name: "VCALENDAR", line: 1, properties: [] as Property[] }
  const events: Array<typeof calendar> = []
  const open: Array<typeof calendar> = []
  const end = () => ({ calendar, events, findings: findings.slice(0, 100) })
  if (text.length > longest) findings.push(Words.tooLong({ file, line: 1 }, text.length, longest))
  if (!/^\uFEFF?BEGIN:VCALENDAR\s*$/im.test(text.slice(0, 1000))) findings.push(Words.notCalendar({ file, line: 1 }))
  if (findings.length > 0) return end()
  for (const { content, line } of unfolded(text)) {
    const [, name = "", rest = ""] = /^([A-Za-z0-9-]+)[;:](.*)$/s.exec(content) ?? []
    const key = name.toUpperCase()
    const what = rest.trim().toUpperCase()
    const within = open.at(-1)
    if (findings.length > 100) break
    if (name === "") findings.push(Words.broken({ file, line }, content, "a name, a colon and a value are expected"))
    else if (key === "BEGIN") {
      const begun = what === "VCALENDAR" ? calendar : { name: what, line, properties: [] }
      open.push(begun)
      if (what === "VEVENT" && within === calendar) events.push(begun)
      if (open.length > 5 || events.length > most)
        return { calendar, events: [], findings: [Words.tooMuch({ file, line }, most)] }
    } else if (key === "END") {
      if (within?.name !== what) findings.push(Words.broken({ file, line }, content, "it closes nothing here"))
      else open.pop()
    } else if (within !== undefined && known[within.name]?.has(key) === true) {
      if (content.length > longestLine) findings.push(Words.broken({ file, line }, content, "the line is too long"))
      else {
        const read = propertyOf(content, line)
        if (typeof read === "string") findings.push(Words.broken({ file, line }, content, read))
        else within.properties.push(read)
      }
    }
  }
  const unclosed = open.at(-1)
  if (unclosed !== undefined && findings.length === 0)
    findings.push(
      Words.broken(
        { file, line: unclosed.line },
        `BEGIN:${unclosed.name}`,
        "it is never closed; the end of the file may be lost"
      )
    )
  return end()
}

/** A line that begins with a space goes on with the one before it. */
function* unfolded(text: string): Generator<{ readonly content: string; readonly line: number }> {
  let parts: Array<string> = []
  let begins = 1
  let line = 0
  for (const one of text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/)) {
    line += 1
    if (/^[ \t]/.test(one)) parts.push(one.slice(1))
    else {
      const content = parts.join("")
      if (content.trim() !== "") yield { content, line: begins }
      parts = [one]
      begins = line
    }
  }
  const content = parts.join("")
  if (content.trim() !== "") yield { content, line: begins }
}

const propertyOf = (content: string, line: number): Property | string => {
  try {
    // A property of our own holds a text, and says so for an app that has taken the word out.
    const text = content.replace(/^(X-DUALOPS-[A-Z]+)(?=:)/i, "$1;VALUE=TEXT")
    // jCal: the name, the parameters, the type, and the values.
    const [name, parameters, type, ...values] = ICAL.parse.property(text) as unknown as [
      string,
      Readonly<Record<string, unknown>>,
      string,
      ...ReadonlyArray<unknown>
    ]
    const parameter = (key: string) => {
      const value = Object.hasOwn(parameters, key) ? parameters[key] : undefined
      return typeof value === "string" ? value : undefined
    }
    return { name, line, type, values, parameter }
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
