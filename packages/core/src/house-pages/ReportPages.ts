/**
 * The reports that the house keeps: a list, each report as a page, and as the files that somebody writes of it.
 *
 * What is said of people is read by those to whom the handbook sends it, and by nobody else.
 *
 * @module
 */
import { Effect } from "effect"
import type { AccountId } from "../account/AccountId.ts"
import type { Language } from "../finding/Bilingual.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import * as Names from "../handbook/Names.ts"
import type { Report } from "../internal-system/reports/Report.ts"
import { kindNames } from "../internal-system/reports/ReportKind.ts"
import { type Kept, ReportShelf } from "../internal-system/reports/ReportShelf.ts"
import { type Inline, joined, type Page, type Section } from "../page/Page.ts"
import * as ReportPage from "../page/ReportPage.ts"
import { tableSection } from "../page/Sections.ts"
import * as DueReport from "../practices/reports/DueReport.ts"
import { DueReportProcess } from "../practices/reports/DueReportProcess.ts"
import { ReportsSection } from "../practices/reports/ReportsSection.ts"
import { authority, type Person } from "../process/Actor.ts"
import type { HousePage, Look, Ways } from "./HousePage.ts"

/** As which files a report is written, and by whom: `ReportFile` of `@dualops/reports` is one of these. */
export interface Files<Ending extends string> {
  readonly endings: ReadonlyArray<Ending>
  readonly mediaTypes: Readonly<Record<Ending, string>>
  /** The bytes of the file, in the language of whoever asks. */
  readonly render: (report: Report, ending: Ending, language: Language) => Effect.Effect<string | Uint8Array>
}

/** So many are listed at once. */
const most = 100

const title = { zh: "报告", en: "Reports" }
const name = "reports"

/** The page: the list, or the report whose name the address gives as `name`. */
export const of = <Ending extends string = never>(
  handbook: Handbook,
  files?: Files<Ending>
): HousePage<ReportShelf, Shelved> => {
  const { account } = handbook
  const endings = files?.endings ?? []
  const isFor = (person: Person, { report }: Kept) => report.account === account.id && mayRead(handbook, person, report)
  const kept = (wanted: string, person: Person) =>
    Effect.map(
      ReportShelf.use((shelf) => shelf.find(wanted)),
      (report) =>
        report !== undefined && isFor(person, { name: wanted, report }) ? { name: wanted, report } : undefined
    )
  return {
    name,
    title,
    account: account.id,
    isListed: true,
    tellsOf: ({ id, process, state }) =>
      process.name === DueReportProcess.name && DueReport.readable.includes(state.name) ? { name: id } : undefined,
    reads: {
      beside: ({ asked, person }) => {
        const wanted = asked.get("name")
        return wanted === undefined
          ? readable(account.id, asked.get("before"), (one) => isFor(person, one))
          : kept(wanted, person)
      }
    },
    of: (look) =>
      "report" in look.beside ? opened(look.beside, look, endings) : listed(handbook, look.beside, look, endings),
    ...(files !== undefined && {
      file: (called, { language, person }) =>
        Effect.gen(function* () {
          const ending = endings.find((one) => called.endsWith(`.${one}`))
          const one = ending && (yield* kept(called.slice(0, -ending.length - 1), person))
          if (ending === undefined || one === undefined) return undefined
          const content = yield* files.render(one.report, ending, language)
          return { name: `${one.report.title[language]}.${ending}`, mediaType: files.mediaTypes[ending], content }
        })
    })
  }
}

/** The reports that the person may read, and one more than is listed, where there are as many: the page behind it begins before the last that is. */
const readable = Effect.fnUntraced(function* (
  account: AccountId,
  before: string | undefined,
  isFor: (one: Kept) => boolean
) {
  const shelf = yield* ReportShelf
  const found: Array<Kept> = []
  let last = before
  while (found.length <= most) {
    const page = yield* shelf.newest(account, most, last)
    found.push(...page.filter(isFor))
    if (page.length < most) break
    last = page.at(-1)?.name
  }
  return found
})

/** What was found on the shelf: the one that was asked for, or some. */
type Shelved = Kept | ReadonlyArray<Kept>

/** Whether a report is for them: those about people are for whoever looks at them before they are sent, and for their readers. */
const mayRead = (handbook: Handbook, person: Person, { kind }: Report): boolean =>
  kind !== "people" ||
  Object.values(ReportsSection.find(handbook)?.due ?? {}).some(
    ({ of, owner, readers }) => of === "people" && [owner, ...readers].includes(authority(person))
  )

const listed = (
  { brand, timeZone }: Handbook,
  all: ReadonlyArray<Kept>,
  { to }: Look,
  endings: ReadonlyArray<string>
): Page => {
  const time = Names.clockOf(timeZone)
  const shown = all.slice(0, most)
  const before = all.length > most ? shown.at(-1)?.name : undefined
  const older = { zh: "更早的报告", en: "earlier reports" }
  return {
    title,
    eyebrow: brand,
    under: before === undefined ? [] : [{ link: older, to: to.page(name, { before }) }],
    sections: [
      tableSection(
        name,
        title,
        [
          { zh: "报告", en: "Report" },
          { zh: "种类", en: "Kind" },
          { zh: "截至", en: "As known at" },
          { zh: "文件", en: "Files" }
        ],
        shown.map((one) => [
          { link: one.report.title, to: to.page(name, { name: one.name }) },
          kindNames[one.report.kind],
          time(one.report.asOf),
          filesOf(one, to, endings)
        ])
      )
    ]
  }
}

const opened = (one: Kept, { to }: Look, endings: ReadonlyArray<string>): Page => {
  const page = ReportPage.of(one.report)
  const kept: Section = {
    id: "files",
    title: { zh: "文件", en: "Files" },
    blocks: endings.length === 0 ? [] : [{ kind: "text", text: filesOf(one, to, endings) }]
  }
  const all: Inline = { link: { zh: "全部报告", en: "all reports" }, to: to.page(name) }
  return { ...page, under: [...page.under, all], sections: [...page.sections, kept] }
}

const filesOf = (one: Kept, to: Ways, endings: ReadonlyArray<string>): ReadonlyArray<Inline> =>
  joined(
    endings.map((ending): Inline => ({ link: `.${ending}`, to: to.file(name, `${one.name}.${ending}`) })),
    "·"
  )
