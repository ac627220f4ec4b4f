/**
 * `ReportShelf` in memory.
 *
 * @module
 */
import { type Report, ReportShelf } from "@dualops/core/reports"
import { Effect, Layer } from "effect"

/** An empty shelf. */
export const layer: Layer.Layer<ReportShelf.ReportShelf> = Layer.sync(ReportShelf.ReportShelf, () => {
  const reports = new Map<string, Report.Report>()
  return {
    keep: ({ name, report }) =>
      Effect.sync(() => {
        const kept = reports.get(name) ?? report
        reports.set(name, kept)
        return kept
      }),
    find: (name) => Effect.sync(() => reports.get(name)),
    newest: (account, limit, before) =>
      Effect.sync(() => {
        const all = Array.from(reports, ([name, report]) => ({ name, report })).filter(
          ({ report }) => report.account === account
        )
        const end =
          before === undefined
            ? all.length
            : Math.max(
                0,
                all.findIndex(({ name }) => name === before)
              )
        return all.slice(0, end).toReversed().slice(0, limit)
      })
  }
})
