import { AccountId } from "@dualops/core/account"
import { Solutions } from "@dualops/core/complaints"
import { HouseReport, type Material, Period, Worked } from "@dualops/core/reports"
import { assert, describe, it } from "@effect/vitest"
import { DateTime } from "effect"

const asOf = DateTime.makeUnsafe("2026-09-14T01:00:00Z")
const ended = DateTime.makeUnsafe("2026-09-10T01:00:00Z")
const over = (more: Partial<Solutions.Solution>): Solutions.Solution => ({
  ...{ closings: 1, closedBy: "fan", asked: false, score: undefined, ended },
  ...more
})

const span = { from: DateTime.makeUnsafe("2026-08-31T00:00:00Z"), until: asOf }
const nothing = Worked.follow({ ...span, processes: [], edition: () => undefined, isOwn: () => true }).worked()

/** A week in which these complaints ended, after one in which none did. */
const report = (all: ReadonlyArray<Solutions.Solution>) => {
  const { account, called, groups } = { account: AccountId.make("1"), called: (one: string) => one, groups: () => [] }
  const material: Material.Material = {
    ...{ asOf, period: Period.around("week", "2026-09-09"), timeZone: "Asia/Shanghai", isAlone: false },
    ...{ brand: { zh: "星河", en: "Xinghe" }, account, processes: [], called, groups },
    worked: nothing,
    complaints: ({ from }) =>
      Solutions.of(DateTime.isLessThan(from, ended) && from.epochMilliseconds > weekAgo ? all : [])
  }
  return HouseReport.of("weekly", material).chapters.find(({ id }) => id === "complaints")
}
const weekAgo = DateTime.makeUnsafe("2026-09-06T00:00:00Z").epochMilliseconds

describe("A report of a week", () => {
  it("says of complaints who was asked, who answered and who was content, beside the week before", () => {
    const lines = report([over({ asked: true, score: 5 }), over({ asked: true }), over({})])?.lines ?? []
    assert.deepStrictEqual(
      lines.map(({ before, figure, key }) => [key, figure.value, before?.value]),
      [
        ["complaints.solved", 1, undefined],
        ["complaints.reopened", 0, undefined],
        ["complaints.asked", 2 / 3, undefined],
        ["complaints.answered", 1 / 2, undefined],
        ["complaints.content", 1, undefined]
      ]
    )
  })

  it("says that nobody was asked, and nothing where no complaint ended", () => {
    const chapter = report([over({})])
    assert.deepStrictEqual(
      [chapter?.lines.map(({ key }) => key), chapter?.says.map(({ en }) => en)],
      [["complaints.solved", "complaints.reopened"], ["No fan was asked how it was."]]
    )
    assert.isUndefined(report([]))
  })
})
