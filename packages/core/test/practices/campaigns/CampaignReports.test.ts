/** A campaign that is over has its report: made once, of itself and what it has begun, looked at, and sent. */
import { readFileSync } from "node:fs"
import { MemoryObservationStore, MemoryReportShelf } from "@dualops/adapter-memory"
import { HandbookFile } from "@dualops/core/files"
import { Caseload, Operations, Worker } from "@dualops/core/operations"
import { DueReportProcess, Practices, ReportCarriers } from "@dualops/core/practices"
import { ReportShelf } from "@dualops/core/reports"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Result } from "effect"
import * as Cast from "./CampaignCast.ts"
import * as House from "./CampaignHouse.ts"

const yaml = readFileSync("examples/handbooks/xinghe.yaml", "utf8")
const own = Result.getOrThrow(HandbookFile.read("xinghe.yaml", yaml))
const handbook = { ...own, account: { ...own.account, id: Cast.account } }
const carrier = ReportCarriers.carrier({ handbook, processes: Practices.processes(), kinds: [] })
const work = { ...House.work, processes: [...House.work.processes, DueReportProcess] }
const reported = { owner: Cast.lin.person, readers: [Cast.he.person] as const }

/** A campaign that has run from Wednesday to Friday, and what has come of it by Saturday. */
const isOver = Effect.gen(function* () {
  yield* House.approved("cups")
  yield* House.answered(Cast.prizes, Cast.shen, "Grant")
  yield* House.answered(Cast.website, Cast.gao, "Grant")
  yield* House.pass(97)
})
const reports = Effect.flatMap(Caseload.everyCase([DueReportProcess]), (all) =>
  Effect.forEach(all, ({ case: { id } }) => Operations.load(DueReportProcess, id))
).pipe(Effect.map((all) => all.filter((one) => one !== undefined)))
const made = Worker.round({ ...work, carriers: [...work.carriers, carrier] })

describe("A campaign that is over", () => {
  it.effect("has a report of its own dates made once, which its owner sends to its readers", () =>
    House.inHouse(
      Effect.gen(function* () {
        yield* isOver
        assert.deepInclude(yield* House.stateOf("cups"), { _tag: "Reporting" })
        for (let turn = 0; turn < 3; turn++) yield* made
        const [due, ...others] = yield* reports
        assert.deepStrictEqual(others, [])
        assert.strictEqual(due?.state._tag, "ToLookAt")
        assert.include(
          House.told,
          "lin: Report of an activity “cups”, 2026-11-24 to 2026-11-27: it is made, and waits for you to look at it."
        )
        const report = due && (yield* ReportShelf.ReportShelf.use((shelf) => shelf.find(due.id)))
        assert.strictEqual(report?.kind, "activity")
        assert.isUndefined(report?.before)
        const lines = new Map(report?.chapters.flatMap((one) => one.lines).map((one) => [one.key, one.figure.value]))
        // The campaign was proposed before its warm-up, and is not reviewed yet.
        assert.deepStrictEqual([lines.get("Campaign.begun"), lines.get("Campaign.open")], [0, 1])
        const send = { key: "send", case: due?.id ?? ("" as never), step: "Send", input: { comment: "" } } as const
        yield* Operations.send(DueReportProcess, { ...send, by: Cast.lin })
        yield* made
        assert.isTrue(House.told.some((one) => one.startsWith("he: Report of an activity “cups”")))
      }).pipe(Effect.provide(Layer.merge(MemoryObservationStore.layer, MemoryReportShelf.layer))),
      { reported }
    )
  )

  it.effect("has none where the handbook says nobody to whom it would go", () =>
    House.inHouse(
      Effect.gen(function* () {
        yield* isOver
        assert.deepInclude(yield* House.stateOf("cups"), { _tag: "Reporting" })
        assert.deepStrictEqual(yield* reports, [])
      })
    )
  )
})
