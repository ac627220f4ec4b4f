/** The complaint that takes two days, and the one that does not, at a real Request Tracker. */
import { RequestTrackerDesk } from "@dualops/adapter-crm"
import { afterAll, assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { FetchHttpClient } from "effect/http"
import { isThere } from "../packages/adapter-crm/test/rt/server.ts"
import * as Stage from "../packages/adapter-crm/test/rt/stage.ts"
import { story } from "./two-day-complaint.ts"

if (!isThere) describe("At Request Tracker 5", () => it.skip("is not installed"))
else {
  afterAll(Stage.close)
  const desk = Layer.unwrap(Effect.map(Stage.settings, (known) => RequestTrackerDesk.layer(known))).pipe(
    Layer.provide(FetchHttpClient.layer)
  )

  describe("At Request Tracker 5", () => {
    it.live("a complaint takes two days where it waits its turn, and an hour where Weibo goes first", () =>
      Effect.gen(function* () {
        const without = yield* story(false, desk, "5034567890123457101")
        const first = yield* story(true, desk, "5034567890123457102")
        assert.isAtLeast(without.hours.department, 40)
        assert.isAtMost(first.hours.department, 2)
        assert.deepStrictEqual(
          [without, first].map(({ late, state }) => [state, late.length]),
          [
            ["Done", 4],
            ["Done", 0]
          ]
        )
      })
    )
  })
}
