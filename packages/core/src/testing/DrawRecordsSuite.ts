/**
 * What every `DrawRecords` does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"
import { quicknet } from "../external-system/prizes/Beacon.ts"
import * as Drawing from "../external-system/prizes/Drawing.ts"
import type { Drawn } from "../external-system/prizes/DrawRecord.ts"
import { DrawRecords, type FrozenDraw } from "../external-system/prizes/DrawRecords.ts"
import * as TicketList from "../external-system/prizes/TicketList.ts"

/** Runs the suite on a place where nothing is kept yet. */
export const suite = <E>(name: string, layer: Layer.Layer<DrawRecords, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, DrawRecords>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is a DrawRecords`, () => {
    test(
      "keeps a frozen list as it is, a long one and an empty one too",
      Effect.gen(function* () {
        const records = yield* DrawRecords
        for (const count of [0, 1, 3_000]) {
          const draw = frozen(`draw of ${count}`, count)
          assert.deepStrictEqual(yield* records.freeze(draw), draw)
          assert.deepStrictEqual(yield* records.find(draw.announced.draw), draw)
        }
        assert.isUndefined(yield* records.find("another draw"))
      })
    )
    test(
      "has the list that was frozen first, whoever freezes at the same time",
      Effect.gen(function* () {
        const records = yield* DrawRecords
        const all = yield* Effect.all(
          [1, 2, 3, 4].map((count) => records.freeze(frozen("one of many", count))),
          { concurrency: "unbounded" }
        )
        assert.strictEqual(new Set(all.map(({ frozen }) => frozen.tickets)).size, 1)
      })
    )
    test(
      "keeps what was drawn first of it, and nothing of a list that is not frozen",
      Effect.gen(function* () {
        const records = yield* DrawRecords
        const draw = frozen("drawn twice / and once more", 5)
        assert.isUndefined(yield* records.draw(draw.announced.draw, drawnOf(draw, 1)))
        yield* records.freeze(draw)
        const first = yield* records.draw(draw.announced.draw, drawnOf(draw, 1))
        assert.deepStrictEqual(first, { ...draw, drawn: drawnOf(draw, 1) })
        assert.deepStrictEqual(yield* records.draw(draw.announced.draw, drawnOf(draw, 2)), first)
        assert.deepStrictEqual(yield* records.freeze(frozen("drawn twice / and once more", 6)), first)
      })
    )
  })
}

const frozen = (draw: string, count: number): FrozenDraw => {
  const announced: FrozenDraw["announced"] = {
    draw,
    account: "1",
    opens: "2026-09-01T00:00:00.000Z",
    closes: "2026-09-02T00:00:00.000Z",
    draws: "2026-09-02T01:00:00.000Z",
    prizes: [{ prize: "mug", name: { zh: "杯子", en: "mug" }, count: 2, value: 1_990 }],
    alternates: 1,
    requires: [],
    excludes: [],
    chain: quicknet.hash,
    commitment: "0".repeat(64)
  }
  const fans = Array.from({ length: count }, (_, index) => `${index}`)
  const turnedAway = { early: 0, late: 0, lacking: 0, excluded: 0, malformed: 0, repeated: 0 }
  const at = "2026-09-02T00:00:01.000Z"
  const list = Drawing.freeze(announced, { fans, turnedAway }, { at, round: 1, slips: new Uint8Array(32) })
  return { announced, frozen: list.frozen, tickets: TicketList.toHex(list.tickets) }
}

const drawnOf = ({ announced, frozen, tickets }: FrozenDraw, seed: number): Drawn =>
  Drawing.draw(announced, { frozen, tickets: TicketList.fromHex(tickets) }, new Uint8Array(32).fill(seed), {
    round: frozen.round,
    randomness: "0".repeat(64),
    signature: "0".repeat(96)
  })
