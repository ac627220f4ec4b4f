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
import type { Happening } from "./IcalEvent.ts"
import * as Words from "./IcalWords.ts"

/** Finds the one whom an event is about. */
export type Who = (file: string, happening: Happening) => Result.Result<PersonId, Finding>

/** By the people of the team, and by what they are called elsewhere. */
export const who = ({ people }: Pick<Team, "people">, elsewhere: Readonly<Record<string, PersonId>> = {}): Who => {
  const called = new Map<string, Set<PersonId>>()
  const call = (name: string | undefined, person: PersonId) => {
    const key = name?.trim().toLowerCase() ?? ""
    if (key !== "") called.set(key, (called.get(key) ?? new Set()).add(person))
  }
  for (const [id, { contact, name }] of Object.entries(people))
    for (const word of [id, name, contact?.email]) call(word, PersonId.make(id))
  for (const [name, person] of Object.entries(elsewhere)) call(name, person)
  const names = [...called.keys()]

  /** Those who are named in a text; a name within a longer one that is named as well does not count. */
  const namedIn = (text: string): ReadonlySet<PersonId> => {
    const low = text.toLowerCase()
    const there = names.filter((name) => mentions(low, name))
    const whole = there.filter((name) => !there.some((other) => other !== name && other.includes(name)))
    return new Set(whole.flatMap((name) => [...(called.get(name) ?? [])]))
  }

  return (file, { called: addressed, line, person, summary }) => {
    const written = namedIn(summary)
    const own = person !== undefined && Object.hasOwn(people, person) ? PersonId.make(person) : undefined
    // What people read in the calendar is what they have changed there.
    if (own !== undefined && (written.size === 0 || written.has(own))) return Result.succeed(own)
    const invited = new Set(addressed.flatMap((name) => [...(called.get(name.trim().toLowerCase()) ?? [])]))
    for (const those of [written, invited]) {
      const [one] = those
      if (one !== undefined && those.size === 1) return Result.succeed(one)
    }
    const said = [summary, person ?? [], addressed].flat()
    const words = said
      .flatMap((text) => [text, ...text.split(/[\s:：·,，()（）|/-]+/)])
      .filter((word) => word.length > 1)
    const near = words.map((word) => nearest(word.toLowerCase(), names)).find((name) => name !== undefined)
    const known = Object.entries(people).flatMap(([id, { name }]) => [name, id])
    return Result.fail(Words.unknownPerson({ file, line }, said.filter(Boolean).join(" "), near ?? summary, known))
  }
}

/** Whether a name stands in a text by itself; in Chinese, where words have no spaces, whether it stands there at all. */
const mentions = (text: string, name: string): boolean => {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (!plain.test(name) || !(plain.test(text[at - 1] ?? " ") || plain.test(text[at + name.length] ?? " ")))
      return true
  }
  return false
}

const plain = /[a-z0-9]/
