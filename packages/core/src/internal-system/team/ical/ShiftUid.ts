/**
 * The names (UID) of our own events: which part of the handbook each of them is, for good.
 *
 * A shift is the one of a roster, a rotation and a date, whatever its hours are and whoever has it; so an app changes the event that it has
 * when a later calendar says something else. What changes have cut a shift into is told apart by numbers. Hours besides all rotations are
 * those of a roster and a date. Earlier editions named a shift by its first hour, and are still known.
 *
 * @module
 */

/** Which shift, or which piece of one, an event is. */
export interface ShiftName {
  readonly roster: string
  /** Nothing for hours besides the rotations. */
  readonly rotation: string | undefined
  readonly date: string
  /** From 1. */
  readonly piece: number
}

/** The UID of a shift in the calendar of an account. */
export const ofShift = ({ date, piece, roster, rotation }: ShiftName, account: string): string => {
  const names = [roster, rotation ?? ""].map(safe).join(".")
  return `shift.${names}.${date.replaceAll("-", "")}${piece === 1 ? "" : `.${piece}`}@${account}.dualops`
}

/** The UID of an absence in the calendar of an account. */
export const ofAbsence = (name: string, account: string): string => `absence.${safe(name)}@${account}.dualops`

/** What a UID of ours names. */
export type Named =
  | { readonly kind: "absence"; readonly name: string }
  | {
      readonly kind: "shift"
      /** The roster. */
      readonly name: string
      readonly date: string
      /** Whether an edition named it that had only its first hour to name it by. */
      readonly former: boolean
    }

/** The part of the handbook that a UID names, if it is one of ours. */
export const read = (uid: string): Named | undefined => {
  const name = /^(.*)@[^@]*\.dualops$/s.exec(uid)?.[1] ?? ""
  const [, former, hour] = /^shift\.(.+)\.(\d{8})T\d{4}$/s.exec(name) ?? []
  const [, roster, date] = /^shift\.([^.]+)\.[^.]*\.(\d{8})(?:\.\d+)?$/s.exec(name) ?? []
  const [, absence] = /^absence\.(.+)$/s.exec(name) ?? []
  try {
    if (roster !== undefined)
      return { kind: "shift", name: decodeURIComponent(roster), date: dashed(date), former: false }
    if (former !== undefined)
      return { kind: "shift", name: decodeURIComponent(former), date: dashed(hour), former: true }
    return absence === undefined ? undefined : { kind: "absence", name: decodeURIComponent(absence) }
  } catch {
    return undefined
  }
}

const dashed = (date = ""): string => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`

/** Points stand between the names, and so not in them. */
const safe = (name: string): string => encodeURIComponent(name.toWellFormed()).replaceAll(".", "%2E")
