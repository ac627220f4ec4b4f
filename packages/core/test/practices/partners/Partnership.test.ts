import { MemoryStore } from "@dualops/adapter-memory"
import { AccountId } from "@dualops/core/account"
import { PostProcess } from "@dualops/core/content"
import { Actions, Caseload, Editions, Operations, type Store, Worker } from "@dualops/core/operations"
import { Partnership, PartnershipProcess } from "@dualops/core/practices"
import { Actor, Allowance, Calendars, Case, type Process } from "@dualops/core/process"
import { EveryRun, ProcessLaws, type Traces } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import { nine } from "../../operations/house.ts"

const [lin, he, zhou] = [Actor.person("lin"), Actor.person("he"), Actor.person("zhou")]
const account = AccountId.make("1234567890")
const hours = (count: number) => DateTime.add(nine, { hours: count })
const rules = { route: "business" } as const
const settings: Partnership.Settings = {
  lead: he.person,
  attention: Allowance.always("8 hours"),
  pays: Allowance.always("2 days"),
  rules
}
const offer = { account, partner: "清风书店", offer: "世界读书日联名书签" }
const terms = { terms: "一条微博，附书店链接", amount: 5_000, pays: "they", until: hours(48) } as const
const marked = { text: "【广告】和清风书店一起读书：买一杯茶，送一枚书签。", pictures: [] }
const unmarked = { text: "广告部说：和清风书店一起读书。", pictures: [] }

const cast: Traces.Cast<typeof PartnershipProcess> = {
  people: [lin.person, he.person, zhou.person],
  settings: [settings],
  inputs: {
    Agree: (pick, at) => ({ ...terms, until: DateTime.add(at, { hours: pick(40) }) }),
    Write: (pick, at) => ({
      content: [marked, unmarked, { ...marked, text: `${marked.text}！` }][pick(3)] ?? marked,
      slot: DateTime.add(at, { hours: pick(40) })
    }),
    Approve: (pick) => ({ digest: digests[pick(3)] ?? "" }),
    HearApproval: (pick) => ({ digest: digests[pick(3)] ?? "", who: "王老师", evidence: "邮件" }),
    Pay: (pick) => ({ paid: [5_000, 4_000][pick(2)] ?? 0, ...(pick(2) > 0 && { difference: "扣税" }) })
  }
}
const { digestOf } = Partnership
const digests = [digestOf(marked), digestOf({ ...marked, text: `${marked.text}！` }), "0".repeat(64)]

ProcessLaws.suite("Partnership", PartnershipProcess, cast)

describe("Of partnerships, over every run", () => {
  it("nothing goes out without the mark 广告, nor a text that one side has not approved as it is", () =>
    EveryRun.of(
      PartnershipProcess,
      cast
    )(({ history, tried }) => {
      for (const { after, answer } of tried) {
        if (answer._tag === "Failure" || answer.success.step !== "Publish" || after?.state._tag !== "Out") continue
        const { content, digest } = after.state
        assert.match(content.text, /【广告】/)
        const since = history.slice(
          history.findLastIndex((event) => event.version < after.version && event.step === "Write"),
          history.indexOf(answer.success)
        )
        assert.isTrue(since.some((event) => event.step === "Write" && event.facts.digest === digest))
        for (const side of ["Approve", "HearApproval"]) assert.isTrue(since.some((event) => event.step === side))
      }
    }))
})

const edition: Editions.Edition = {
  version: Case.HandbookVersion.make("1"),
  // Every process of the tests takes of it what it asks for.
  settings: () =>
    ({
      ...settings,
      review: { approvers: [zhou.person], needs: "any", within: Allowance.always("1 day") },
      tolerance: Duration.minutes(10),
      patience: Duration.minutes(2),
      looks: { every: Duration.minutes(2), times: 3 }
    }) as never,
  entitled: () => true,
  accounts: [account],
  calendars: Calendars.everyMinute
}
const inHouse = <A, E>(body: Effect.Effect<A, E, Store | Editions.Editions>) =>
  TestClock.setTime(nine.epochMilliseconds).pipe(
    Effect.andThen(body),
    Effect.provide(Layer.merge(MemoryStore.layer, Editions.layer(edition)))
  )
const work = { processes: [PostProcess, PartnershipProcess], carriers: [] }
const carried = Effect.gen(function* () {
  for (let turn = 0; turn < 3; turn++) {
    yield* Worker.round(work)
    yield* Actions.carryWaiting(work, 99)
  }
})
const id = Case.CaseId.make("bookmarks")
let sent = 0
const take = <const S extends Process.StepOf<typeof PartnershipProcess>>(
  step: S,
  by: Actor.Person,
  input: Process.InputOf<typeof PartnershipProcess, S>
) => Effect.tap(Operations.send(PartnershipProcess, { key: `${++sent}`, case: id, step, by, input }), () => carried)
const state = Effect.map(Operations.load(PartnershipProcess, id), (one) => one?.state)
const written = Effect.gen(function* () {
  yield* take("Offer", lin, offer)
  yield* take("Agree", he, terms)
  yield* take("Write", lin, { content: marked, slot: hours(5) })
  const now = yield* state
  return now?._tag === "Written" ? now.digest : ""
})
const out = Effect.gen(function* () {
  const digest = yield* written
  yield* take("Approve", he, { digest })
  yield* take("HearApproval", lin, { digest, who: "王老师", evidence: "4 月 1 日邮件" })
  yield* take("Publish", lin, {})
  const [post] = yield* Caseload.children([PostProcess], { process: PartnershipProcess.name, case: id })
  assert.isDefined(post)
  return post.case.id
})

describe("Business with a partner", () => {
  it.effect("has no text without 广告, also where the word stands in it and is no mark", () =>
    inHouse(
      Effect.gen(function* () {
        yield* written
        const refusal = yield* Effect.flip(take("Write", lin, { content: unmarked, slot: hours(5) }))
        assert.isTrue(
          refusal instanceof Partnership.BadText &&
            refusal.findings.some(({ code }) => code === "advertising-law/paid-unmarked")
        )
      })
    )
  )

  it.effect("is approved by both sides, each naming the text; what is written anew is approved anew", () =>
    inHouse(
      Effect.gen(function* () {
        const digest = yield* written
        yield* take("Approve", he, { digest })
        assertEquals(yield* Effect.flip(take("Publish", lin, {})), new Partnership.NotApproved({ lacks: ["theirs"] }))
        yield* take("Write", zhou, { content: { ...marked, text: `${marked.text}快来！` }, slot: hours(5) })
        assertEquals(
          yield* Effect.flip(take("HearApproval", lin, { digest, who: "王老师", evidence: "邮件" })),
          new Partnership.NotApproved({ lacks: ["this text"] })
        )
        assertEquals(
          yield* Effect.flip(take("Publish", lin, {})),
          new Partnership.NotApproved({ lacks: ["ours", "theirs"] })
        )
      })
    )
  )

  it.effect("has a post in the words that both have approved, which nobody edits afterwards", () =>
    inHouse(
      Effect.gen(function* () {
        const post = yield* out
        const one = yield* Operations.load(PostProcess, post)
        assert.deepInclude(one?.state, { _tag: "Draft", content: marked })
        const edit = { content: unmarked, slot: hours(6) }
        const order = { key: "edit", case: post, step: "Edit", by: lin, input: edit } as const
        assert.match((yield* Effect.flip(Operations.send(PostProcess, order)))._tag, /Suspended/)
      })
    )
  )

  it.effect("is written anew where its post is withdrawn", () =>
    inHouse(
      Effect.gen(function* () {
        const post = yield* out
        yield* Operations.send(PostProcess, {
          ...{ key: "away", case: post, step: "Withdraw", by: lin },
          input: { reason: "改期" }
        })
        yield* carried
        assert.strictEqual((yield* state)?._tag, "Agreed")
      })
    )
  )

  it.effect("is settled when its time is over, and what is not paid as agreed is explained", () =>
    inHouse(
      Effect.gen(function* () {
        yield* out
        yield* TestClock.adjust("49 hours")
        yield* carried
        assert.strictEqual((yield* state)?._tag, "Settling")
        yield* take("Invoice", lin, { invoice: "No. 7", invoiced: 5_000 })
        assertEquals(
          yield* Effect.flip(take("Pay", he, { paid: 4_700 })),
          new Partnership.Unexplained({ amount: 5_000, paid: 4_700 })
        )
        yield* take("Pay", he, { paid: 4_700, difference: "扣除印刷费" })
        assert.strictEqual((yield* state)?._tag, "Settled")
      })
    )
  )
})
