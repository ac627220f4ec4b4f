/**
 * What holds between a brand and its members on every store of observations, under any interleaving of campaigns, workers, opt-outs and erasures.
 *
 * The interleavings are fast-check's: at each call of a port it decides who goes on.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { AccountId } from "../account/AccountId.ts"
import { FanId } from "../account/FanId.ts"
import type { Terms } from "../external-system/members/Invitable.ts"
import { Invitations } from "../external-system/members/Invitations.ts"
import * as Inviting from "../external-system/members/Inviting.ts"
import type { Member } from "../external-system/members/Member.ts"
import { Members } from "../external-system/members/Members.ts"
import * as OptOut from "../external-system/members/OptOut.ts"
import { ObservationStore } from "../observations/ObservationStore.ts"
import * as Writing from "../operations/Writing.ts"

/** What somebody does. */
type Deed =
  | { readonly does: "invite"; readonly fan: number; readonly campaign: number; readonly fate: number }
  | { readonly does: "optOut" | "consent" | "erase"; readonly fan: number }
  | { readonly does: "pass"; readonly seconds: number }

const fan = fc.nat(1)
const deeds = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ does: fc.constant("invite" as const), fan, campaign: fc.nat(4), fate: fc.nat(9) })
    },
    { weight: 3, arbitrary: fc.record({ does: fc.constantFrom("optOut", "consent", "erase"), fan }) },
    {
      weight: 2,
      arbitrary: fc.record({ does: fc.constant("pass" as const), seconds: fc.integer({ min: 5, max: 150 }) })
    }
  ),
  { minLength: 4, maxLength: 24 }
)

/** What has happened, in the order in which it did. */
type Happened =
  | { readonly what: "sent"; readonly fan: FanId; readonly campaign: string; readonly at: number }
  | { readonly what: "asked" | "out" | "consent"; readonly fan: FanId }

const within = Duration.minutes(2)
const begin = DateTime.makeUnsafe("2026-06-01T08:00:00Z")

/** Runs the laws on a store of observations, with so many runs of each. */
export const suite = <E>(name: string, layer: Layer.Layer<ObservationStore, E>, numRuns = 400): void => {
  describe(`Invitations on ${name}`, () => {
    it.live(
      "an invitation never exceeds the cap and never reaches who has opted out, under any interleaving",
      () =>
        Effect.flatMap(ObservationStore, (store) =>
          Effect.promise(async () => {
            const seen = new Set<string>()
            let run = 0
            await fc.assert(
              fc.asyncProperty(fc.scheduler(), deeds, fc.integer({ min: 1, max: 3 }), async (turns, all, cap) => {
                const journal = await play({ store, turns, all, cap, run: run++, seen })
                capped(journal, cap)
                outIsOut(journal)
                oncePerCampaign(journal)
              }),
              { numRuns }
            )
            // The laws are about something: all this has happened in the runs.
            assert.includeMembers([...seen], ["sent", "cap", "optedOut", "invitedAlready", "unknown", "later"])
          })
        ).pipe(Effect.provide(layer)),
      60_000
    )
  })
}

interface Play {
  readonly store: ObservationStore["Service"]
  readonly turns: fc.Scheduler
  readonly all: ReadonlyArray<Deed>
  readonly cap: number
  readonly run: number
  readonly seen: Set<string>
}

const play = async ({ all, cap, run, seen, store, turns }: Play): Promise<ReadonlyArray<Happened>> => {
  const journal: Array<Happened> = []
  const account = AccountId.make(`${run}`)
  const fanOf = (number: number) => FanId.make(`77000${run}${number}`)
  const members = new Map<FanId, Member>(
    [0, 1].map((number) => [
      fanOf(number),
      {
        fan: fanOf(number),
        name: "小林",
        segments: ["gold"],
        consent: { given: true, at: DateTime.subtract(begin, { days: 9 }) }
      }
    ])
  )
  const turn = Effect.promise(() => turns.schedule(Promise.resolve()))
  const inTurn = <A, E, R>(asked: Effect.Effect<A, E, R>) => Effect.andThen(turn, asked)
  const fates = new Map<string, number>()

  const world = Layer.mergeAll(
    Layer.succeed(ObservationStore, {
      ...store,
      // The answer may come late as well.
      record: (batch) => Effect.tap(inTurn(store.record(batch)), () => turn),
      page: (query) => inTurn(store.page(query))
    }),
    Layer.succeed(Members, {
      find: (one) => inTurn(Effect.sync(() => members.get(one))),
      upsert: () => turn,
      attributeRedemption: () => Effect.void,
      redemptions: () => Effect.succeed([])
    }),
    Layer.succeed(Invitations, {
      send: ({ key, to }) =>
        inTurn(
          Effect.gen(function* () {
            const campaign = key.slice(0, 1)
            const fate = fates.get(`${campaign}${to.fan}`) ?? 0
            const facts = { code: "fate", detail: "it was to be so" }
            if (fate === 0) return yield* new Writing.TryLater(facts)
            if (fate === 1) return yield* new Writing.Refused(facts)
            const at = yield* DateTime.now
            journal.push({ what: "sent", fan: to.fan, campaign, at: at.epochMilliseconds })
            if (fate === 2) return yield* new Writing.Unknown(facts)
          })
        )
    })
  )

  const letter = { account, subject: "微博见", text: "来微博找我们" }
  const terms = (campaign: string): Terms => ({ campaign, segments: ["gold"], cap, within })
  const doing = Effect.fnUntraced(function* (deed: Deed) {
    yield* turn
    if (deed.does === "pass") return yield* TestClock.adjust(Duration.seconds(deed.seconds))
    const one = fanOf(deed.fan)
    switch (deed.does) {
      case "invite": {
        const campaign = `${deed.campaign}`
        fates.set(`${campaign}${one}`, deed.fate)
        const answer = yield* Inviting.invite({ fan: one, terms: terms(campaign), letter, optOut: "https://x.example" })
        seen.add("left" in answer ? answer.left : answer.result)
        return
      }
      case "optOut":
        journal.push({ what: "asked", fan: one })
        yield* OptOut.take({ account, fan: one, source: "link" })
        yield* OptOut.settled({ account, fan: one })
        journal.push({ what: "out", fan: one })
        return
      case "consent": {
        const member = members.get(one)
        if (member) members.set(one, { ...member, consent: { given: true, at: yield* DateTime.now } })
        journal.push({ what: "consent", fan: one })
        return
      }
      case "erase":
        yield* store.erase(one)
        return
    }
  })

  let isOver = false
  /** Time goes on meanwhile. */
  const ticking = Effect.gen(function* () {
    while (!isOver) {
      yield* turn
      yield* TestClock.adjust("1 second")
    }
  })
  const everybody = Effect.forEach(all, doing, { concurrency: "unbounded", discard: true })
  const finished = Effect.andThen(
    everybody,
    Effect.sync(() => {
      isOver = true
    })
  )
  const whole = TestClock.setTime(begin.epochMilliseconds).pipe(
    Effect.andThen(Effect.all([finished, ticking], { concurrency: "unbounded" })),
    Effect.provide(Layer.merge(world, TestClock.layer()))
  )
  await turns.waitFor(Effect.runPromise(whole))
  return journal
}

const sentTo = (journal: ReadonlyArray<Happened>) =>
  [...new Set(journal.map(({ fan }) => fan))].map((fan) =>
    journal.flatMap((one) => (one.what === "sent" && one.fan === fan ? [one] : []))
  )

/** In no stretch of that length have more arrived than the cap. */
const capped = (journal: ReadonlyArray<Happened>, cap: number): void => {
  for (const sent of sentTo(journal)) {
    for (const [index, { at }] of sent.entries()) {
      const later = sent[index + cap]
      if (later !== undefined) assert.isAtLeast(later.at - at, Duration.toMillis(within))
    }
  }
}

/** Behind an opt-out that was answered nothing arrives, but for whom has consented since they asked. */
const outIsOut = (journal: ReadonlyArray<Happened>): void => {
  for (const [index, { fan, what }] of journal.entries()) {
    if (what !== "out") continue
    const theirs = journal.map((one, place) => ({ ...one, place })).filter((one) => one.fan === fan)
    const asked = theirs.findLast((one) => one.what === "asked" && one.place < index)?.place ?? index
    const first = theirs.find((one) => one.what === "sent" && one.place > index)
    if (first === undefined) continue
    assert.isTrue(
      theirs.some((one) => one.what === "consent" && one.place > asked && one.place < first.place),
      `${fan} was invited behind their opt-out`
    )
  }
}

/** However often and by however many a campaign is carried, it reaches a member once. */
const oncePerCampaign = (journal: ReadonlyArray<Happened>): void => {
  for (const sent of sentTo(journal)) {
    const campaigns = sent.map(({ campaign }) => campaign)
    assert.deepStrictEqual(campaigns, [...new Set(campaigns)])
  }
}
