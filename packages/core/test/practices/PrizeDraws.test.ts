import { MemoryStore } from "@dualops/adapter-memory"
import { FanId } from "@dualops/core/account"
import { Carrier } from "@dualops/core/operations"
import { PrizeDeliveryProcess, PrizeDraw, PrizeDrawLedger, PrizeDrawProcess } from "@dualops/core/practices"
import { Actor, Case, Notify } from "@dualops/core/process"
import { EveryRun, FamilyLaws, ProcessLaws, ProcessSpec, Traces } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect } from "effect"
import * as Advice from "../../src/practices/prizes/PrizeDrawAdvice.ts"
import { MomentHasCome, NotHeld, TooDear, UnclearPrizes } from "../../src/practices/prizes/PrizeDrawRefusals.ts"
import { account, announcedFrom, cast, castOfDeliveries, drewFrom, lin, settings, wishFrom } from "./PrizeDrawCast.ts"

ProcessLaws.suite("PrizeDraw", PrizeDrawProcess, cast)
ProcessLaws.suite("PrizeDelivery", PrizeDeliveryProcess, castOfDeliveries)

const start = Traces.start
const digest = "a".repeat(64)
const frozen = {
  announcement: digest,
  at: "2026-11-26T01:00:01.000Z",
  entries: 6,
  tickets: digest,
  turnedAway: { early: 0, late: 0, lacking: 0, excluded: 0, malformed: 0, repeated: 0 },
  round: 7
}

FamilyLaws.suite("a draw", FamilyLaws.member(PrizeDrawProcess, cast), {
  store: () => MemoryStore.layer,
  children: [FamilyLaws.member(PrizeDeliveryProcess, castOfDeliveries)],
  carriers: [
    // Due at once: the families of a draw live for minutes.
    Carrier.make(PrizeDraw.preparing, ({ opens }) => {
      const now = DateTime.formatIso(opens)
      return Effect.succeed({ announced: { ...announcedFrom(opens), closes: now, draws: now }, fingerprint: digest })
    }),
    Carrier.make(PrizeDraw.freezing, () => Effect.succeed({ frozen, fingerprint: digest })),
    Carrier.make(PrizeDraw.drawing, () => Effect.succeed(drewFrom(6, 9))),
    Carrier.make(Notify.notify, () => Effect.succeed({}))
  ],
  accounts: [account],
  schedules: globalThis.process.env.CI === "true" ? 500 : 30
})

const rulebook: ProcessSpec.Rulebook<typeof PrizeDrawProcess> = {
  handbook: Case.HandbookVersion.make("edition 1"),
  settings,
  entitled: () => true
}
type Deed = ProcessSpec.Deed<typeof PrizeDrawProcess>
const given = (...deeds: ReadonlyArray<Deed>) => ProcessSpec.given(PrizeDrawProcess, rulebook, ...deeds)
const days = (count: number, minutes = 0) => DateTime.add(start, { days: count, minutes })
const announce = { step: "Announce", by: lin, at: start, input: wishFrom(start) } as const
const prepared = {
  step: "Prepared",
  by: Actor.world,
  at: start,
  input: { announced: announcedFrom(start), fingerprint: digest }
} as const
const close = { step: "Close", by: Actor.clock("end"), at: days(3), input: {} } as const
const froze = { step: "Froze", by: Actor.world, at: days(3, 1), input: { frozen, fingerprint: digest } } as const
const begin = { step: "Begin", by: Actor.clock("draw"), at: days(3, 60), input: {} } as const
const drew = (people: number, lost = 9) =>
  ({ step: "Drew", by: Actor.world, at: days(3, 61), input: drewFrom(people, lost) }) as const
const fan = (number: number) => FanId.make(`20000000${number}`)
const ended = (step: "Delivered" | "Freed", number: number, prize: string) => ({
  step,
  by: Actor.child("deliver", `delivery ${number}`, step === "Delivered" ? "Delivered" : "Unclaimed"),
  at: days(5),
  input: { fan: fan(number), prize }
})
const abandon = (at: DateTime.Utc) => ({ step: "Abandon", by: lin, at, input: { reason: "下雨" } }) as const

describe("A draw of prizes", () => {
  it("refuses prizes that the law does not let be drawn, and prizes that are not clear", () => {
    const [phone, mugs] = wishFrom(start).prizes
    const dear = { ...announce, input: { ...announce.input, prizes: [{ ...phone, yuan: 50_000.01 }] as const } }
    given()
      .when(dear)
      .thenRefused(new TooDear({ prize: "手机" }))
    const same = { ...announce, input: { ...announce.input, prizes: [phone, phone] as const } }
    given()
      .when(same)
      .thenRefused(new UnclearPrizes({ names: ["手机", "手机"] }))
    assert.isDefined(mugs)
  })

  it("tells whoever writes it what Weibo wants to be asked for, and what it draws itself", () => {
    const codes = Advice.ofPrizes([
      { name: "汽车", count: 1, yuan: 60_000 },
      { name: "电脑", count: 2, yuan: 8_000 },
      { name: "现金红包", count: 1, yuan: 8.88 }
    ]).map(({ code, severity }) => [code, severity])
    assert.deepStrictEqual(codes, [
      ["draws/above-the-law", "error"],
      ["draws/above-weibo", "warning"],
      ["draws/sum-above-weibo", "warning"],
      ["draws/cash", "warning"]
    ])
  })

  it("freezes at its end, whatever is read by which clock, and draws when its moment has come", () => {
    given(announce, prepared).when(close).thenStands("Freezing", { excluded: settings.excluded })
    given(announce, prepared, close, froze).when(begin).thenStands("Drawing", { freeze: digest })
  })

  it("is not abandoned any more when its moment has come", () => {
    given(announce, prepared, close, froze)
      .when(abandon(days(3, 59)))
      .thenStands("Abandoned", { reason: "下雨" })
    given(announce, prepared, close, froze)
      .when(abandon(days(3, 60)))
      .thenRefused(new MomentHasCome({ draws: days(3, 60) }))
  })

  it("gives what comes back to whoever stands next, and to nobody when nobody stands there", () => {
    const first = given(announce, prepared, close, froze, begin, drew(5)).when(ended("Freed", 0, "prize-1"))
    first.thenStands("Drawn", { line: [] })
    given(announce, prepared, close, froze, begin, drew(5), ended("Freed", 0, "prize-1"))
      .when(ended("Freed", 4, "prize-1"))
      .thenStands("Drawn", { line: [] })
  })

  it("hears of the end of a prize once: what came back does not come back again", () => {
    given(announce, prepared, close, froze, begin, drew(6), ended("Freed", 0, "prize-1"))
      .when({ step: "TakeBack", by: lin, at: days(6), input: { fan: fan(0), prize: "prize-1" } })
      .thenRefused(new NotHeld({ fan: fan(0), prize: "prize-1" }))
  })

  it("puts the next in line in the place of somebody of whom nothing is known any more", () => {
    const held = (number: number, prize: string) => ({ prize, fan: fan(number), stands: "held" as const })
    given(announce, prepared, close, froze, begin)
      .when(drew(6, 1))
      .thenStands("Drawn", {
        awards: [held(0, "prize-1"), held(4, "prize-2"), held(2, "prize-2"), held(3, "prize-2")],
        line: [fan(5)]
      })
  })

  it("of nobody is settled at once, with every prize left", () => {
    given(announce, prepared, close, froze, begin).when(drew(0)).thenStands("Settled", { awards: [] })
  })
})

describe("The ledger of a draw", () => {
  it("keeps every prize over every run: granted is waiting, held, delivered or left; what comes back, once", () => {
    let [redrawn, left, delivered] = [0, 0, 0]
    EveryRun.of(
      PrizeDrawProcess,
      cast,
      400
    )(({ history, tried }) => {
      for (let length = 0; length <= history.length; length++) {
        for (const line of PrizeDrawLedger.of(history.slice(0, length)).values()) {
          assert.strictEqual(line.granted, line.waiting + line.held + line.delivered + line.left)
          assert.strictEqual(line.drawn + line.redrawn, line.held + line.delivered + line.returned)
          assert.isTrue(line.redrawn <= line.returned && Object.values(line).every((count) => count >= 0))
          redrawn += line.redrawn
          left += line.left
          delivered += line.delivered
        }
      }
      // The case says the same of itself.
      const last = tried.findLast(({ after }) => after !== undefined)?.after?.state
      if (last === undefined || !("awards" in last)) return
      const ledger = PrizeDrawLedger.of(history)
      for (const stands of ["held", "delivered", "returned"] as const) {
        const counted = [...ledger.values()].reduce((sum, line) => sum + line[stands], 0)
        assert.strictEqual(counted, last.awards.filter((award) => award.stands === stands).length)
      }
    })
    assert.isTrue(redrawn > 0 && left > 0 && delivered > 0)
  })
})
