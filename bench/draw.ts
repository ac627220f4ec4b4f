/**
 * A draw of a million people: sifted, their tickets made and frozen, and a hundred winners chosen; then the published record, read and verified as the page does it.
 *
 * @module
 */
import { Beacon, Draw, type DrawRecord, TicketList } from "@dualops/core/prizes"
import * as Bench from "./Bench.ts"

const people = 1_000_000
const done = Array.from({ length: people }, (_, index) => ({
  fan: `${1_000_000_000 + index * 7_919}`,
  did: "repost",
  at: Date.UTC(2023, 7, 22) + index
}))
const announced: DrawRecord.Announced = {
  draw: "bench",
  account: "1234567890",
  opens: "2023-08-20T00:00:00.000Z",
  closes: "2023-08-23T12:00:00.000Z",
  // Round 123 of quicknet comes out then.
  draws: "2023-08-23T15:15:33.000Z",
  prizes: [{ prize: "mug", name: { zh: "杯子", en: "mug" }, count: 100, value: 1_990 }],
  alternates: 20,
  requires: ["repost"],
  excludes: [],
  chain: Beacon.quicknet.hash,
  commitment: "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925"
}
const beacon: Beacon.Beacon = {
  round: 123,
  randomness: "fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc",
  signature: "b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92"
}

const drawn = () => {
  const sifted = Draw.sift(announced, done)
  const at = "2023-08-23T12:00:01.000Z"
  const list = Draw.freeze(announced, sifted, { at, round: 123, slips: new Uint8Array(32).fill(7) })
  return { list, drawn: Draw.draw(announced, list, new Uint8Array(32), beacon) }
}

const once = drawn()
const record = JSON.stringify({
  format: "dualops-draw",
  version: 1,
  announced,
  frozen: once.list.frozen,
  drawn: once.drawn,
  tickets: TicketList.toHex(once.list.tickets)
})
const verified = () => Draw.verify(JSON.parse(record)).length
if (verified() > 0) throw new Error("The record does not agree with itself.")

const [draws, checks] = ["drawn: sifted, frozen, hashed, chosen", "verified from the record's text"]
const outcomes = Bench.race(
  [
    { name: draws ?? "", units: people, once: () => drawn().drawn.winners.length },
    { name: checks ?? "", units: people, once: verified }
  ],
  5,
  2_000
)
const seconds = (name = "") => Math.round((people / Bench.speedOf(outcomes, name)) * 100) / 100
Bench.report({
  name: "draw",
  unit: "entries",
  about: `A draw of ${people.toLocaleString("en")} people with 100 prizes and 20 alternates; the record has ${Math.round(record.length / 1e6)} MB.`,
  outcomes,
  packages: ["@noble/hashes", "effect"],
  figures: { secondsToDrawAMillion: seconds(draws), secondsToVerifyAMillion: seconds(checks) }
})
