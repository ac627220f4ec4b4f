import { Beacon, Canonical, type Draw, type DrawRecord, TicketList } from "@dualops/core/prizes"
import * as Drawing from "../../../src/external-system/prizes/Drawing.ts"
import { fansOf, recordOf, round123, round1000, round72785, saidOf, someHex } from "./sampleDraws.ts"

type Changeable<A> =
  A extends ReadonlyArray<infer One>
    ? Array<Changeable<One>>
    : A extends object
      ? { -readonly [Key in keyof A]: Changeable<A[Key]> }
      : A
type Draft = Changeable<DrawRecord.DrawRecord>
type Chance = () => number

/** A record that somebody has changed, and what was said in public of the one that was held. */
export interface Tampered {
  readonly how: string
  readonly record: unknown
  readonly known: Draw.Known
}

const below = (chance: Chance, bound: number) => Math.floor(chance() * bound)
const two = (chance: Chance, length: number): readonly [number, number] => {
  const one = below(chance, length)
  return [one, (one + 1 + below(chance, length - 1)) % length]
}
const swap = <A>(list: Array<A>, [one, other]: readonly [number, number]) => {
  const [first, second] = [list[one], list[other]]
  if (first === undefined || second === undefined) throw new Error("There is nothing to swap.")
  list[one] = second
  list[other] = first
}
const otherHex = (text: string, chance: Chance): string => {
  const at = below(chance, text.length)
  const digit = ((Number.parseInt(text[at] ?? "0", 16) + 1 + below(chance, 15)) % 16).toString(16)
  return text.slice(0, at) + digit + text.slice(at + 1)
}

const ways: Readonly<Record<string, (draft: Draft, chance: Chance) => void>> = {
  "entry added": (draft, chance) => {
    draft.tickets.push(someHex(chance, 16))
    draft.tickets.sort()
  },
  "entry removed": (draft, chance) => void draft.tickets.splice(below(chance, draft.tickets.length), 1),
  "entries reordered": ({ tickets }, chance) => swap(tickets, two(chance, tickets.length)),
  "entry duplicated": ({ tickets }, chance) => {
    const at = below(chance, tickets.length)
    tickets.splice(at, 0, tickets[at] ?? "")
  },
  "entry replaced": ({ tickets }, chance) => {
    tickets[below(chance, tickets.length)] = someHex(chance, 16)
    tickets.sort()
  },
  "seed changed": ({ drawn }, chance) => {
    drawn.seed = otherHex(drawn.seed, chance)
  },
  "commitment changed": ({ announced }, chance) => {
    announced.commitment = otherHex(announced.commitment, chance)
  },
  "round changed": ({ frozen }, chance) => {
    frozen.round += chance() < 0.5 ? -1 : 1 + below(chance, 3)
  },
  "randomness changed": ({ drawn }, chance) => {
    drawn.randomness = otherHex(drawn.randomness, chance)
  },
  "signature changed": ({ drawn }, chance) => {
    drawn.signature = otherHex(drawn.signature, chance)
  },
  "randomness of another round": ({ drawn, frozen }) => {
    const { randomness, signature } = frozen.round === 123 ? round1000 : round123
    Object.assign(drawn, { randomness, signature })
  },
  "winner swapped with an alternate": ({ drawn }, chance) => {
    const [winner, line] = [below(chance, drawn.winners.length), below(chance, drawn.alternates.length)]
    const [won, next] = [drawn.winners[winner], drawn.alternates[line]]
    if (won === undefined || next === undefined) throw new Error("There is nobody to swap.")
    drawn.alternates[line] = won.ticket
    won.ticket = next
  },
  "winner swapped with a loser": ({ drawn, tickets }, chance) => {
    const has = new Set([...drawn.winners.map(({ ticket }) => ticket), ...drawn.alternates])
    const losers = tickets.filter((one) => !has.has(one))
    Object.assign(drawn.winners[below(chance, drawn.winners.length)] ?? {}, {
      ticket: losers[below(chance, losers.length)]
    })
  },
  "prizes of two winners swapped": ({ drawn: { winners } }) => {
    Object.assign(winners[0] ?? {}, { prize: winners.at(-1)?.prize })
  },
  "winner left out": ({ drawn }, chance) => void drawn.winners.splice(below(chance, drawn.winners.length), 1),
  "alternates reordered": ({ drawn: { alternates } }, chance) => swap(alternates, two(chance, alternates.length)),
  "eligibility changed": ({ announced }, chance) => {
    if (chance() < 0.5) announced.requires = ["follow"]
    else announced.excludes = []
  },
  "count of those turned away changed": ({ frozen }, chance) => {
    frozen.turnedAway[(["late", "lacking", "excluded"] as const)[below(chance, 3)] ?? "late"] += 1
  },
  "closing time changed": ({ announced }, chance) => {
    announced.closes = new Date(Date.parse(announced.closes) + 1 + below(chance, 1_000)).toISOString()
  },
  "prize changed": ({ announced }, chance) => {
    const prize = announced.prizes[below(chance, announced.prizes.length)]
    if (prize === undefined) throw new Error("There is no prize.")
    if (chance() < 0.5) prize.value += 1
    else prize.count += 1
  },
  "number of alternates changed": ({ announced }) => {
    announced.alternates += 1
  },
  "something written into it": ({ drawn }) => {
    Object.assign(drawn, { note: "nothing to see here" })
  }
}

/** Who tampers and knows how: everything that can be made anew to agree is made anew. What was said in public cannot be. */
const skilled: Readonly<Record<string, (draft: Draft, chance: Chance) => void>> = Object.fromEntries(
  (
    [
      "entry added",
      "entry removed",
      "entry replaced",
      "eligibility changed",
      "closing time changed",
      "prize changed",
      "number of alternates changed",
      "count of those turned away changed",
      "randomness of another round"
    ] as const
  ).map((how) => [
    `${how}, and all made anew`,
    (draft: Draft, chance: Chance) => {
      ways[how]?.(draft, chance)
      redraw(draft)
    }
  ])
)

const redraw = (draft: Draft): void => {
  const { announced, drawn, frozen, tickets } = draft
  const list = TicketList.fromHex(tickets)
  frozen.announcement = Canonical.fingerprint(announced)
  frozen.entries = tickets.length
  frozen.tickets = TicketList.digest(list)
  drawn.freeze = Canonical.fingerprint(frozen)
  // It was one before somebody changed it.
  const rules = announced as unknown as DrawRecord.Announced
  Object.assign(drawn, Drawing.chosen(rules, list, Drawing.keyOf(drawn)))
}

/** Records that were held as they have to be: of both chains, with few people and with many. */
export const held = (seed: number): DrawRecord.DrawRecord => {
  const beacon = [round123, round1000, round72785][seed % 3] ?? round123
  const chain = beacon === round72785 ? Beacon.classic : Beacon.quicknet
  return recordOf({ draw: `draw ${seed}`, fans: fansOf(8 + (seed % 33), 5_000_000_000 + seed), beacon, chain })
}

/** Tampered records by chance, each way as often as any other. */
export const tampered = (count: number, chance: Chance): ReadonlyArray<Tampered> => {
  const all = Object.entries({ ...ways, ...skilled })
  const records = Array.from({ length: 30 }, (_, seed) => held(seed))
  return Array.from({ length: count }, (_, index) => {
    const [how, tamper] = all[index % all.length] ?? ["", () => undefined]
    const original = records[below(chance, records.length)] ?? recordOf()
    // A copy, to be changed.
    const record = JSON.parse(JSON.stringify(original)) as Draft
    tamper(record, chance)
    // Who does not know what was said in public may be tampered with by whoever makes all anew.
    return { how, record: JSON.parse(JSON.stringify(record)), known: how in skilled ? saidOf(original) : {} }
  })
}
