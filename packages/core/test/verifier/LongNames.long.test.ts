/** What findings say when the names and texts of a handbook are longer than anybody reads: as much as anybody reads. */
import { type Finding, FindingText } from "@dualops/core/finding"
import { assert, describe, it } from "@effect/vitest"
import * as Mutations from "./mutations.ts"
import { check, type Draft, worked } from "./worked.ts"

const mutations = Mutations.of(worked)

/** The lists whose keys are names that a brand gives. */
const lists = (draft: Draft): ReadonlyArray<object | undefined> => [
  draft.calendars,
  draft.duties,
  draft.kpis,
  draft.needs,
  draft.plan?.entries,
  draft.promises,
  partOf(draft, "reports", "measures"),
  draft.resources,
  draft.team.absences,
  draft.team.delegations,
  draft.team.knowledge,
  draft.team.people,
  draft.team.roles,
  draft.team.rosters,
  ...Object.values(draft.team.rosters ?? {}).map(({ rotations }) => rotations),
  draft.team.tools
]

/** A part of a section that some practice brings. */
const partOf = (draft: Draft, section: string, part: string): object | undefined =>
  Reflect.get(Object(Reflect.get(draft, section)), part)

/** The handbook with every name and every text for people made longer. */
const lengthened = (draft: Draft, by: string): Draft => {
  const named = new Set(lists(draft))
  // What they are called is a key of counts, and bounded.
  const terms = partOf(draft, "monitoring", "terms")
  const names = new Set([...named].flatMap((list) => Object.keys(list ?? {})))
  const long = (value: unknown, isText = false): unknown => {
    if (typeof value === "string") return isText || names.has(value) ? value + by : value
    if (value === terms) return value
    if (Array.isArray(value)) return value.map((one) => long(one, isText))
    if (typeof value !== "object" || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        named.has(value) ? key + by : key,
        choices.includes(key) && !named.has(value) ? one : long(one, texts.includes(key))
      ])
    )
  }
  // A handbook as it was, but for its words.
  return long(draft) as Draft
}

const longest = (findings: ReadonlyArray<Finding.Finding>): number =>
  Math.max(
    0,
    ...findings.flatMap(({ evidence, fix, followers = [], message }) =>
      [evidence, fix, message, ...followers.map((one) => one.message)].flatMap((said) =>
        typeof said === "string" ? said.length : [said.zh.length, said.en.length]
      )
    )
  )

const texts = ["zh", "en", "name", "skills"]
/** Where one of a few words stands, which may be the name of something elsewhere. */
const choices = ["counted", "function", "kind", "keptWhen", "value", "reason"]

describe("A handbook whose names and texts are of ten thousand characters", { timeout: 120_000 }, () => {
  const ways = [...new Map(mutations.map((way) => [way.code, way])).values()]
  const broken = (change: (draft: Draft) => void): Draft => {
    const draft = structuredClone(worked)
    change(draft)
    return draft
  }

  it("has findings of at most a thousand characters each, whatever is broken in it", () => {
    // Without a blank, of two names and a blank, with a sign here and there, with blanks everywhere.
    const long = ["x".repeat(10_000), ` ${"字".repeat(9_999)}`, "a-b.".repeat(2_500), " a b".repeat(2_500)]
    const told = new Set<string>()
    for (const [index, { change }] of ways.entries()) {
      const findings = check(lengthened(broken(change), long[index % long.length] ?? ""))
      assert.isAtMost(longest(findings), 1_001)
      for (const { code } of findings) told.add(code)
    }
    // Most rules are met all the same; the others are of numbers and words that no brand makes up.
    assert.isAtLeast(ways.filter(({ code }) => told.has(code)).length, ways.length * 0.8)
  })

  it("is told at a terminal in lines of bounded length", () => {
    const long = lengthened(
      broken((draft) => {
        for (const duty of Object.values(draft.duties)) duty.standIns = []
      }),
      "x".repeat(10_000)
    )
    for (const line of FindingText.print(check(long), "", "en").split("\n")) assert.isAtMost(line.length, 1_100)
  })
})
