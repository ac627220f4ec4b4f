import { AccountId, FanId } from "@dualops/core/account"
import { Invitations, Inviting, Members } from "@dualops/core/members"
import { OutreachLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Layer } from "effect"
import { NodeSqlite, SqlObservationStore } from "../src/index.ts"
import * as Postgres from "./Postgres.ts"
import * as Scratch from "./Scratch.ts"

const onFile = (filename: string) => SqlObservationStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename })))

OutreachLaws.suite("SQLite", onFile(":memory:"), 60)

describe.skipIf(!Postgres.isThere)("On PostgreSQL", () => {
  OutreachLaws.suite("PostgreSQL", SqlObservationStore.layer.pipe(Layer.provide(Postgres.fresh)), 60)
})

describe("Two workers on one database", () => {
  it.live("that carry a campaign each at once send one invitation to each member, where the cap is one", () =>
    Effect.gen(function* () {
      const filename = yield* Scratch.file
      const fans = Array.from({ length: 40 }, (_, index) => FanId.make(`7700${index}`))
      const sent: Array<string> = []
      const world = Layer.mergeAll(
        Layer.succeed(Members, {
          find: (fan) =>
            Effect.succeed({
              fan,
              name: "小林",
              segments: ["gold"],
              consent: { given: true, at: DateTime.makeUnsafe("2026-01-01T00:00:00Z") }
            }),
          upsert: () => Effect.void,
          attributeRedemption: () => Effect.void,
          redemptions: () => Effect.succeed([])
        }),
        Layer.succeed(Invitations.Invitations, {
          send: ({ to }) =>
            Effect.andThen(
              Effect.yieldNow,
              Effect.sync(() => void sent.push(to.fan))
            )
        })
      )
      const worker = (campaign: string) =>
        Effect.forEach(
          fans,
          (fan) =>
            Inviting.invite({
              fan,
              terms: { campaign, segments: ["gold"], cap: 1, within: Duration.days(90) },
              letter: { account: AccountId.make("1234567890"), subject: "微博见", text: "来微博找我们" },
              optOut: "https://brand.example/out"
            }),
          { concurrency: 4 }
        ).pipe(Effect.provide(Layer.merge(world, onFile(filename))))
      const answers = yield* Effect.all([worker("spring"), worker("618")], { concurrency: 2 })
      assert.deepStrictEqual([...sent].sort(), [...fans].sort())
      const left = answers.flat().filter((answer) => "left" in answer)
      assert.lengthOf(left, fans.length)
      assert.isTrue(left.every((answer) => "left" in answer && answer.left === "cap"))
    }).pipe(Effect.scoped)
  )
})
