/**
 * What a house has planned already, for a content plan that is made anew: ideas that were accepted stay at their slots until they are posts, and so do the posts
 * themselves. A plan moves none of them.
 *
 * @module
 */
import { DateTime, Effect } from "effect"
import type { AccountId } from "../../account/AccountId.ts"
import type * as Post from "../../internal-system/content/Post.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import { countedOf } from "../../internal-system/content/PostSlot.ts"
import type { Given } from "../../internal-system/content-plan/Brief.ts"
import * as Caseload from "../../operations/Caseload.ts"
import type { AnyCase } from "../../operations/Cases.ts"
import type * as Idea from "./Idea.ts"
import { IdeaProcess } from "./IdeaProcess.ts"
import { datedOf } from "./IdeaSlot.ts"

/** The open ideas and posts of an account that have a slot and a category, each slot once: a post before an idea, and what is out before what is not. */
export const given = (account: AccountId) =>
  Effect.map(Caseload.make([IdeaProcess, PostProcess]).cases, (cases) => of(cases, account))

/** The same, of these cases. */
export const of = (cases: ReadonlyArray<AnyCase>, account: AccountId): ReadonlyArray<Given> => {
  const found = new Map<number, Given>()
  const all = cases.flatMap((one) => plannedIn(one, account))
  for (const one of all.toSorted((some, other) => ranks[some.rank] - ranks[other.rank])) {
    const at = DateTime.toEpochMillis(one.given.slot)
    if (!found.has(at)) found.set(at, one.given)
  }
  return [...found.values()].sort((one, other) => DateTime.Order(one.slot, other.slot))
}

interface Planned {
  readonly rank: keyof typeof ranks
  readonly given: Given
}
const ranks = { out: 0, post: 1, idea: 2 } as const

const plannedIn = ({ case: { state }, process }: AnyCase, account: AccountId): ReadonlyArray<Planned> => {
  if (process.name === IdeaProcess.name) {
    // A case of the process is in one of its states.
    const idea = state as Idea.State
    const dated = idea.account === account ? datedOf(idea) : undefined
    return dated === undefined ? [] : [{ rank: "idea", given: { ...dated, firm: "pinned" } }]
  }
  if (process.name !== PostProcess.name) return []
  // The same here.
  const post = state as Post.State
  const counted = post.account === account ? countedOf(post) : undefined
  if (counted?.category === undefined) return []
  const { at: slot, category, isOut } = counted
  return [{ rank: isOut ? "out" : "post", given: { slot, category, firm: isOut ? "published" : "pinned" } }]
}
