/**
 * Draws again from a published record, and says everything that does not agree. It needs no network and trusts nobody but the chain of public randomness.
 *
 * A record that was made anew as a whole agrees with itself: what was said in public beforehand, the fingerprints of the announcement and of the frozen list, is what it has
 * to be compared with (`Known`).
 *
 * @module
 */
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js"
import { Result, Schema } from "effect"
import { parse } from "../../calendar/Moment.ts"
import type { Finding } from "../../finding/Finding.ts"
import * as Beacon from "./Beacon.ts"
import * as BeaconSignature from "./BeaconSignature.ts"
import * as Canonical from "./Canonical.ts"
import { type Code, finding } from "./DrawFindings.ts"
import * as Drawing from "./Drawing.ts"
import { type Announced, DrawRecord } from "./DrawRecord.ts"
import * as TicketList from "./TicketList.ts"

/** What was said in public beforehand. */
export interface Known {
  /** The fingerprint of the announcement, from the post that announced the draw. */
  readonly announcement?: string
  /** The fingerprint of the frozen list, from the post after its end. */
  readonly freeze?: string
}

/** What the check knows besides the record. */
export interface Options {
  readonly known?: Known
  /** The chains whose keys are known; those of the League of Entropy unless said otherwise. */
  readonly chains?: ReadonlyArray<Beacon.Chain>
}

/** Everything that does not agree; nothing where all is as it has to be. Takes any JSON. */
export const verify = (
  json: unknown,
  { chains = Beacon.wellKnown, known = {} }: Options = {}
): ReadonlyArray<Finding> => {
  const read = decode(json)
  if (Result.isFailure(read)) return [finding("form", String(read.failure.issue))]
  const { announced, drawn, frozen, tickets } = read.success
  const found: Array<Finding> = []
  const demand = (code: Code, holds: boolean, evidence = "") => void (holds || found.push(finding(code, evidence)))
  const list = TicketList.fromHex(tickets)
  try {
    const [announcement, freeze] = [Canonical.fingerprint(announced), Canonical.fingerprint(frozen)]
    demand("announcement", frozen.announcement === announcement, announcement)
    demand("freeze", drawn.freeze === freeze, freeze)
    demand("known-announcement", (known.announcement ?? announcement) === announcement, announcement)
    demand("known-freeze", (known.freeze ?? freeze) === freeze, freeze)
  } catch (why) {
    return [finding("form", String(why))]
  }
  demand("dates", areInOrder(announced) && isReal(frozen.at))
  demand("prizes", new Set(announced.prizes.map(({ prize }) => prize)).size === announced.prizes.length)
  demand("entries", frozen.entries === tickets.length, `${tickets.length}`)
  demand("order", TicketList.isAscending(list))
  demand("tickets", TicketList.digest(list) === frozen.tickets)
  demand("seed", bytesToHex(sha256(hexToBytes(drawn.seed))) === announced.commitment)
  const again = Drawing.chosen(announced, list, Drawing.keyOf(drawn))
  demand("winners", Canonical.text(again.winners) === Canonical.text(drawn.winners))
  demand("alternates", Canonical.text(again.alternates) === Canonical.text(drawn.alternates))
  const chain = chains.find(({ hash }) => hash === announced.chain)
  if (chain === undefined) return [...found, finding("chain", announced.chain)]
  const time = Beacon.timeOf(chain, frozen.round)
  demand("round", frozen.round === Beacon.firstFrom(chain, Date.parse(announced.draws)))
  demand("frozen-early", Date.parse(frozen.at) >= Date.parse(announced.closes), frozen.at)
  demand("frozen-late", Date.parse(frozen.at) < time, frozen.at)
  const beacon = { ...drawn, round: frozen.round }
  if (Beacon.isOfSignature(beacon)) demand("signature", BeaconSignature.isSigned(chain, beacon))
  else demand("randomness", false)
  return found
}

/** What was published, read strictly: what is not part of a record does not stand in one. */
const decode = Schema.decodeUnknownResult(DrawRecord, { onExcessProperty: "error" })

const areInOrder = ({ closes, draws, opens }: Announced): boolean => {
  const isInOrder = opens < closes && closes < draws
  return isInOrder && [opens, closes, draws].every(isReal)
}

/** No 31st of February, which would be another moment. */
const isReal = (instant: string): boolean => parse(instant) !== undefined
