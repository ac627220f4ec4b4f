import { ChineseHolidays } from "@dualops/core/calendar"
import type { Handbook } from "@dualops/core/handbook"
import { HandbookPage } from "@dualops/core/pages"
import { assert, describe, it } from "@effect/vitest"
import { Duration } from "effect"
import { wall } from "../handbook/teaHouse.ts"
import { xinghe } from "../handbook/worked.ts"

/** A handbook in which every leaf can be changed, one at a time. */
type Tree = { [key: string]: unknown }

const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Duration.isDuration(value)

const copyOf = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(copyOf)
    : isTree(value)
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copyOf(one)]))
      : value

/** Every place where a leaf stands: the object that has it, its key, and the path to it. */
const placesOf = (tree: Tree, path: ReadonlyArray<string> = []): ReadonlyArray<readonly [Tree, string, string]> =>
  Object.entries(tree).flatMap(([key, value]) =>
    isTree(value) ? placesOf(value, [...path, key]) : [[tree, key, [...path, key].join(".")] as const]
  )

const other = (value: unknown): unknown =>
  Duration.isDuration(value)
    ? Duration.sum(value, Duration.minutes(1))
    : typeof value === "number"
      ? value + 0.125
      : `${value}改`

/** What the page says, without the picture of one week, in which nobody looks anything up. */
const said = (handbook: Handbook.Handbook): string => {
  const { sections, ...head } = HandbookPage.of(handbook, {
    holidays: ChineseHolidays.holidays,
    week: wall("2026-09-14T00:00")
  })
  return JSON.stringify([head, sections.filter(({ id }) => id !== "hours")])
}

describe("the printed handbook", () => {
  it("says every leaf of the worked handbook: with another value there, the page is another", () => {
    const tree = copyOf(xinghe)
    if (!isTree(tree)) throw new Error("a handbook is an object")
    // The copy has the same leaves; what is changed in it need not be valid, for a page only has to show it.
    const handbook = tree as unknown as Handbook.Handbook
    const before = said(handbook)
    const places = placesOf(tree)
    const silent = places.flatMap(([parent, key, path]) => {
      const value = parent[key]
      parent[key] = other(value)
      const isHeard = hears(() => said(handbook) !== before)
      parent[key] = value
      return isHeard ? [] : [path]
    })
    assert.deepStrictEqual(silent, [])
    assert.isAbove(places.length, 900)
    assert.strictEqual(said(handbook), before)
  })
})

/** A value that the page cannot do without is heard as well. */
const hears = (look: () => boolean): boolean => {
  try {
    return look()
  } catch {
    return true
  }
}
