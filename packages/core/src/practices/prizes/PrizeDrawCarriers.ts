/**
 * Who carries what a draw asks for: on the observations of this house, its records, and a chain of public randomness.
 *
 * @module
 */
import { DateTime, Duration, Effect } from "effect"
import { FanId } from "../../account/FanId.ts"
import * as Tag from "../../account/Tag.ts"
import * as Beacon from "../../external-system/prizes/Beacon.ts"
import * as Canonical from "../../external-system/prizes/Canonical.ts"
import * as DrawEntry from "../../external-system/prizes/DrawEntry.ts"
import * as Drawing from "../../external-system/prizes/Drawing.ts"
import type { Announced } from "../../external-system/prizes/DrawRecord.ts"
import { DrawRecords, type Kept } from "../../external-system/prizes/DrawRecords.ts"
import * as DrawSecrets from "../../external-system/prizes/DrawSecrets.ts"
import { PublicRandomness } from "../../external-system/prizes/PublicRandomness.ts"
import * as Sifting from "../../external-system/prizes/Sifting.ts"
import * as Ticket from "../../external-system/prizes/Ticket.ts"
import * as TicketList from "../../external-system/prizes/TicketList.ts"
import type { ObservationStore } from "../../observations/ObservationStore.ts"
import * as Observations from "../../observations/Observations.ts"
import * as Carrier from "../../operations/Carrier.ts"
import { isUnavailable, type StoreUnavailable } from "../../operations/StoreUnavailable.ts"
import * as Writing from "../../operations/Writing.ts"
import type { Address } from "../../process/Case.ts"
import { drawing, freezing, preparing } from "./PrizeDraw.ts"

/** For a house that draws prizes; `secret` is what the seeds of its draws are made of. It is the same for as long as any of them is open. */
export const carriers = (
  secret: DrawSecrets.HouseSecret
): ReadonlyArray<Carrier.AnyCarrier<DrawRecords | ObservationStore | PublicRandomness>> => [
  Carrier.make(preparing, (wish, _key, asked) =>
    Effect.map(PublicRandomness, ({ chain }) => {
      const announced = announcedOf(wish, asked, chain, DrawSecrets.seedOf(secret, asked.case))
      return { announced, fingerprint: Canonical.fingerprint(announced) }
    })
  ),
  Carrier.make(freezing, ({ account, announced, excluded }) =>
    later(
      Effect.gen(function* () {
        const records = yield* DrawRecords
        const kept = yield* records.find(announced.draw)
        const { frozen } = kept ?? (yield* records.freeze(yield* frozenOf(secret, account, announced, excluded)))
        return { frozen, fingerprint: Canonical.fingerprint(frozen) }
      })
    )
  ),
  Carrier.make(drawing, ({ account, draw }) =>
    later(
      Effect.gen(function* () {
        const records = yield* DrawRecords
        const kept = yield* records.find(draw)
        if (kept === undefined)
          return yield* new Writing.Refused({ code: "not-frozen", detail: `${draw} is not frozen` })
        const { drawn } = kept.drawn === undefined ? ((yield* drawnOf(secret, kept)) ?? kept) : kept
        if (drawn === undefined) return yield* new Writing.Refused({ code: "not-kept", detail: `${draw} was not kept` })
        const fanOf = yield* ownersOf(secret, account, draw, [
          ...drawn.winners.map(({ ticket }) => ticket),
          ...drawn.alternates
        ])
        return {
          winners: drawn.winners.map((one) => ({ ...one, ...fanOf(one.ticket) })),
          alternates: drawn.alternates.map((ticket) => ({ ticket, ...fanOf(ticket) }))
        }
      })
    )
  )
]

type Wish = (typeof preparing)["request"]["Type"]

const announcedOf = (wish: Wish, { case: draw }: Address, chain: Beacon.Chain, seed: Uint8Array): Announced => {
  const [opens, closes, draws] = [wish.opens, wish.closes, wish.draws].map(DateTime.formatIso) as [
    string,
    string,
    string
  ]
  const { alternates, excludes, requires } = wish
  const [first, ...others] = wish.prizes.map(({ count, name, yuan }, index) => ({
    prize: `prize-${index + 1}`,
    name: { zh: name, en: name },
    count,
    value: Math.round(yuan * 100)
  }))
  // There is at least one.
  const prizes = [first as Announced["prizes"][0], ...others] as const
  const commitment = DrawSecrets.commitmentOf(seed)
  return {
    draw,
    account: wish.account,
    opens,
    closes,
    draws,
    prizes,
    alternates,
    requires,
    excludes,
    chain: chain.hash,
    commitment
  }
}

/** Everybody who takes part, frozen. Once the round may be out, nobody freezes any more: whoever did might know who wins. */
const frozenOf = Effect.fnUntraced(function* (
  secret: DrawSecrets.HouseSecret,
  account: Wish["account"],
  announced: Announced,
  excluded: ReadonlyArray<FanId>
) {
  const { chain } = yield* PublicRandomness
  const round = Beacon.firstFrom(chain, Date.parse(announced.draws))
  const all = yield* entriesOf(account, announced.draw)
  const sifted = Sifting.sift(announced, all, excluded)
  const now = yield* DateTime.now
  if (now.epochMilliseconds >= Beacon.timeOf(chain, round)) {
    const detail = "the list was not frozen before the round of randomness was out"
    return yield* new Writing.Refused({ code: "too-late", detail })
  }
  const slips = DrawSecrets.slipsOf(secret, announced.draw)
  const { frozen, tickets } = Drawing.freeze(announced, sifted, { at: DateTime.formatIso(now), round, slips })
  return { announced, frozen, tickets: TicketList.toHex(tickets) }
})

const drawnOf = Effect.fnUntraced(function* (secret: DrawSecrets.HouseSecret, { announced, frozen, tickets }: Kept) {
  const randomness = yield* PublicRandomness
  const records = yield* DrawRecords
  const beacon = yield* randomness.round(frozen.round)
  const seed = DrawSecrets.seedOf(secret, announced.draw)
  const drawn = Drawing.draw(announced, { frozen, tickets: TicketList.fromHex(tickets) }, seed, beacon)
  return yield* records.draw(announced.draw, drawn)
})

/** Whose these tickets are. Of people who were erased meanwhile, nobody knows it any more. */
const ownersOf = Effect.fnUntraced(function* (
  secret: DrawSecrets.HouseSecret,
  account: Wish["account"],
  draw: string,
  tickets: ReadonlyArray<string>
) {
  const slips = DrawSecrets.slipsOf(secret, draw)
  const wanted = new Set(tickets)
  const owners = new Map<string, FanId>()
  const fans = [...new Set((yield* entriesOf(account, draw)).map(({ fan }) => Ticket.plain(fan)))]
  const all = Ticket.all(slips, fans)
  for (const [index, fan] of fans.entries()) {
    const ticket = Ticket.hex(TicketList.at(all, index))
    if (wanted.has(ticket) && fan !== "") owners.set(ticket, FanId.make(fan))
  }
  return (ticket: string): { readonly fan?: FanId } => {
    const fan = owners.get(ticket)
    return fan === undefined ? {} : { fan }
  }
})

/** All that was heard of a draw, page by page. */
const entriesOf = Effect.fnUntraced(function* (account: Wish["account"], draw: string) {
  const all: Array<Sifting.Done> = []
  const asked = { account, tag: Tag.of("draw", draw), order: "oldest", limit: pageSize } as const
  yield* Observations.each(DrawEntry.kind, asked, ({ observations }) => {
    for (const { at, facts, personal } of observations)
      if (personal !== undefined) all.push({ fan: personal.fan, did: facts.did, at: at.epochMilliseconds })
  })
  return all
})

const pageSize = 10_000

/** A store that is away is asked again. */
const later = <A, R>(
  work: Effect.Effect<A, Carrier.Failure | StoreUnavailable, R>
): Effect.Effect<A, Carrier.Failure, R> =>
  Effect.mapError(work, (failure) =>
    isUnavailable(failure)
      ? new Writing.TryLater({ code: "store", detail: failure.message, after: Duration.seconds(15) })
      : failure
  )
