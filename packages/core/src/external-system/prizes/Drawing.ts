/**
 * How a draw is frozen and drawn. The seed was committed to beforehand, the list is frozen before the round is out, and the round is nobody's to choose: whoever holds the
 * draw can change none of the three once the last of them is known.
 *
 * @module
 */
import { hmac } from "@noble/hashes/hmac.js"
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js"
import type { Beacon } from "./Beacon.ts"
import * as Canonical from "./Canonical.ts"
import { type Announced, countOf, type Drawn, type Frozen, type Prize } from "./DrawRecord.ts"
import * as Lot from "./Lot.ts"
import type { Sifted } from "./Sifting.ts"
import * as Ticket from "./Ticket.ts"
import * as TicketList from "./TicketList.ts"

/** A list that is frozen. */
export interface List {
  readonly frozen: Frozen
  readonly tickets: Uint8Array
}

/** Freezes who takes part. `at` and `round` are for the caller to know; `slips` is the secret of the draw's slips. */
export const freeze = (
  announced: Announced,
  { fans, turnedAway }: Sifted,
  { at, round, slips }: { readonly at: string; readonly round: number; readonly slips: Uint8Array }
): List => {
  const { tickets } = TicketList.sorted(Ticket.all(slips, fans))
  if (!TicketList.isAscending(tickets)) throw new Error("Two people have one ticket.")
  const announcement = Canonical.fingerprint(announced)
  const digest = TicketList.digest(tickets)
  return { tickets, frozen: { announcement, at, entries: fans.length, tickets: digest, turnedAway, round } }
}

/** Draws from a frozen list. */
export const draw = (announced: Announced, { frozen, tickets }: List, seed: Uint8Array, beacon: Beacon): Drawn => {
  const freeze = Canonical.fingerprint(frozen)
  const { previous, randomness, signature } = beacon
  const opened = { freeze, seed: bytesToHex(seed), randomness, signature, ...(previous !== undefined && { previous }) }
  return { ...opened, ...chosen(announced, tickets, keyOf(opened)) }
}

/** What the lots come from: the HMAC-SHA256, under the seed, of the frozen list's fingerprint and the randomness. */
export const keyOf = ({ freeze, randomness, seed }: Pick<Drawn, "freeze" | "randomness" | "seed">): Uint8Array =>
  hmac(sha256, hexToBytes(seed), hexToBytes(freeze + randomness))

/** Who has which prize, and who stands in line. Where there are fewer people than prizes, the last prizes are nobody's. */
export const chosen = (
  { alternates, prizes }: Pick<Announced, "alternates" | "prizes">,
  tickets: Uint8Array,
  key: Uint8Array
): Pick<Drawn, "alternates" | "winners"> => {
  const each = prizes.flatMap(({ count, prize }: Prize) => Array.from({ length: count }, () => prize))
  const drawn = Lot.places(key, TicketList.countOf(tickets), countOf(prizes) + alternates).map((place) =>
    Ticket.hex(TicketList.at(tickets, place))
  )
  const winners = each.flatMap((prize, place) => {
    const ticket = drawn[place]
    return ticket === undefined ? [] : [{ ticket, prize }]
  })
  return { winners, alternates: drawn.slice(each.length) }
}
