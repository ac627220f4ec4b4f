import { AccountId, FanId, PostId } from "@dualops/core/account"
import { AnswerProcess, Interaction, Reply, ReplyCarriers } from "@dualops/core/interaction"
import { Carrier, Operations, Worker } from "@dualops/core/operations"
import { Claim, ClaimProcess } from "@dualops/core/practices"
import { Actor, Allowance, Case, Face, Refusal, Soundness } from "@dualops/core/process"
import { ProcessLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Effect, Exit } from "effect"
import { TestClock } from "effect/testing"
import { settings as ofAnswers } from "../internal-system/interaction/AnswerCast.ts"
import { nine } from "../operations/house.ts"
import { ann, ben, edition, inHouse } from "../operations/openHouse.ts"

const account = AccountId.make("brand")
const [lin, wu] = [FanId.make("2489518277"), FanId.make("2489518278")]
const lease = Duration.minutes(30)
const house = { ...edition({ ...ofAnswers, lease, attention: Allowance.always("1 day") }), accounts: [account] }

ProcessLaws.suite("Claim", ClaimProcess, {
  people: [ann.person, ben.person],
  settings: [{ lease }],
  inputs: { Take: () => ({ account, fan: lin }) }
})

const wrote = (id: string, fan: FanId) =>
  Operations.send(AnswerProcess, {
    key: "received",
    case: Case.CaseId.make(id),
    step: "Receive",
    by: Actor.world,
    input: {
      account,
      interaction: {
        kind: "comment",
        id: Interaction.InteractionId.make(id),
        post: PostId.make("1"),
        from: { id: fan },
        text: "几点开门？",
        at: nine
      }
    }
  })
const say = (id: string, by: Actor.Person) =>
  Operations.send(AnswerProcess, {
    key: `say ${by.person}`,
    case: Case.CaseId.make(id),
    step: "Say",
    by,
    input: { text: "九点开门。" }
  })
const take = (id: string, by: Actor.Person, fan = lin) =>
  Operations.send(ClaimProcess, { key: id, case: Case.CaseId.make(id), step: "Take", by, input: { account, fan } })
const onClaim = (step: "Keep" | "Release", by: Actor.Person) =>
  Effect.flatMap(DateTime.now, (now) =>
    Operations.send(ClaimProcess, {
      key: DateTime.formatIso(now),
      case: Case.CaseId.make("ann's"),
      step,
      by,
      input: {}
    })
  )
const later = (minutes: number) =>
  Effect.andThen(TestClock.adjust(Duration.minutes(minutes)), Worker.round({ processes: [ClaimProcess], carriers: [] }))
const isSuspended = (refusal: unknown) => refusal instanceof Refusal.Suspended

describe("A fan whom somebody has claimed", () => {
  it("is claimed soundly", () => assert.deepStrictEqual(Soundness.check(ClaimProcess), []))

  it.effect("is answered by that person and by nobody else, whatever they have written and write later", () =>
    inHouse(
      Effect.gen(function* () {
        yield* wrote("before", lin)
        yield* take("ann's", ann)
        yield* wrote("after", lin)
        for (const id of ["before", "after"]) {
          assert.isTrue(isSuspended(yield* Effect.flip(say(id, ben))))
          yield* say(id, ann)
        }
      }),
      house
    )
  )

  it.effect("is the only one who is: to others everybody speaks", () =>
    inHouse(
      Effect.gen(function* () {
        yield* wrote("wu's", wu)
        yield* take("ann's", ann)
        yield* say("wu's", ben)
      }),
      house
    )
  )

  it.effect("is claimed by one, however many want to at once", () =>
    inHouse(
      Effect.gen(function* () {
        const people = Array.from({ length: 8 }, (_, index) => Actor.person(`editor ${index}`))
        const all = yield* Effect.forEach(people, (by) => Effect.exit(take(`of ${by.person}`, by)), {
          concurrency: "unbounded"
        })
        assert.lengthOf(all.filter(Exit.isSuccess), 1)
      }),
      house
    )
  )

  it.effect("is anybody's again when the lease is over, unless it was kept", () =>
    inHouse(
      Effect.gen(function* () {
        yield* wrote("before", lin)
        yield* take("ann's", ann)
        yield* later(20)
        yield* onClaim("Keep", ann)
        yield* later(20)
        assert.isTrue(isSuspended(yield* Effect.flip(say("before", ben))))
        yield* later(11)
        yield* say("before", ben)
        yield* take("ben's", ben)
      }),
      house
    )
  )

  it.effect("is refused to others with who holds the claim and until when, on the wall of the handbook", () =>
    inHouse(
      Effect.gen(function* () {
        yield* wrote("before", lin)
        yield* take("ann's", ann)
        const until = DateTime.addDuration(nine, lease)
        const held = {
          process: "Claim",
          case: Case.CaseId.make("ann's"),
          title: ClaimProcess.title,
          heldBy: ann.person
        }
        const refused = yield* Effect.flip(say("before", ben))
        assertEquals(refused, new Refusal.Suspended({ step: "Say", ...held, until }))
        assert.deepStrictEqual(
          Face.refusal(AnswerProcess, refused, () => "安妮", "Asia/Tokyo"),
          {
            zh: "「答复」暂停办理，见「认领」ann's：经办人 安妮，至 2026-11-23 10:30。",
            en: "To answer is suspended by the claim ann's: 安妮 has it in hand, until 2026-11-23 10:30."
          }
        )
        yield* later(20)
        yield* onClaim("Keep", ann)
        assertEquals(
          yield* Effect.flip(take("ben's", ben)),
          new Refusal.Suspended({ step: "Take", ...held, until: DateTime.addDuration(until, Duration.minutes(20)) })
        )
      }),
      house
    )
  )

  it.effect("is let go by whoever has the claim, and not by others", () =>
    inHouse(
      Effect.gen(function* () {
        yield* take("ann's", ann)
        assertEquals(yield* Effect.flip(onClaim("Release", ben)), new Claim.NotYours({ by: ann.person }))
        yield* onClaim("Release", ann)
        yield* take("ben's", ben)
      }),
      house
    )
  )
})

describe("Words that are on their way when a fan is claimed", () => {
  it.effect("go out all the same: a claim is of what is said from then on", () =>
    inHouse(
      Effect.gen(function* () {
        const out: Array<string> = []
        const reply = Carrier.make(ReplyCarriers.reply, ({ text }) =>
          Effect.map(DateTime.now, (repliedAt) => {
            out.push(text)
            return { reply: Reply.ReplyId.make("1"), repliedAt }
          })
        )
        yield* wrote("before", lin)
        yield* say("before", ben)
        yield* take("ann's", ann)
        yield* Worker.round({ processes: [AnswerProcess, ClaimProcess], carriers: [reply] })
        assert.deepStrictEqual(out, ["九点开门。"])
        yield* wrote("after", lin)
        assert.isTrue(isSuspended(yield* Effect.flip(say("after", ben))))
      }),
      house
    )
  )
})
