import { Route } from "@dualops/core/content"
import { assert, describe, it } from "@effect/vitest"

const megabytes = 1024 * 1024

it.each([
  ["share", "140 characters, a picture and a link to a safe domain, and strips topics", 280, [0, 1, 5], true, false],
  ["update", "2,000 characters and no picture", 4000, [0, 0, 0], false, true],
  ["upload", "140 characters and exactly one picture", 280, [1, 1, 5], false, true],
  ["business", "2,000 characters and nine pictures", 4000, [0, 9, 5], false, true]
] as const)("the route %s allows %s", (route, _, units, [leastPictures, pictures, size], safeDomain, topics) => {
  const allowed = { units, leastPictures, pictures, pictureBytes: size * megabytes, safeDomain, topics }
  assert.deepStrictEqual(Route.allowance[route], allowed)
})

it("a handbook names one of the four", () => {
  assert.deepStrictEqual(Route.Route.literals, ["share", "update", "upload", "business"])
})

describe("Of the routes that an app has, posts take", () => {
  it.each([
    ["the only one", ["share"], ["share"]],
    ["the first, where it takes whatever the others take", ["business", "share"], ["business"]],
    ["each that takes what none before it takes", ["update", "share"], ["update", "share"]],
    ["none that others leave nothing to", ["update", "upload", "share"], ["update", "upload"]],
    ["share for a text alone, behind upload", ["upload", "share"], ["upload", "share"]]
  ] as const)("%s", (_, routes, taken) => assert.deepStrictEqual(Route.taken(routes), taken))
})
