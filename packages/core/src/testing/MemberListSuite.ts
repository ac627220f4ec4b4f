/**
 * What every `MemberList` does. Nobody else writes to the list meanwhile.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Context, Effect, type Layer } from "effect"
import type { FanId } from "../account/FanId.ts"
import { MemberList } from "../external-system/members/MemberList.ts"
import { unknownFan } from "./SampleOpenings.ts"

/** What the suite needs of the world of the members. */
export class Stage extends Context.Service<
  Stage,
  {
    /** Names of segments that there are. */
    readonly segments: readonly [string, string]
    /** Makes a fan a member in these segments. */
    readonly add: (fan: FanId, segments: ReadonlyArray<string>) => Effect.Effect<void>
  }
>()("@dualops/core/testing/MemberListSuite/Stage") {}

/** Runs the suite on a list and its stage. */
export const suite = <E>(name: string, layer: Layer.Layer<MemberList | Stage, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, MemberList | Stage>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is a MemberList`, () => {
    test("everybody in any of the segments is in the pages, once, however long a page is", everybody)
    test("who has become a member meanwhile does not make anybody else be passed over", meanwhile)
    test("without members there is one page, with nobody in it", nobody)
  })
}

const pages = Effect.fnUntraced(function* (
  segments: ReadonlyArray<string>,
  limit: number,
  between: Effect.Effect<unknown, unknown, Stage> = Effect.void
) {
  const list = yield* MemberList
  const seen: Array<FanId> = []
  let after: string | undefined
  do {
    const { fans, next } = yield* list.page(segments, after, limit)
    assert.isAtMost(fans.length, limit)
    seen.push(...fans)
    after = next
    yield* between
  } while (after !== undefined)
  return seen
})

const everybody = Effect.gen(function* () {
  const { add, segments } = yield* Stage
  const [gold, silver, both, none] = [yield* unknownFan, yield* unknownFan, yield* unknownFan, yield* unknownFan]
  yield* add(gold, [segments[0]])
  yield* add(silver, [segments[1]])
  yield* add(both, segments)
  yield* add(none, [])
  for (const limit of [1, 2, 3, 100]) {
    // listmonk#1962: whoever is in two lists is one.
    assert.deepEqual((yield* pages(segments, limit)).sort(), [gold, silver, both].sort())
    assert.deepEqual((yield* pages([segments[0]], limit)).sort(), [gold, both].sort())
  }
})

const meanwhile = Effect.gen(function* () {
  const { add, segments } = yield* Stage
  const standing = yield* Effect.replicateEffect(unknownFan, 7)
  for (const fan of standing) yield* add(fan, segments)
  let more = 3
  const adding = Effect.suspend(() =>
    more-- > 0 ? Effect.flatMap(unknownFan, (fan) => add(fan, segments)) : Effect.void
  )
  const seen = yield* pages(segments, 2, adding)
  assert.includeMembers(seen, standing)
  assert.lengthOf(seen, new Set(seen).size)
})

const nobody = Effect.gen(function* () {
  const { segments } = yield* Stage
  assert.deepEqual(yield* pages(segments, 10), [])
})
