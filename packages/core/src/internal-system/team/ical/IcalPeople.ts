/**
 * Who of the handbook is meant by what a calendar calls people: their address, their name, their id, or what another system calls them.
 *
 * @module
 */
import { Result } from "effect"
import type { Finding } from "../../../finding/Finding.ts"
import { nearest } from "../../../finding/Nearest.ts"
import { PersonId } from "../../../process/Actor.ts"
import type { Team } from "../Team.ts"
import type { Happening } from "./IcalHappening.ts"
import * as Words from "./TeamCalendarMessages.ts"

/** Finds those whom an event is about; nobody, where all who were asked have declined. */
export type Who = (file: string, happening: Happening) => Result.Result<ReadonlyArray<PersonId>, Finding>

/** By the people of the team, and by what they are called elsewhere. */
export const who = ({ people }: Pick<Team, "people">, elsewhere: Readonly<Record<string, PersonId>> = {}): Who => {
  const called = new Map<string, Set<PersonId>>()
  /** Words that are more often something else: they name somebody only where they stand apart from any sentence. */
  const ordinary = new Set<string>()
  const call = (name: string | undefined, person: PersonId) => {
    const key = name?.trim().toLowerCase() ?? ""
    if (key !== "") called.set(key, (called.get(key) ?? new Set()).add(person))
    if (/^[a-z]+$/.test(key)) ordinary.add(key)
  }
  for (const [id, { contact, name }] of Object.entries(people))
    for (const word of [id, name, contact?.email]) call(word, PersonId.make(id))
  // What is said of another system holds there, whatever it would mean here.
  for (const [name, person] of Object.entries(elsewhere)) {
    const key = name.trim().toLowerCase()
    ordinary.delete(key)
    if (key !== "") called.set(key, new Set([person]))
  }
  const names = [...called.keys()]

  /** Those who are named in a text; a name within a longer one that is named as well does not count. */
  const namedIn = (text: string): ReadonlySet<PersonId> => {
    const low = text.toLowerCase()
    const apart = new Set(pieces(low))
    const there = names.filter((name) => (ordinary.has(name) ? apart.has(name) : mentions(low, name)))
    const whole = there.filter((name) => !there.some((other) => other !== name && other.includes(name)))
    return new Set(whole.flatMap((name) => [...(called.get(name) ?? [])]))
  }
  const invited = (those: ReadonlyArray<string>): ReadonlySet<PersonId> =>
    new Set(those.flatMap((name) => [...(called.get(name.trim().toLowerCase()) ?? [])]))

  return (file, { apart, called: addressed, line, person, summary }) => {
    const written = namedIn(summary)
    const own = person !== undefined && Object.hasOwn(people, person) ? PersonId.make(person) : undefined
    // What people read in the calendar is what they have changed there.
    if (own !== undefined && (written.size === 0 || written.has(own))) return Result.succeed([own])
    const declined = invited(apart)
    const [one] = written
    if (one !== undefined && written.size === 1) return Result.succeed(declined.has(one) ? [] : [one])
    if (written.size === 0) {
      const concerned = invited(addressed)
      if (concerned.size > 0 || (apart.length > 0 && addressed.length === 0)) return Result.succeed([...concerned])
    }
    const said = [summary, person ?? [], addressed].flat()
    const words = said
      .flatMap((text) => [text, ...text.split(signs), ...text.split(/\s+/)])
      .filter((word) => word.length > 1)
    const near = words.map((word) => nearest(word.toLowerCase(), names)).find((name) => name !== undefined)
    const known = Object.entries(people).flatMap(([id, { name }]) => [name, id])
    return Result.fail(Words.unknownPerson({ file, line }, said.filter(Boolean).join(" "), near ?? summary, known))
  }
}

/** The pieces of a title: between its signs, and what is left of each without the words for being away. */
const pieces = (text: string): ReadonlyArray<string> =>
  text.split(signs).flatMap((piece) => [piece.trim(), piece.replace(absence, " ").trim()])

const signs = /[\s]*[:：·,，;；、()（）[\]【】|/@–—]+[\s]*|\s-+\s/

/** What calendars call being away; around a name it makes no sentence. */
const absence =
  /\b(annual|sick|parental|unpaid|on|half|day|leave|off|out|of|office|ooo|pto|vacation|holiday|travel|business|trip|training|course|wfh)\b|年假|病假|事假|请假|休假|调休|出差|培训|离职/g

/** Whether a name stands in a text by itself; in Chinese, where words have no spaces, whether it stands there at all. */
const mentions = (text: string, name: string): boolean => {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!plain.test(name) || !(plain.test(text[at - 1] ?? " ") || plain.test(text[at + name.length] ?? " ")))
      return true
  }
  return false
}

const plain = /[a-z0-9]/
