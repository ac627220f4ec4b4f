/** What findings say when the names and texts of a handbook are longer than anybody reads: as much as anybody reads. */
import { FindingText } from "@dualops/core/finding"
import { assert, describe, it } from "@effect/vitest"
import * as Teams from "./brokenTeams.ts"
import * as Work from "./brokenWork.ts"
import { check, type Draft, worked } from "./worked.ts"

const mutations = [...Teams.mutations(worked), ...Work.mutations(worked)]

/** The lists whose keys are names that a brand gives. */
const lists = (draft: Draft): ReadonlyArray<object | undefined> => [
  draft.calendars,
  draft.duties,
  draft.kpis,
  draft.needs,
  draft.plan?.entries,
  draft.promises,
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

/** The handbook with every name and every text for people made longer. */
const lengthened = (draft: Draft, by: string): Draft => {
  const named = new Set(lists(draft))
  const names = new Set([...named].flatMap((list) => Object.keys(list ?? {})))
  const long = (value: unknown, isText = false): unknown => {
    if (typeof value === "string") return isText || names.has(value) ? value + by : value
    if (Array.isArray(value)) return value.map((one) => long(one, isText))
    if (typeof value !== "object" || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        named.has(value) ? key + by : key,
        long(one, key === "zh" || key === "en" || key === "skills" || key === "name")
      ])
    )
  }
  // A handbook as it was, but for its words.
  return long(draft) as Draft
}

const longest = (draft: Draft): number =>
  Math.max(
    0,
    ...check(draft).flatMap((finding) =>
      [finding, ...(finding.followers ?? [])]
        .flatMap(({ message }) => [message.zh, message.en])
        .concat(finding.fix.zh, finding.fix.en, finding.evidence)
        .map((text) => text.length)
    )
  )

describe("A handbook whose names and texts are of ten thousand characters", { timeout: 120_000 }, () => {
  const ways = [...new Map(mutations.map((way) => [way.code, way])).values()]
  const broken = (change: (draft: Draft) => void): Draft => {
    const draft = structuredClone(worked)
    change(draft)
    return draft
  }

  it.each([
    ["without a blank", "x".repeat(10_000)],
    ["of two names and a blank", ` ${"字".repeat(9_999)}`],
    ["with a sign here and there", "a-b.".repeat(2_500)],
    ["with blanks everywhere", " a b".repeat(2_500)]
  ])("has findings of at most a thousand characters each, %s", (_, by) => {
    const told = new Set<string>()
    for (const { change } of ways) {
      const long = lengthened(broken(change), by)
      assert.isAtMost(longest(long), 1_001)
      for (const { code } of check(long)) told.add(code)
    }
    // Most rules are met all the same; the others are of numbers and words that no brand makes up.
    assert.isAtLeast(ways.filter(({ code }) => told.has(code)).length, ways.length * 0.8)
  })

  it("is told at a terminal in lines of bounded length", () => {
    const long = lengthened(
      broken((draft) => Object.values(draft.duties).forEach((duty) => (duty.standIns = []))),
      "x".repeat(10_000)
    )
    for (const line of FindingText.print(check(long), "", "en").split("\n")) assert.isAtMost(line.length, 1_100)
  })
})
