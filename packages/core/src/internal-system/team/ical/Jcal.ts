/**
 * iCalendar that is written: components as jCal (RFC 7265) has them, and the text of a file, escaped and folded.
 *
 * @module
 */
import { DateTime } from "effect"
import ICAL from "ical.js"
import type { Moment } from "../../../calendar/Moment.ts"

/** A property, as jCal (RFC 7265) has it. */
export type Property = readonly [
  name: string,
  parameters: Readonly<Record<string, string>>,
  type: string,
  value: string
]
/** A component, as jCal has it. */
export type Component = readonly [
  name: string,
  properties: ReadonlyArray<Property>,
  components: ReadonlyArray<Component>
]

/** A text. */
export const property = (name: string, text: string): Property => [name, {}, "text", text.replaceAll(unwritable, " ")]
/** A word that apps know without a type: as it stands, on one line. */
export const plain = (name: string, text: string): Property => [name, {}, "unknown", text.replaceAll(/\p{Cc}/gu, " ")]
/** A date. */
export const date = (name: string, at: string): Property => [name, {}, "date", at]
/** A time on the wall of a zone, given as `YYYY-MM-DDTHH:mm`. */
export const local = (name: string, tzid: string, at: string): Property => [name, { tzid }, "date-time", `${at}:00`]
/** A moment. */
export const utc = (name: string, at: Moment): Property => [
  name,
  {},
  "date-time",
  `${DateTime.formatIso(at).slice(0, 19)}Z`
]
/** A component. */
export const component = (
  name: string,
  properties: ReadonlyArray<Property>,
  components: ReadonlyArray<Component> = []
): Component => [name, properties, components]

/** The file: lines of at most 75 octets that end with CR and LF. */
export const lines = (all: Component): string => contentOf(all).flatMap(folded).join("\r\n").concat("\r\n")

const contentOf = ([name, properties, components]: Component): ReadonlyArray<string> => [
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
