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
import { type Commit, Unstorable } from "./EventLog.ts"

/** The longest names, in UTF-16 code units: of a process, of a case, and of everything else that is found by its name. */
export const longest = { process: 64, case: 200, name: 600 } as const

/** Fails where a database could not keep the commit, before it is tried. Every {@link EventLog} asks this first. */
export const check = (commit: Commit): Effect.Effect<void, Unstorable> => {
  for (const [what, name, most] of namesOf(commit)) {
    const wrong = wrongWith(name, most)
    if (wrong !== undefined) {
      return Effect.fail(new Unstorable({ what, name: excerpt(name).toWellFormed(), length: name.length, most, wrong }))
    }
  }
  return Effect.void
}

/** Whether there can be something of that name. */
export const wrongWith = (name: string, most: number): Unstorable["wrong"] | undefined =>
  name.length > most
    ? "too long"
    : name.includes("\u0000")
      ? "null character"
      : name.isWellFormed()
        ? undefined
        : "half character"

function* namesOf(commit: Commit): Iterable<readonly [what: string, name: string, most: number]> {
  yield ["process", commit.process, longest.process]
  yield ["case", commit.case, longest.case]
  yield ["key", commit.key, longest.name]
  yield ["state", commit.state, longest.name]
  for (const tag of commit.tags) yield ["tag", tag, longest.name]
  if (commit.owns !== undefined) yield ["thing", commit.owns, longest.name]
  for (const { key, name } of commit.actions) {
    yield ["action's key", key, longest.name]
    yield ["action", name, longest.name]
  }
  for (const { fires, name } of commit.timers) {
    yield ["deadline", name, longest.name]
    yield ["step", fires, longest.name]
  }
}
