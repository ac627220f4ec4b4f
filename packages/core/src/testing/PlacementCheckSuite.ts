/**
 * What every `PlacementCheck` does.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Effect, type Layer } from "effect"
import { PlacementCheck } from "../external-system/channels/PlacementCheck.ts"
import * as TrackedLink from "../external-system/channels/TrackedLink.ts"

/** A link as a placement makes it. */
export const link = TrackedLink.of("https://weibo.com/xinghe?from=page&size=大杯", {
  source: "website",
  medium: "website",
  campaign: "寻梅",
  content: "placement-1"
})

/** Pages for the suite: one that has these links, one that has none, one that nobody can reach. */
export interface Pages {
  /** The address of a page that has these links. */
  readonly having: (links: ReadonlyArray<string>) => string
  readonly unreachable: string
}

/** Runs the suite on pages that are made before each look. */
export const suite = <R, E>(
  name: string,
  layer: Layer.Layer<PlacementCheck | R, E>,
  pages: Effect.Effect<Pages, never, R>
): void => {
  const test = (sentence: string, body: (pages: Pages) => Effect.Effect<void, unknown, PlacementCheck>) =>
    it.live(sentence, () => Effect.flatMap(pages, body).pipe(Effect.provide(layer)))
  const look = (page: string) =>
    Effect.map(
      PlacementCheck.use((check) => check.look({ page, link })),
      (sight) => sight.link
    )

  describe(`${name} is a PlacementCheck`, () => {
    test("finds a link that stands on the page, among others", ({ having }) =>
      Effect.gen(function* () {
        assert.strictEqual(yield* look(having(["https://elsewhere.example/", link])), "found")
      }))
    test("finds it however it is escaped, and in whatever order its query stands", ({ having }) =>
      Effect.gen(function* () {
        const [place, query = ""] = link.split("?")
        const turned = `${place}?${query.split("&").reverse().join("&")}`
        for (const one of [
          turned,
          link.replace("https://weibo", "HTTPS://WEIBO"),
          link.replaceAll(/%[0-9A-F]{2}/g, (e) => e.toLowerCase())
        ])
          assert.strictEqual(yield* look(having([one])), "found", one)
      }))
    test("misses it where the page has another link, of another placement too", ({ having }) =>
      Effect.gen(function* () {
        assert.strictEqual(yield* look(having([])), "missing")
        assert.strictEqual(yield* look(having([link.replace("placement-1", "placement-2")])), "missing")
        assert.strictEqual(yield* look(having([`${link}0`])), "missing")
      }))
    test("knows nothing of a page that nobody can reach, and never says that it is missing there", ({ unreachable }) =>
      Effect.gen(function* () {
        assert.strictEqual(yield* look(unreachable), "unknown")
      }))
  })
}
