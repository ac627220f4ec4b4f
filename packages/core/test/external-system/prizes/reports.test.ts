/** What others have met who draw winners, tried here: each with the report that told of it. */
import { Beacon, BeaconSignature, Canonical, Draw, DrawSecrets, Lot, Ticket, TicketList } from "@dualops/core/prizes"
import { assert, describe, it } from "@effect/vitest"
import { chanceOf, fansOf, house, recordOf, round123, saidOf } from "./sampleDraws.ts"

const rules = { opens: "2026-09-01T00:00:00.000Z", closes: "2026-09-02T00:00:00.000Z", requires: ["repost"] }
const enter = (fan: string, at = "2026-09-01T12:00:00.000Z", did = "repost") => ({ fan, did, at: Date.parse(at) })
const sift = (...all: ReadonlyArray<ReturnType<typeof enter>>) => Draw.sift(rules, all)

describe("Entries", () => {
  it("of one person count once, in whatever way of writing they come (jagrosh/GiveawayBot#19)", () => {
    const once = ["2489518277", " 2489518277", "2489518277\u200b", "２４８９５１８２７７", "2489518277\ufeff"]
    const { fans, turnedAway } = sift(...once.map((fan) => enter(fan)))
    assert.deepStrictEqual([fans, turnedAway.repeated], [["2489518277"], 4])
    const composed = sift(enter("caf\u00e9"), enter("cafe\u0301"))
    assert.strictEqual(composed.fans.length, 1)
  })

  it("of ids that differ in case, or in the last of twenty digits, are of two people", () => {
    const ids = ["aB", "ab", "12345678901234567890", "12345678901234567891"]
    assert.deepStrictEqual(sift(...ids.map((fan) => enter(fan))).fans, ids)
  })

  it("at the very moment of the end are late, in whatever zone it is said", () => {
    const { fans, turnedAway } = sift(
      enter("1", "2026-09-02T07:59:59.999+08:00"),
      enter("2", "2026-09-02T08:00:00+08:00"),
      enter("3", "2026-09-02T00:00:00+08:00")
    )
    assert.deepStrictEqual([fans, turnedAway.late], [["1", "3"], 1])
  })

  it("made in time are not lost because the same person comes again too late", () => {
    const late = enter("1", "2026-09-03T00:00:00Z")
    assert.deepStrictEqual([sift(enter("1"), late).fans, sift(late, enter("1")).fans], [["1"], ["1"]])
  })

  it("of whoever did too late what is asked do not take part", () => {
    const both = { ...rules, requires: ["repost", "follow"] }
    const { fans, turnedAway } = Draw.sift(both, [enter("1"), enter("1", "2026-09-03T00:00:00Z", "follow")])
    assert.deepStrictEqual([fans, turnedAway.lacking], [[], 1])
  })

  it("without an id are nobody's, and names that every object has are people like others", () => {
    const { fans, turnedAway } = sift(enter(""), enter(" \u200b"), enter("__proto__"), enter("constructor"))
    assert.deepStrictEqual([fans, turnedAway.malformed], [["__proto__", "constructor"], 2])
  })
})

describe("Winners", () => {
  it("do not depend on who entered first (pajbot/pajbot#74, Androz2091/discord-giveaways#446)", () => {
    const fans = fansOf(40)
    const [there, back] = [recordOf({ fans }), recordOf({ fans: fans.toReversed() })]
    assert.deepStrictEqual(back.drawn.winners, there.drawn.winners)
  })

  it("are not likelier at the head of the list (Anish-Agnihotri/MultiRaffle#3, firelotto/firelotto#2)", () => {
    // A byte taken modulo 4 … 100, as was reported, would miss the mean by far more.
    const chance = chanceOf(3)
    const below = Lot.numbers(Uint8Array.from({ length: 32 }, () => chance() * 256))
    for (const bound of [3, 7, 100, 192, 255]) {
      const numbers = Array.from({ length: 3_000 }, () => below(bound))
      const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length
      assert.closeTo(mean / (bound - 1), 0.5, 0.03)
    }
  })

  it("do not come twice, not in line either (jagrosh/GiveawayBot#276, #116; moshang-ax/lottery#50)", () => {
    const { drawn } = recordOf({ fans: fansOf(9), alternates: 5 })
    const all = [...drawn.winners.map(({ ticket }) => ticket), ...drawn.alternates]
    assert.strictEqual(new Set(all).size, 9)
  })

  it("stay the same whoever draws again (NullVoxPopuli/aeonvera#184)", () => {
    assert.deepStrictEqual(recordOf(), recordOf())
    const { announced, drawn, frozen, tickets } = recordOf()
    const list = { frozen, tickets: TicketList.fromHex(tickets) }
    const again = Draw.draw(announced, list, DrawSecrets.seedOf(house, announced.draw), round123)
    assert.deepStrictEqual(again, drawn)
  })

  it("are all there are where prizes are more (Androz2091/discord-giveaways#199, #103; scavin/lucky#2)", () => {
    const { drawn } = recordOf({ fans: fansOf(1) })
    assert.deepStrictEqual([drawn.winners.length, drawn.alternates], [1, []])
  })
})

describe("Rounds", () => {
  it("of another number are not taken for the one that was asked (thibmeu/drand-rs#14)", () => {
    assert.isTrue(BeaconSignature.isSigned(Beacon.quicknet, round123))
    assert.isFalse(BeaconSignature.isSigned(Beacon.quicknet, { ...round123, round: 124 }))
  })

  it("with randomness of no signature are refused (drand/drand#388, RaoFoundation/subtensor#2938)", () => {
    const record = recordOf()
    const drawn = { ...record.drawn, randomness: "0".repeat(64) }
    assert.include(
      Draw.verify({ ...record, drawn }).map(({ code }) => code),
      "draw/randomness"
    )
  })

  it("follow from the moment of the draw: none can be chosen (ChainSafe/forest#7413)", () => {
    const record = recordOf()
    const frozen = { ...record.frozen, round: record.frozen.round + 1 }
    const codes = Draw.verify({ ...record, frozen }).map(({ code }) => code)
    assert.include(codes, "draw/round")
  })

  it("that were out when the list was frozen are found, and so is a list frozen before the end", () => {
    const record = recordOf()
    const codesAt = (at: string) => {
      const frozen = { ...record.frozen, at }
      return Draw.verify({ ...record, frozen }).map(({ code }) => code)
    }
    assert.include(codesAt("2023-08-23T15:15:33.000Z"), "draw/frozen-late")
    assert.include(codesAt("2023-08-20T00:00:00.000Z"), "draw/frozen-early")
    assert.include(codesAt("2023-02-31T00:00:00.000Z"), "draw/dates")
  })
})

describe("A list", () => {
  it("in which somebody was put in the place of another after the draw is found (LOG1997/log-lottery#263)", () => {
    const record = recordOf()
    const tickets = record.tickets.map((ticket, place) => (place === 3 ? (record.tickets[2] ?? "") : ticket))
    const codes = Draw.verify({ ...record, tickets }).map(({ code }) => code)
    assert.deepStrictEqual(codes.slice(0, 2), ["draw/order", "draw/tickets"])
  })
})

describe("Seeds", () => {
  it("that were tried until a favourite won are not the one that was committed to", () => {
    const { announced, drawn, frozen, tickets } = recordOf()
    const list = TicketList.fromHex(tickets)
    const [favourite] = tickets
    for (let trial = 0; trial < 200; trial++) {
      const seed = new Uint8Array(32).fill(trial)
      const other = Draw.draw(announced, { frozen, tickets: list }, seed, round123)
      if (other.winners[0]?.ticket !== favourite) continue
      const record = { ...recordOf(), drawn: other }
      assert.deepStrictEqual(
        Draw.verify(record).map(({ code }) => code),
        ["draw/seed"]
      )
      // Whoever changes the commitment as well no longer agrees with the announcement.
      const anew = { ...announced, commitment: DrawSecrets.commitmentOf(seed) }
      const said = saidOf({ ...record, announced })
      assert.notStrictEqual(Canonical.fingerprint(anew), said.announcement)
      return
    }
    assert.fail(`Nobody has won but ${drawn.winners[0]?.ticket}.`)
  })

  it("cannot be found by trying ids: a slip stands between an id and its ticket", () => {
    const record = recordOf({ fans: ["42"] })
    const slips = DrawSecrets.slipsOf(house, record.announced.draw)
    assert.strictEqual(Ticket.hex(Ticket.open(Ticket.slipOf(slips, "42"), "42")), record.tickets[0])
    assert.notStrictEqual(Ticket.hex(Ticket.open(new Uint8Array(16), "42")), record.tickets[0])
    assert.notStrictEqual(
      Ticket.hex(Ticket.slipOf(slips, "42")),
      Ticket.hex(Ticket.slipOf(DrawSecrets.slipsOf(house, "another draw"), "42"))
    )
  })
})
