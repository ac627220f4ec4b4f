/**
 * The people of the day, played by the program: each looks at their desk and does what is theirs, as the handbook lets them.
 *
 * The staff are careful rather than clever: a reviewer asks for changes where a content rule wants a person's judgement, and what cannot be
 * decided by rule stays on the desk, as a task for somebody real.
 *
 * @module
 */
import { Actor, type Caseload, Operations } from "@dualops/core"
import { Post, PostProcess } from "@dualops/core/content"
import type { Handbook } from "@dualops/core/handbook"
import type { ContentCalendar } from "@dualops/core/planning"
import { DateTime, Effect, Equal } from "effect"
import type { Pace } from "./Pace.ts"
import { attempt, type Refused } from "./Refused.ts"

type Step = "Compose" | "Edit" | "Submit" | "Approve" | "RequestChanges" | "Schedule"
type Order = Operations.Order<typeof PostProcess, Step>

/**
 * Authors put their ideas on the calendar. What was begun before is not begun again; where a row has changed since, its author edits the post,
 * if it can still be edited, and its review begins anew.
 */
export const compose = Effect.fnUntraced(function* (
  { account }: Handbook.Handbook,
  entries: ReadonlyArray<ContentCalendar.Entry>
) {
  const refused = yield* Effect.forEach(entries, ({ author, content, id, slot }) =>
    Effect.gen(function* () {
      const by = Actor.person(author)
      const known = yield* Operations.load(PostProcess, id)
      if (known === undefined) {
        const input = { account: account.id, content, slot }
        return yield* attempt(PostProcess, { key: `calendar/${id}`, case: id, step: "Compose", input, by })
      }
      const idea = Post.ideaOf(known.state)
      if (Equal.equals({ content: idea.content, slot: idea.slot }, { content, slot })) return []
      const key = `calendar/${id}/${known.version}`
      return yield* attempt(PostProcess, { key, case: id, step: "Edit", input: { content, slot }, by })
    })
  )
  return refused.flat()
})

/** The posts whose rows are no longer in the calendar. Nobody has withdrawn them, so they are still on their way. */
export const withoutRow = (
  entries: ReadonlyArray<ContentCalendar.Entry>,
  posts: ReadonlyArray<{ readonly id: string; readonly state: Post.State }>
): ReadonlyArray<Refused> =>
  posts
    .filter(
      ({ id, state }) =>
        !PostProcess.final.some((end) => end === state._tag) && !entries.some((entry) => entry.id === id)
    )
    .map(({ id }) => ({
      case: id,
      step: "Withdraw",
      person: "the calendar",
      why: "row gone",
      said: {
        zh: "日历里已没有这一行，也没有人撤回这条微博。",
        en: "the row is gone, and nobody has withdrawn the post"
      }
    }))

/** Everybody but you looks at their desk once. A step that was refused is not tried again in vain: `tried` remembers. */
export const work = Effect.fnUntraced(function* (
  handbook: Handbook.Handbook,
  desks: Caseload.Caseload,
  tried: Set<string>,
  { hesitation, you }: Pace
) {
  const refused: Array<Refused> = []
  let done = 0
  const played = Object.keys(handbook.team.people).filter((id) => id !== you)
  for (const person of played.map((id) => Actor.PersonId.make(id))) {
    for (const { case: post, process, tasks } of yield* desks.actionable(Actor.person(person))) {
      if (process !== PostProcess || (hesitation > 0 && (yield* isFresh(post.id, hesitation)))) continue
      for (const { step } of tasks) {
        // A case of this process has a state of it.
        const choice = choose(person, step, post.state as Post.State)
        const key = `${post.id}/${post.version}/${step}/${person}`
        if (choice === undefined || tried.has(key)) continue
        tried.add(key)
        const refusal = yield* attempt(PostProcess, { ...choice, key, case: post.id, by: Actor.person(person) })
        refused.push(...refusal)
        done += 1 - refusal.length
      }
    }
  }
  return { done, refused }
})

/** Whether something has happened to the post within so many minutes. */
const isFresh = Effect.fnUntraced(function* (id: Order["case"], minutes: number) {
  const last = (yield* Operations.read(PostProcess, id)).at(-1)
  return last !== undefined && DateTime.isLessThan(yield* DateTime.now, DateTime.add(last.at, { minutes }))
})

/** What this person does about a task of theirs; nothing where it wants more than a rule. */
const choose = (person: Actor.PersonId, step: string, post: Post.State): Pick<Order, "step" | "input"> | undefined => {
  switch (post._tag) {
    case "Draft":
      return step === "Submit" && post.authors[0] === person ? { step: "Submit", input: {} } : undefined
    case "InReview": {
      const doubt = post.review.findings.find(({ severity }) => severity === "warning")
      if (doubt === undefined) return step === "Approve" ? { step: "Approve", input: {} } : undefined
      return step === "RequestChanges"
        ? { step: "RequestChanges", input: { note: `${doubt.message.zh} ${doubt.message.en}` } }
        : undefined
    }
    case "Approved":
      return step === "Schedule" ? { step: "Schedule", input: { slot: post.slot } } : undefined
    default:
      return undefined
  }
}
