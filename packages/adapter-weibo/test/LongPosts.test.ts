/** A post longer than a short one may be: how Weibo shows it, and that it is known again. */
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { type Publication, Publisher, Sighting, TextLength } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer } from "effect"
import * as fixtures from "./fixtures.ts"
import * as house from "./house.ts"

const text = (subject: string) =>
  `#${subject}#${Array.from({ length: 20 }, (_, day) => `第 ${day + 1} 天的${subject}，见 https://www.brand.example/${day} 。`).join("")}`

const request = (subject: string): Publication.Request => ({
  account: house.brand,
  content: { text: text(subject), pictures: [] }
})

const routes = ["update"] as const

describe("A long post", () => {
  for (const longPosts of ["bare", "linked"] as const) {
    const world = house.publisher({}, routes).pipe(Layer.provideMerge(house.emulator({ app: { routes }, longPosts })))

    it.live(`that is shown ${longPosts} is found after its answer was lost, among others that are as long`, () =>
      Effect.gen(function* () {
        const { publish, latest } = yield* Publisher.Publisher
        const emulator = yield* Emulator.Emulator
        const since = yield* DateTime.now
        yield* publish(request("桂花乌龙"))
        emulator.next("/2/statuses/update.json", "reset after")
        const failure = yield* Effect.flip(publish(request("茉莉绿茶")))
        assert.strictEqual(failure._tag, "Writing.Unknown")
        yield* publish(request("白桃乌龙"))
        const shown = yield* latest(house.brand)
        assert.strictEqual(Sighting.find(request("茉莉绿茶").content, since, shown)?.post, emulator.posts()[1]?.post)
        assert.isTrue(shown.every((one) => one.text !== text("茉莉绿茶")))
      }).pipe(Effect.provide(world))
    )
  }

  fixtures.withFixtures(
    "is shown by the emulator as it is in recordings: cut within 280 units, its length that of the whole",
    async () => {
      interface Row {
        readonly textLength: number
        readonly countOfTruncatedText: number
      }
      const { rows } = fixtures.json<{ readonly rows: ReadonlyArray<Row> }>("derived/longText.json")
      const emulator = await Emulator.startAsync(house.options)
      try {
        for (const { countOfTruncatedText, textLength } of rows) {
          const whole = `${"茶".repeat(Math.floor(textLength / 2))}${textLength % 2 === 1 ? "!" : ""}`
          const id = emulator.fans.post(house.brand, whole)
          const response = await fetch(`${emulator.url}/2/statuses/show.json?id=${id}&access_token=${house.token}`)
          // What the emulator writes of a post.
          const shown = (await response.json()) as { text: string; textLength: number; isLongText: boolean }
          assert.deepInclude(shown, { textLength, isLongText: true })
          assert.closeTo(TextLength.units(shown.text), countOfTruncatedText, 280 - 263)
          assert.isTrue(whole.startsWith(shown.text))
        }
      } finally {
        await emulator.close()
      }
    }
  )
})
