/**
 * A brand account's day: plan, review, schedule, publish, look after what went wrong, until all that is left waits for a person.
 *
 * @module
 */
import { Actor, type Bilingual, Carrier, type Case, Caseload, Operations, Process, Worker } from "@dualops/core"
import { ComplaintProcess, ReferralProcess } from "@dualops/core/complaints"
import { type Post, PostCarriers, PostProcess } from "@dualops/core/content"
import { TicketCarrier } from "@dualops/core/customer-desk"
import type { Handbook } from "@dualops/core/handbook"
import { AnswerProcess, ReplyCarriers } from "@dualops/core/interaction"
import { EventLog, Projection, WorkQueue } from "@dualops/core/operations"
import { Practices } from "@dualops/core/practices"
import { Notify } from "@dualops/core/process"
import { HandOverReceiptProcess, TakeoverProcess } from "@dualops/core/team"
import { CorrectionCarriers } from "@dualops/core/triage"
import { DateTime, Effect, Schema } from "effect"
import type { Kept } from "./Editions.ts"
import type { Move } from "./fans/Move.ts"
import * as Players from "./fans/Players.ts"
import * as Talk from "./fans/Talk.ts"
import type { Pace } from "./Pace.ts"
import * as Reasons from "./Reasons.ts"
import type { Refused } from "./Refused.ts"
import * as Staff from "./Staff.ts"

/** An event of a post. */
export type PostEvent = Process.EventOf<typeof PostProcess>

/** A post at the end of the day: where it stands, how it came there, why it is not out, and who may do something about it. */
export interface Outcome {
  readonly id: Case.CaseId
  readonly state: Post.State
  readonly history: ReadonlyArray<PostEvent>
  readonly reasons: ReadonlyArray<Reasons.Reason>
  readonly tasks: ReadonlyArray<{ readonly person: string; readonly step: string }>
}

/** How the day ended: every post, the rows that no post came of, and what else was refused and is not told by the post itself. */
export interface Ending {
  readonly posts: ReadonlyArray<Outcome>
  readonly unbegun: ReadonlyArray<Refused>
  readonly refused: ReadonlyArray<Refused>
  /** What became of fans. */
  readonly fans: Talk.Ending
}

/** Who is told of the day: how many steps were taken before it, every step that it takes, and whom it tells something. */
export interface Progress {
  readonly before: (steps: number) => Effect.Effect<void>
  readonly event: (subject: string, process: Process.Any, event: Process.EventOf<Process.Any>) => Effect.Effect<void>
  readonly told: (at: DateTime.Utc, to: string, message: Bilingual.Bilingual) => Effect.Effect<void>
}

/** Telling somebody is a line on the terminal here; at a company it is their messenger. */
export const workTelling = ({ told }: Progress) => {
  const tell = Carrier.make(Notify.notify, ({ message, to }) =>
    Effect.as(
      Effect.flatMap(DateTime.now, (at) => told(at, to, message)),
      {}
    )
  )
  const carriers = [
    ...PostCarriers.carriers,
    ...ReplyCarriers.carriers,
    ...CorrectionCarriers.carriers,
    TicketCarrier.carrier,
    tell
  ]
  return { processes: Practices.processes(), carriers }
}

/** What the worker of the day works on. */
export type Work = ReturnType<typeof workTelling>

/** Runs the day on from wherever the store stands, and tells of it. */
export const run = Effect.fn("Day.run")(function* (out: string, files: Kept, pace: Pace, progress: Progress) {
  const { entries, handbook } = files
  const report = yield* reporter(progress)
  const caseload = Caseload.make(Practices.processes())
  const players = Players.make(out, files, caseload, pace.you)
  const work = workTelling(progress)
  const tried = new Set<string>()
  const refused = [...(yield* Staff.compose(handbook, entries))]
  yield* players.hear
  while (true) {
    if (pace.isWatched) yield* players.listen
    const staff = yield* Staff.work(handbook, caseload, tried, pace)
    const { carried, fired } = yield* Worker.round(work)
    const played = yield* play(yield* players.moves, tried)
    refused.push(...staff.refused, ...played.refused)
    yield* report
    if (staff.done + carried + fired + played.done > 0) continue
    const queue = yield* WorkQueue.WorkQueue
    const next = [yield* queue.next, played.next].filter((at) => at !== undefined).sort(DateTime.Order)[0]
    const isOver = played.next === undefined && (yield* caseload.cases).every(waitsForPeople)
    if (next === undefined || isOver) break
    yield* pace.until(next)
  }
  const posts = yield* outcomes(handbook, caseload)
  const unbegun = refused.filter(({ case: id }) => posts.every((post) => post.id !== id))
  const others = refused.filter((one) => !unbegun.includes(one) && one.why !== "Post.NotPublishable")
  return {
    posts,
    unbegun,
    refused: [...others, ...Staff.withoutRow(entries, posts)],
    fans: yield* Talk.ending(handbook.account.id)
  } satisfies Ending
})

/** Goes on when the day is over, with nobody played but fans: whatever else is done is done by somebody real. */
export const goOn = Effect.fnUntraced(function* (out: string, files: Kept, progress: Progress) {
  const work = workTelling(progress)
  const players = Players.make(out, files, Caseload.make(work.processes), undefined)
  const report = yield* reporter({ ...progress, before: () => Effect.void })
  yield* Effect.forkScoped(players.linger)
  while (true) {
    yield* players.listen
    yield* Worker.round(work)
    yield* report
    yield* Effect.sleep("500 millis")
  }
})

/** Makes the moves that are due, and says when the next one is. */
const play = Effect.fnUntraced(function* (moves: ReadonlyArray<Move>, tried: Set<string>) {
  const now = yield* DateTime.now
  const open = moves.filter(({ key }) => !tried.has(key))
  const due = open.filter(({ at }) => DateTime.isLessThanOrEqualTo(at, now))
  const later = open.filter(({ at }) => DateTime.isGreaterThan(at, now))
  const refused = yield* Effect.forEach(due, ({ key, make }) =>
    Effect.andThen(
      Effect.sync(() => tried.add(key)),
      make
    )
  )
  return { done: due.length, refused: refused.flat(), next: later.map(({ at }) => at).sort(DateTime.Order)[0] }
})

/** Whether the clock does no more about the case than to remind people of it. */
const waitsForPeople = ({ case: current, process }: Caseload.AnyCase): boolean =>
  process.final.includes(current.state._tag) ||
  // A post that is out stays out: nobody waits a month until it is put away.
  current.state._tag === "Published" ||
  Object.values(process.deadlines).every(({ at, fires }, index) => {
    // A deadline whose clock runs is declared for the state that the case is in.
    const runs = current.clocks[index] !== undefined && (at === undefined || at(current.state as never) !== undefined)
    return !runs || process.steps[fires]?.to.every((state) => state === current.state._tag)
  })

/** How many steps the posts have taken. */
const stepsOfPosts = Projection.make({
  name: "brand-day: steps of posts",
  version: 1,
  state: Schema.Int,
  initial: 0,
  subject: ({ process }) => (process === PostProcess.name ? "" : undefined),
  apply: (steps) => steps + 1
})

/** Whose steps are told as they are taken. */
const told: ReadonlyArray<Process.Any> = [
  PostProcess,
  AnswerProcess,
  ComplaintProcess,
  ReferralProcess,
  TakeoverProcess,
  HandOverReceiptProcess
]

const reporter = Effect.fnUntraced(function* (progress: Progress) {
  const store = yield* EventLog.EventLog
  const [last] = yield* store.newest(1)
  yield* progress.before(yield* Projection.follow(stepsOfPosts).state())
  let position = last?.position ?? 0
  return Effect.gen(function* () {
    for (const entry of yield* store.log(position, 10_000)) {
      position = entry.position
      const process = told.find(({ name }) => name === entry.process)
      if (process === undefined) continue
      const event = yield* Operations.decode(process, entry.event)
      const current = yield* Operations.load(process, event.case)
      // What an answer says for a complaint is told by the complaint.
      if (current === undefined || (process === AnswerProcess && current.parent !== undefined)) continue
      yield* progress.event(Talk.fanOf(current.state) ?? event.case, process, event)
    }
  })
})

const outcomes = Effect.fnUntraced(function* (handbook: Handbook.Handbook, caseload: Caseload.Caseload) {
  const desks = yield* Effect.forEach(Object.keys(handbook.team.people), (id) =>
    Effect.map(caseload.desk(Actor.person(id)), (tasks) => tasks.map((task) => ({ ...task, person: id })))
  )
  const tasks = desks.flat()
  const posts = (yield* Caseload.everyCase([PostProcess])).filter(({ process }) => process.name === PostProcess.name)
  const at = yield* DateTime.now
  return yield* Effect.forEach(posts, ({ case: { id } }) =>
    Effect.map(Operations.read(PostProcess, id), (history) => toOutcome(handbook, id, history, tasks, at))
  )
})

const toOutcome = (
  handbook: Handbook.Handbook,
  id: Case.CaseId,
  history: ReadonlyArray<PostEvent>,
  tasks: ReadonlyArray<Caseload.DeskTask & { readonly person: string }>,
  at: DateTime.Utc
): Outcome => {
  const post = Process.replay(PostProcess, history)
  if (post === undefined) throw new Error(`${id} has no history`)
  return {
    id,
    state: post.state,
    history,
    reasons: Reasons.of(handbook, post.state, at),
    tasks: tasks.filter((task) => task.case === id && task.process === PostProcess.name)
  }
}
