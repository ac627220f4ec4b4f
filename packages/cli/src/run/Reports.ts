/**
 * Reports of a house: made by its worker when they are due, as files beside its settings, and by hand for any period.
 *
 * @module
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Bilingual } from "@dualops/core/finding"
import { Carrier } from "@dualops/core/operations"
import { CampaignReport, Practices, ReportCarriers, ReportMaking } from "@dualops/core/practices"
import type { Case } from "@dualops/core/process"
import { type Period, type Report, type ReportKind, ReportShelf } from "@dualops/core/reports"
import { ReportFile } from "@dualops/reports"
import { Effect } from "effect"
import * as Ground from "./Ground.ts"
import * as Reading from "./Reading.ts"

/** Where the files of reports are, beside the settings. */
export const folder = "reports"

/** What its reports are made of. */
export const houseOf = ({ handbook, practices }: Reading.Ready): ReportMaking.House => ({
  handbook,
  processes: Practices.processes(practices),
  kinds: Practices.hears(practices)
})

/** Who makes the reports that are due. What stands on the shelf is a file as well, for readers without a desk. */
export const carriers = (ready: Reading.Ready) => {
  const { carry, kind } = ReportCarriers.carrier(houseOf(ready))
  return [
    Carrier.make(kind, (request, key, asked) =>
      Effect.gen(function* () {
        const done = yield* carry(request, key, asked)
        const report = yield* Effect.orDie(ReportShelf.ReportShelf.use((shelf) => shelf.find(asked.case)))
        if (report !== undefined) write(ready, report, yield* ReportFile.render(report, "html"))
        return done
      })
    )
  ]
}

const write = (ready: Reading.Ready, { kind, period }: Report.Report, html: string | Uint8Array): void => {
  const place = join(ready.folder, ready.emulated ? Ground.folderOfEmulator : "", folder)
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, `${kind}-${period.first}.html`), html)
}

const noStore = (store: string): Bilingual.Bilingual => ({
  zh: `还没有存储 ${store}：这里还没有运行过，没有可以报告的。先运行：npx dualops run`,
  en: `There is no store ${store}: no house has run here, and there is nothing to report. Begin with: npx dualops run`
})

/** What is asked for by hand. */
export interface Asked extends Reading.Asked {
  /** Of which kind, of which dates; or of which campaign. */
  readonly of: { readonly kind: ReportKind.Kind; readonly period: Period.Period } | { readonly campaign: Case.CaseId }
  readonly ending: ReportFile.Ending
}

/** The report as a file, of the store that the settings name; what is wrong with them, or that there is none yet, is thrown as {@link Reading.Refused}. */
export const make = async ({ ending, of, ...asked }: Asked): Promise<string | Uint8Array> => {
  const ready = await Reading.read({ ...asked, isReader: true })
  const file = Ground.fileOf(ready)
  if (file !== undefined && !existsSync(file)) throw new Reading.Refused(noStore(Ground.storeOf(ready))[asked.language])
  const house = houseOf(ready)
  const made = (
    "campaign" in of ? CampaignReport.make(house, of.campaign) : ReportMaking.make(house, of.kind, of.period)
  ).pipe(
    Effect.catchTag("CampaignReport.NoSuchCampaign", ({ said }) =>
      Effect.die(new Reading.Refused(said[asked.language]))
    ),
    Effect.flatMap((report) => ReportFile.render(report, ending, asked.language)),
    Effect.provide(Ground.records(ready))
  )
  return Effect.runPromise(made)
}
