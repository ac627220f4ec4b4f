import { readFileSync } from "node:fs"
import { ChineseHolidays, Edition, Handbook, HandbookPage } from "@dualops/core"
import { assert, describe, it } from "@effect/vitest"
import { Result } from "effect"
import { parse } from "yaml"
import { wall } from "../handbook/teaHouse.ts"

type Leaf = { readonly path: ReadonlyArray<string>; readonly value: string | number }

const text = readFileSync(new URL("../../../../examples/handbooks/xinghe.yaml", import.meta.url), "utf8")

/** The worked handbook as it is written, nothing of it shared between two places. */
const written = (): object => JSON.parse(JSON.stringify(parse(text)))

const leavesOf = (value: unknown, path: ReadonlyArray<string> = []): ReadonlyArray<Leaf> =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]))
    : typeof value === "string" || typeof value === "number"
      ? [{ path, value }]
      : []

/** Where leaves of one kind stand: the path without the names that the handbook itself gives. */
const kindOf = (path: ReadonlyArray<string>): string =>
  path
    .slice(-2)
    .filter((key) => !/^\d+$/.test(key))
    .join(".")

const all = leavesOf(written())

/** Other values that may stand there: those of its like first, then some of its form. */
const others = ({ path, value }: Leaf): ReadonlyArray<string | number> => {
  const alike = all.filter((one) => kindOf(one.path) === kindOf(path)).map((one) => one.value)
  const formed =
    typeof value === "number"
      ? [value + 1, value - 1, value / 2]
      : [
          `${value}改`,
          `${value}x`,
          "3 hours",
          "2026-09-02",
          "2026-12-30",
          "2026-09-10T09:00",
          "09:30",
          "11:30",
          "23:00",
          ...words
        ]
  return [...new Set([...formed, ...alike])].filter((one) => one !== value)
}

/** The words of the schema that one handbook need not have twice, and names to refer to. */
const words = [
  "all",
  "week",
  "month",
  "update",
  "seen",
  "question",
  "leave",
  "sick",
  "launch",
  "notice",
  "always",
  "office"
]
  .concat([
    "sales",
    "brand",
    "team",
    "fans",
    "sunday",
    "monday",
    "on demand",
    "Asia/Tokyo",
    "lin",
    "zhou",
    "content.approve"
  ])
  .concat([
    "prizes",
    "members",
    "tea",
    "positioning",
    "posting",
    "style",
    "menu",
    "images",
    "vault",
    "lead",
    "editor",
    "lookout",
    "desk",
    "basket",
    "solved"
  ])

const changed = ({ path }: Leaf, to: string | number): unknown => {
  const whole = written()
  // Walks down a path that was read off this very value.
  const parent = path.slice(0, -1).reduce((at: any, key) => at[key], whole)
  parent[path.at(-1) ?? ""] = to
  return whole
}

const printed = (handbook: Handbook.Handbook): string => {
  const { sections, ...head } = HandbookPage.of(handbook, {
    holidays: ChineseHolidays.holidays,
    week: wall("2026-09-14T00:00"),
    processes: Edition.processes
  })
  // The picture of one week is no place to look anything up.
  return JSON.stringify([head, sections.filter(({ id }) => id !== "hours" && id !== "processes")])
}

/** What the page leaves out on purpose. */
const leftOut: ReadonlyArray<readonly [kind: RegExp, why: string]> = []

describe("the printed handbook", () => {
  it("says everything that its file says: whatever else stood there, the page would be another", () => {
    const locate = () => ({ path: "" })
    const before = printed(Result.getOrThrow(Handbook.check(written(), locate)))
    const silent = all.flatMap((leaf) => {
      if (leftOut.some(([kind]) => kind.test(leaf.path.join(".")))) return []
      for (const other of others(leaf)) {
        const handbook = Handbook.check(changed(leaf, other), locate)
        if (Result.isSuccess(handbook))
          return printed(handbook.success) === before ? [`${leaf.path.join(".")}: ${other}`] : []
      }
      return [`${leaf.path.join(".")}: nothing else may stand there`]
    })
    assert.deepStrictEqual(silent, [])
    assert.isAbove(all.length, 900)
  })
})
