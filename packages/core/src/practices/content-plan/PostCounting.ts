/**
 * Counts the posts of a promise in the log of this house: those that are open, and those that were out and have been archived since.
 *
 * @module
 */
import { Effect, Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import type * as Post from "../../internal-system/content/Post.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import { type Counted, countedOf } from "../../internal-system/content/PostSlot.ts"
import * as Carrier from "../../operations/Carrier.ts"
import * as Caseload from "../../operations/Caseload.ts"
import * as Projection from "../../operations/Projection.ts"
import * as Writing from "../../operations/Writing.ts"
import { CaseId } from "../../process/CaseId.ts"
import { missingOf } from "./MissingPosts.ts"
import { counting } from "./PostQuota.ts"

/** Who carries it. Keep it: it remembers what it has read. */
export const carrier = () => {
  const caseload = Caseload.make([PostProcess])
  const archived = Projection.follow(archivedLately)
  return Carrier.make(counting, (promised) =>
    Effect.gen(function* () {
      const open = yield* caseload.cases
      const over = yield* Effect.flatMap(archived.state(), (all) =>
        Caseload.at(
          [PostProcess],
          all.map(({ case: id }) => ({ process: PostProcess.name, case: id }))
        )
      )
      const posts = [...open, ...over].flatMap(({ case: { state }, process }): ReadonlyArray<Counted> => {
        if (process.name !== PostProcess.name) return []
        // A case of the process is in one of its states.
        const post = state as Post.State
        const counted = post.account === promised.account ? countedOf(post) : undefined
        return counted === undefined ? [] : [counted]
      })
      return { missing: missingOf(promised, posts) }
    }).pipe(Effect.mapError(({ message }) => new Writing.TryLater({ code: "store", detail: message })))
  )
}

/** Posts are archived a while after they were out: those that were archived within so many days may be of a month that is still counted. */
const archivedLately = Projection.make({
  name: "posts archived lately",
  version: 1,
  state: Schema.Array(Schema.Struct({ case: CaseId, at: Schema.Finite })),
  initial: [],
  apply: (all, entry) => {
    if (entry.process !== PostProcess.name || entry.state !== "Archived") return all
    const at = Schema.decodeUnknownSync(Told)(entry.event).at.epochMilliseconds
    const kept = all.filter((one) => one.case !== entry.case && one.at > at - keptMillis)
    return [...kept, { case: entry.case, at }]
  }
})
const Told = Schema.Struct({ at: Moment })
const keptMillis = 35 * 86_400_000
