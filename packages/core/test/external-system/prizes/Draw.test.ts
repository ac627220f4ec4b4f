import { Beacon, Canonical, Draw, DrawRecord, Lot, Ticket, TicketList } from "@dualops/core/prizes"
import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import * as Drawing from "../../../src/external-system/prizes/Drawing.ts"
import { judge } from "./judge.ts"
import { chanceOf, fansOf, phoneAndMugs, recordOf, round1000, round72785, saidOf, someHex } from "./sampleDraws.ts"
import { held, tampered } from "./tampering.ts"

const codes = (json: unknown, known: Draw.Known = {}) => Draw.verify(json, { known }).map(({ code }) => code)

describe("A draw", () => {
  it("that was held as it has to be agrees with itself, and with what was said in public", () => {
    for (const record of [
      recordOf(),
      recordOf({ beacon: round1000 }),
      recordOf({ chain: Beacon.classic, beacon: round72785 })
    ])
      assert.deepStrictEqual(codes(record, saidOf(record)), [])
  })

  it("says everything that does not agree, in Chinese and in English", () => {
    const { drawn, ...record } = recordOf()
    const found = Draw.verify({ ...record, drawn: { ...drawn, seed: "0".repeat(64), alternates: [] } })
    assert.deepStrictEqual(
      found.map(({ code }) => code),
      ["draw/seed", "draw/winners", "draw/alternates"]
    )
    assert.isTrue(found.every(({ message }) => /\p{Script=Han}/u.test(message.zh) && message.en !== ""))
  })

  it("refuses what is no record, whatever it is", () => {
    fc.assert(fc.property(fc.json(), (text) => codes(JSON.parse(text)).length > 0))
    assert.deepStrictEqual(codes({ ...recordOf(), version: 2 }), ["draw/form"])
  })

  it("refuses each of 10,000 tampered records, whoever made them", () => {
    for (const { how, known, record } of tampered(10_000, chanceOf(1))) assert.isNotEmpty(codes(record, known), how)
  })

  it("has the winners that another judge finds by the description alone", () => {
    for (let seed = 0; seed < 60; seed++) {
      const record = held(seed)
      const { alternates, winners } = judge(JSON.stringify(record))
      assert.deepStrictEqual(
        winners,
        record.drawn.winners.map(({ prize, ticket }) => [ticket, prize])
      )
      assert.deepStrictEqual(alternates, record.drawn.alternates)
    }
  })

  it("names nobody: neither an id nor a slip stands in what is published", () => {
    const record = recordOf({ fans: fansOf(50) })
    const text = JSON.stringify(record)
    for (const fan of fansOf(50)) assert.notInclude(text, fan)
  })

  it("gives a person one prize at most, and each prize once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 5 }), (people, alternates) => {
        const { drawn } = recordOf({ fans: fansOf(people), alternates })
        const all = [...drawn.winners.map(({ ticket }) => ticket), ...drawn.alternates]
        assert.strictEqual(new Set(all).size, all.length)
        assert.strictEqual(drawn.winners.length, Math.min(people, DrawRecord.countOf(phoneAndMugs)))
        assert.strictEqual(drawn.alternates.length, Math.max(0, Math.min(people - drawn.winners.length, alternates)))
      })
    )
  })

  it("of nobody has no winners, and of fewer people than prizes leaves the last prizes", () => {
    const nobody = recordOf({ fans: [] })
    assert.deepStrictEqual([codes(nobody), nobody.drawn.winners], [[], []])
    const two = recordOf({ fans: fansOf(2) })
    assert.deepStrictEqual(codes(two), [])
    assert.deepStrictEqual(
      two.drawn.winners.map(({ prize }) => prize),
      ["phone", "mug"]
    )
  })
})

describe("Lots", () => {
  /** Pearson's statistic of counts that should be even. */
  const chiSquare = (counts: Iterable<number>, expected: number) =>
    Array.from(counts).reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)

  it("fall evenly on all people and on all pairs of them, over 100,000 draws", () => {
    const record = recordOf({ fans: fansOf(10) })
    const tickets = TicketList.fromHex(record.tickets)
    const chance = chanceOf(7)
    const [firsts, pairs] = [new Map<string, number>(), new Map<string, number>()]
    const rules = { prizes: phoneAndMugs.slice(0, 1) as unknown as typeof phoneAndMugs, alternates: 1 }
    const { freeze, seed } = record.drawn
    const draws = 100_000
    for (let draw = 0; draw < draws; draw++) {
      const { alternates, winners } = Drawing.chosen(
        rules,
        tickets,
        Drawing.keyOf({ freeze, seed, randomness: someHex(chance, 32) })
      )
      const [first = "", second = ""] = [winners[0]?.ticket, alternates[0]]
      firsts.set(first, (firsts.get(first) ?? 0) + 1)
      pairs.set(first + second, (pairs.get(first + second) ?? 0) + 1)
    }
    assert.deepStrictEqual([firsts.size, pairs.size], [10, 90])
    // One in a thousand fair draws goes beyond these: 9 and 89 degrees of freedom.
    assert.isBelow(chiSquare(firsts.values(), draws / 10), 27.88)
    assert.isBelow(chiSquare(pairs.values(), draws / 90), 135.98)
  })

  it("are not likelier for low numbers where the range is no multiple of them", () => {
    const below = Lot.numbers(new Uint8Array(32).fill(1))
    const bound = 3 * 2 ** 46
    const draws = 4_000
    const low = Array.from({ length: draws }, () => below(bound)).filter((number) => number < 2 ** 46).length
    // A remainder alone would put half of them into the first third.
    assert.closeTo(low / draws, 1 / 3, 0.03)
  })

  it("put each place into each position, and none twice", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat(200), fc.nat(250), (key, of, count) => {
        const places = Lot.places(key, of, count)
        assert.strictEqual(new Set(places).size, Math.min(of, count))
        assert.isTrue(places.every((place) => place >= 0 && place < of))
      })
    )
  })
})

describe("A ticket", () => {
  const secret = new Uint8Array(32).fill(5)

  it("is opened by the slip of its person, and by no other id", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { maxLength: 20 }), (names) => {
        const fans = [...new Set(names.map(Ticket.plain))].filter((fan) => fan !== "")
        const all = Ticket.all(secret, fans)
        for (const [index, fan] of fans.entries()) {
          const ticket = Ticket.hex(TicketList.at(all, index))
          assert.strictEqual(Ticket.hex(Ticket.open(Ticket.slipOf(secret, fan), fan)), ticket)
          assert.notStrictEqual(Ticket.hex(Ticket.open(Ticket.slipOf(secret, fan), `${fan}0`)), ticket)
        }
      })
    )
  })

  it("is that of an id in one way of writing, whose own plain form it is", () => {
    assert.strictEqual(Ticket.plain("e\u200b\u0301"), "\u00e9")
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 12 }), (fan) => {
        assert.strictEqual(Ticket.plain(Ticket.plain(fan)), Ticket.plain(fan))
      })
    )
  })

  it("stands in the list by its bytes, as any other sorting has it", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(3), fc.nat(255)), { maxLength: 300 }), (all) => {
        // Many begin alike.
        const tickets = all.map(([one, other]) =>
          Uint8Array.from({ length: 16 }, (_, byte) => (byte < 4 ? one : byte === 15 ? other : 0))
        )
        const { tickets: sorted } = TicketList.sorted(Uint8Array.from(tickets.flatMap((one) => [...one])))
        assert.deepStrictEqual([...TicketList.toHex(sorted)], tickets.map(Ticket.hex).sort())
      })
    )
  })
})

describe("Canonical JSON", () => {
  it("is the same text whatever the order of the keys, and another for another value", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: "grapheme" }), fc.oneof(fc.integer(), fc.string({ unit: "grapheme" }))),
        (fields) => {
          const turned = Object.fromEntries(Object.entries(fields).reverse())
          assert.strictEqual(Canonical.text(turned), Canonical.text(fields))
          assert.deepStrictEqual(JSON.parse(Canonical.text(fields)), { ...fields })
        }
      )
    )
  })

  it("has no text for a fraction or half a character", () => {
    assert.throws(() => Canonical.text(0.5))
    assert.throws(() => Canonical.text("\ud800"))
  })
})
