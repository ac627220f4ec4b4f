/**
 * What every database can keep: names without null characters and without halves of characters, and not longer than an index takes.
 *
 * An index of PostgreSQL takes entries of 2,704 bytes (https://www.postgresql.org/docs/current/btree.html), and the longest have the names of a
 * process, of a case and of a key in them: all three may be as long as they may, in a script of which every character has three bytes.
 *
 * @module
 */
import { Effect } from "effect"
import { excerpt } from "../finding/Nearest.ts"
import { longestCaseId, unstorableIn } from "../process/CaseId.ts"
import { type Commit, type Refusal, Unstorable } from "./EventLog.ts"

/**
 * The longest names, in UTF-16 code units: of a process, of a case, of what has names of its own below it, of what stands over a tag of a process, and
 * of everything else that is found by its name.
 */
export const longest = {
  process: 64,
  case: longestCaseId,
  kind: 64,
  account: 200,
  projection: 200,
  standing: 700,
  name: 600
} as const

/** How long the name of such a thing may be. */
export const mostOf = (what: string): number =>
  Object.hasOwn(longest, what) ? longest[what as keyof typeof longest] : longest.name

/** The names by which a refusal is found. */
export const namesOfRefusal = ({ case: id, process, step, why }: Omit<Refusal, "at">): ReadonlyArray<Named> => [
  ["process", process],
  ["case", id],
  ["step", step],
  ["reason", why]
]

/** Something that is found by its name, and the name. */
export type Named = readonly [what: string, name: string]

/** Fails where a database could not keep the commit, before it is tried. Every {@link EventLog} asks this first. */
export const check = (commit: Commit): Effect.Effect<void, Unstorable> => names(...namesOf(commit))

/** Fails where a database could not keep something of these names, before it is tried. Every port that keeps something asks this first. */
export const names = (...all: ReadonlyArray<Named>): Effect.Effect<void, Unstorable> => {
  for (const [what, name] of all) {
    const found = unstorable(what, name)
    if (found !== undefined) return Effect.fail(found)
  }
  return Effect.void
}

/** Why a database could not keep the name; nothing where it can. */
export const unstorable = (what: string, name: string): Unstorable | undefined => {
  const most = mostOf(what)
  const wrong = wrongWith(name, most)
  return wrong && new Unstorable({ what, name: excerpt(name).toWellFormed(), length: name.length, most, wrong })
}

/** Whether there can be something of that name. */
export const wrongWith = (name: string, most: number): Unstorable["wrong"] | undefined =>
  name.length > most ? "too long" : unstorableIn(name)

function* namesOf(commit: Commit): Iterable<Named> {
  yield ["process", commit.process]
  yield ["case", commit.case]
  yield ["key", commit.key]
  yield ["state", commit.state]
  for (const tag of commit.tags) yield ["tag", tag]
  if (commit.owns !== undefined) yield ["thing", commit.owns]
  for (const { name } of commit.holds ?? []) yield ["standing", name]
  for (const { key, name, step } of commit.actions) {
    yield ["action's key", key]
    yield ["action", name]
    yield ["asking step", step]
  }
  for (const { fires, name } of commit.timers) {
    yield ["deadline", name]
    yield ["step", fires]
  }
}
