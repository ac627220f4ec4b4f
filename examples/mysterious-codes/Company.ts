/**
 * The company: with the dual system departments tell, are asked at their desks and answer by when they have promised; without it there is a telephone.
 *
 * @module
 */

import { MemoryPublisher } from "@dualops/adapter-memory"
import { type Actor, Caseload, Operations } from "@dualops/core"
import type { AccountId } from "@dualops/core/account"
import { CodeTerms } from "@dualops/core/codes"
import { PostProcess } from "@dualops/core/content"
import { type Brief, CodeSeriesProcess } from "@dualops/core/practices"
import { Case } from "@dualops/core/process"
import { EventNoticeProcess, Resource, ResourceRequestProcess } from "@dualops/core/resources"
import { DateTime, Duration, Effect } from "effect"
import { cases, needs } from "./Circumstances.ts"
import { dates } from "./Dates.ts"
import * as Department from "./Department.ts"
import { at, type Deed, people } from "./House.ts"
import * as Planning from "./Planning.ts"
import * as Posts from "./Posts.ts"
import type { Prizes } from "./Prizes.ts"

const adverts = Resource.ResourceId.make("adverts")

/** The departments of a story. */
export const make = (
  { account, isDual, seed }: { readonly account: AccountId; readonly isDual: boolean; readonly seed: string },
  prizes: Prizes,
  isThere: (by: Actor.Person) => boolean
) => {
  const departments = new Map([people.xu, people.gao].map((one) => [one, Department.make(seed, one.person)] as const))
  const marketing = departments.get(people.xu)
  const caseloads = new Map(
    [...departments.keys()].map((one) => [one, Caseload.make([ResourceRequestProcess])] as const)
  )
  const codes = Caseload.make([CodeSeriesProcess])
  let isKnown = false
  let wondering: Actor.Person | undefined
  let hasLearned = false
  let areInPosts = false

  const draft = (id: Case.CaseId, codes: Brief.Codes) =>
    Operations.send(CodeSeriesProcess, {
      key: "draft",
      case: id,
      step: "Draft",
      by: people.xu,
      input: { account, ...codes }
    })

  /** Whoever has drafted a series, somebody else approves it, and marketing issues it. */
  const issue = Effect.gen(function* () {
    for (const { case: one } of yield* codes.cases) {
      if (one.state._tag !== "Drafted") continue
      const order = { case: one.id }
      yield* Operations.send(CodeSeriesProcess, { ...order, key: "yes", step: "Approve", by: people.tang, input: {} })
      yield* Operations.send(CodeSeriesProcess, { ...order, key: "issue", step: "Issue", by: people.xu, input: {} })
    }
  })

  /** Codes in posts are made when the post is out, of which a code has to say the id. */
  const inPosts = Effect.gen(function* () {
    const posts = yield* MemoryPublisher.Platform.use((platform) => platform.posts)
    const first = posts.find(({ text }) => text.includes("暗号开始了"))
    if (first === undefined || areInPosts) return
    areInPosts = true
    const id = CodeTerms.PlacementId.make("posts")
    const placements = [{ id, kind: "post", resource: adverts, post: first.post, codes: 200 }] as const
    yield* draft(cases.inPosts, { ...Planning.codes, placements })
  })

  const tell = Operations.send(EventNoticeProcess, {
    key: "tell",
    case: cases.notice,
    step: "Tell",
    by: people.xu,
    input: {
      event: Planning.event,
      starts: at(dates.launch),
      materials: "地铁和杯套稿件",
      part: "预热、答问、晒图有奖"
    }
  })

  /** Requests stand on the desks of their owners, each with its date. */
  const takeIn = Effect.gen(function* () {
    for (const [owner, caseload] of caseloads) {
      for (const { case: one, due, tasks } of yield* caseload.actionable(owner)) {
        if (!tasks.some(({ step }) => step === "Grant")) continue
        // The caseload has requests alone.
        const { need } = one.state as unknown as { readonly need: string }
        const grant = Operations.send(ResourceRequestProcess, {
          key: "grant",
          case: one.id,
          step: "Grant",
          by: owner,
          input: { terms: "同意" }
        })
        const done = Effect.flatMap(DateTime.now, (now) =>
          Effect.tap(Effect.orDie(grant), () =>
            Effect.sync(() => (need === needs.prizes ? prizes.order(now.epochMilliseconds) : undefined))
          )
        )
        departments.get(owner)?.ask(one.id, done, due?.at.epochMilliseconds)
      }
    }
  })

  /** Whoever may note what nobody has told, notes it; what can still be done is tried, and what cannot is asked for by telephone. */
  const learn = Effect.fnUntraced(function* (now: number) {
    const by = [wondering, people.zhou, people.lin].find((one) => one !== undefined && isThere(one))
    const may =
      [people.he, people.lin, people.zhou].find(({ person }) => person === by?.person) ??
      (isThere(people.zhou) ? people.zhou : undefined)
    if (may === undefined) return
    hasLearned = true
    const input = { event: Planning.event, began: at(dates.launch), how: "粉丝 @ 我们问暗号" }
    yield* Operations.send(EventNoticeProcess, { key: "learn", case: cases.notice, step: "Learn", by: may, input })
    const tomorrow = DateTime.makeUnsafe(now + Duration.toMillis("1 day"))
    // The house refuses what comes too late, and keeps that it did.
    yield* Effect.ignore(Planning.propose(Planning.briefOf(account, tomorrow)))
    marketing?.ask(
      "how it works",
      Effect.suspend(() => {
        isKnown = true
        return says
      })
    )
    marketing?.ask(
      "prizes",
      Effect.map(DateTime.now, (now) => prizes.order(now.epochMilliseconds))
    )
  })

  /** Once somebody has said what is true, the account writes it. */
  const says = Effect.gen(function* () {
    const now = yield* DateTime.now
    const tomorrow = DateTime.formatIso(DateTime.add(now, { days: 1, hours: 8 })).slice(0, 10)
    yield* Posts.write([Posts.afterwards(at(`${tomorrow}T12:00`))], (key, content, slot) =>
      Operations.send(PostProcess, {
        key,
        case: Case.CaseId.make(key),
        step: "Compose",
        by: Posts.author(isThere),
        input: { account, content, slot }
      })
    )
  }).pipe(Effect.orDie)

  return {
    /** Whether the account's team knows what is true of the codes. */
    knows: () => isKnown,
    /** Somebody at the desk reads a question that nobody there can answer. */
    wonders: (by: Actor.Person) => {
      wondering ??= by
    },
    work: (day: string, now: number, isOffice: boolean): Deed =>
      Effect.gen(function* () {
        if (isDual && now === at(dates.told).epochMilliseconds) yield* tell
        if (!isDual && now === at("2026-10-14T10:00").epochMilliseconds) yield* draft(cases.series, Planning.codes)
        yield* inPosts
        if (wondering !== undefined && !hasLearned) yield* learn(now)
        if (!isOffice) return
        yield* issue
        yield* takeIn
        for (const one of departments.values()) yield* one.work(day, now)
      }).pipe(Effect.orDie),
    /** Where the prizes came late, the draw is announced when they are there. */
    drawsLate: (now: number): Deed => {
      if (isDual || !prizes.isThere()) return Effect.void
      const closes = DateTime.makeUnsafe(now + Duration.toMillis("1 day"))
      return prizes.announce(closes, at(dates.launch))
    }
  }
}
