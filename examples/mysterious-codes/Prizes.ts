/**
 * The prizes, from the announcement of the draw to whoever has one: the draw needs prizes that are there, and winners who remember.
 *
 * @module
 */

import { Caseload, Operations, type Process } from "@dualops/core"
import type { AccountId, FanId } from "@dualops/core/account"
import { Observations } from "@dualops/core/observations"
import { type Brief, PrizeDeliveryProcess, PrizeDrawProcess } from "@dualops/core/practices"
import { DrawEntry } from "@dualops/core/prizes"
import type { Case } from "@dualops/core/process"
import { DateTime, Duration, Effect } from "effect"
import { assumptions } from "./Assumptions.ts"
import { stream } from "./Chance.ts"
import { cases } from "./Circumstances.ts"
import { type Deed, people } from "./House.ts"
import { PrizesArrived } from "./Observed.ts"

const day = Duration.toMillis("1 day")

/** What a cup is worth, in yuan. */
export const worth = 150

/** The draw, as it is announced. */
export const drawOf = (opens: DateTime.Utc, closes: DateTime.Utc): Brief.Draw => ({
  name: "寻找神秘暗号晒图有奖",
  opens,
  closes,
  draws: DateTime.add(closes, { hours: 14 }),
  prizes: [{ name: "联名杯", count: assumptions.cups.value, yuan: worth }],
  alternates: 20,
  requires: ["repost"],
  excludes: ["星河茶饮员工"]
})

/** The prizes of a story. */
export const make = (seed: string, account: AccountId) => {
  const forwarded = new Map<FanId, number>()
  const deliveries = Caseload.make([PrizeDeliveryProcess])
  let arrivesAt: number | undefined
  let isThere = false
  let draw: Case.CaseId | undefined

  const enter = (draw: Case.CaseId, fan: FanId, when: number) =>
    Observations.record(DrawEntry.kind, [
      DrawEntry.of({
        account,
        draw: DrawEntry.DrawId.make(draw),
        fan,
        did: "repost",
        at: DateTime.makeUnsafe(when),
        source: "reposts"
      })
    ])

  /** When a winner does what is waited for: some hours later, or never. */
  const later = (id: Case.CaseId, what: string, hours: number) => stream(`${seed}/${id}/${what}`)() * hours * (day / 24)

  const deliver = Effect.fnUntraced(function* ({ at: since, id, state }: Case.Case<DeliveryState>, now: number) {
    const order = { case: id, by: people.zhou }
    const waited = now - since.epochMilliseconds
    const roll = (what: string) => stream(`${seed}/${"fan" in state ? state.fan : ""}/${what}`)()
    switch (state._tag) {
      case "Won":
        return yield* Operations.send(PrizeDeliveryProcess, { ...order, key: "tell", step: "Tell", input: {} })
      case "Told": {
        const days = (since.epochMilliseconds - (forwarded.get(state.fan) ?? 0)) / day
        const claims = assumptions.claims.value - assumptions.forgets.value * days
        if (roll("claims") >= claims || waited < later(id, "claims", 60)) return
        const input = { address: `上海市某路 ${state.fan.slice(-3)} 号` }
        return yield* Operations.send(PrizeDeliveryProcess, { ...order, key: "claim", step: "Claim", input })
      }
      case "Claimed": {
        const input = { parcel: `XH${state.fan}` }
        return isThere
          ? yield* Operations.send(PrizeDeliveryProcess, { ...order, key: "send", step: "Send", input })
          : undefined
      }
      case "Sent": {
        if (waited < 2 * day + later(id, "arrives", 48)) return
        return roll("comes back") < assumptions.comesBack.value
          ? yield* Operations.send(PrizeDeliveryProcess, {
              ...order,
              key: "back",
              step: "Return",
              input: { reason: "无人签收" }
            })
          : yield* Operations.send(PrizeDeliveryProcess, { ...order, key: "arrive", step: "Arrive", input: {} })
      }
      default:
        return
    }
  })

  const announced = (one: Case.CaseId) =>
    Effect.suspend(() => {
      if (draw !== undefined) return Effect.void
      draw = one
      return Effect.forEach([...forwarded], ([fan, when]) => enter(one, fan, when), { discard: true })
    })

  return {
    /** Somebody forwards a picture; who did before the draw was announced is read back then. */
    forwarded: (fan: FanId, when: number): Deed => {
      if (!forwarded.has(fan)) forwarded.set(fan, when)
      return draw === undefined ? Effect.void : Effect.orDie(enter(draw, fan, when))
    },
    /** The supplier is told: from now on it takes as long as it takes. */
    order: (now: number) => {
      arrivesAt ??= now + (assumptions.procurement.value * 7 * day) / 5
    },
    isThere: () => isThere,
    /** The public knows of a draw: whoever has forwarded a picture is in it. */
    announced: (draw: Case.CaseId): Deed => Effect.orDie(announced(draw)),
    /** A draw that no campaign has ordered is announced by hand, once. */
    announce: (closes: DateTime.Utc, opens: DateTime.Utc): Deed =>
      Effect.gen(function* () {
        if (draw !== undefined) return
        const order = { key: "announce", case: cases.draw, by: people.zhou } as const
        const input = { account, ...drawOf(opens, closes) }
        yield* Operations.send(PrizeDrawProcess, { ...order, step: "Announce", input })
        yield* announced(cases.draw)
      }).pipe(Effect.orDie),
    /** What comes is put in store. */
    store: (now: number): Deed =>
      Effect.suspend(() => {
        if (isThere || arrivesAt === undefined || now < arrivesAt) return Effect.void
        isThere = true
        const observed = { account, key: "cups", at: DateTime.makeUnsafe(now), source: "store" }
        return Effect.orDie(
          Observations.record(PrizesArrived, [{ ...observed, facts: { cups: assumptions.cups.value } }])
        )
      }),
    /** Zhou sees to each prize, and winners do what they do. */
    deliver: (now: number): Deed =>
      Effect.gen(function* () {
        for (const { case: one, process } of yield* deliveries.cases) {
          // Cases of a process have its states.
          if (process === PrizeDeliveryProcess) yield* deliver(one as Case.Case<DeliveryState>, now)
        }
      }).pipe(Effect.orDie)
  }
}
/** The prizes of a story. */
export type Prizes = ReturnType<typeof make>
type DeliveryState = Process.StateOf<typeof PrizeDeliveryProcess>
