/** Reports that are due: which, when, by whom, and what they go through. */

import { readFileSync } from "node:fs"
import { ChineseHolidays } from "@dualops/core/calendar"
import { HandbookFile } from "@dualops/core/files"
import { DueReportProcess, Edition } from "@dualops/core/practices"
import { Actor } from "@dualops/core/process"
import { ProcessLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"

const handbook = Result.getOrThrow(
  HandbookFile.read("xinghe.yaml", readFileSync("examples/handbooks/xinghe.yaml", "utf8"))
)
const edition = Edition.edition(handbook, ChineseHolidays.holidays)

ProcessLaws.suite("A report that is due", DueReportProcess, {
  people: ["qin", "he"].map((id) => Actor.PersonId.make(id)),
  settings: [edition.settings(DueReportProcess)],
  inputs: {
    Begin: (pick) => ({
      account: handbook.account.id,
      kind: "weekly" as const,
      first: "2026-09-07",
      last: "2026-09-13",
      owner: Actor.PersonId.make(["qin", "he"][pick(2)] ?? "qin"),
      readers: [Actor.PersonId.make("he")] as const
    })
  }
})

describe("The agenda of reports", () => {
  const on = (from: string, until: string) =>
    (edition.agenda ?? (() => []))(DateTime.makeUnsafe(from), DateTime.makeUnsafe(until)).filter(
      ({ process }) => process.name === DueReportProcess.name
    )

  it("has yesterday's and last week's, from the moment at which they are over", () => {
    const due = on("2026-09-15T09:00:00+08:00", "2026-09-15T10:00:00+08:00")
    assert.deepStrictEqual(due.map(({ input }) => Object(input).first).toSorted(), [
      "2026-09-07",
      "2026-09-07",
      "2026-09-14"
    ])
  })

  it("says the same cases for any way of cutting a month", () => {
    const names = (all: ReturnType<typeof on>) => [...new Set(all.map((one) => one.case))].toSorted()
    const hours = Array.from({ length: 30 * 24 }, (_, hour) => {
      const from = DateTime.add(DateTime.makeUnsafe("2026-09-01T00:00:00Z"), { hours: hour })
      return on(DateTime.formatIso(from), DateTime.formatIso(DateTime.add(from, { hours: 1 })))
    })
    assert.deepStrictEqual(names(hours.flat()), names(on("2026-09-01T00:00:00Z", "2026-10-01T00:00:00Z")))
  })
})
