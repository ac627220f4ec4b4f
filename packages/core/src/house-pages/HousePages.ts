/**
 * The pages that a house shows of a handbook, as one list: the team today, what is coming, the hand-over, both systems, the handbook, what it changes, and what the check
 * says.
 *
 * @module
 */
import type { Holidays } from "../calendar/Holidays.ts"
import type { Moment } from "../calendar/Moment.ts"
import * as Changes from "../handbook/Changes.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import type { ReportShelf } from "../internal-system/reports/ReportShelf.ts"
import type { Page } from "../page/Page.ts"
import type { Practice } from "../practice/Practice.ts"
import { edition } from "../practices/Edition.ts"
import * as Practices from "../practices/Practices.ts"
import type * as ReportMaterial from "../practices/reports/ReportMaterial.ts"
import * as ChangesPage from "../printing/ChangesPage.ts"
import * as FindingsPage from "../printing/FindingsPage.ts"
import * as HandbookPage from "../printing/HandbookPage.ts"
import * as Verifier from "../verifier/Verifier.ts"
import type { Book } from "./Book.ts"
import * as ComingPage from "./ComingPage.ts"
import * as CoordinationPage from "./CoordinationPage.ts"
import * as FigurePages from "./FigurePages.ts"
import * as HandedPage from "./HandedPage.ts"
import * as HeardPage from "./HeardPage.ts"
import type { HousePage } from "./HousePage.ts"
import * as ReportPages from "./ReportPages.ts"
import * as TeamPage from "./TeamPage.ts"

/** The pages of a handbook; by the practices of the house, unless it is said. Where the one before is given, a page says what this one changes. */
export const of = (
  handbook: Handbook,
  holidays: Holidays,
  practices: ReadonlyArray<Practice> = Practices.house,
  before?: Handbook
): ReadonlyArray<HousePage> => {
  const book: Book = { handbook, holidays, practices }
  const { agenda = () => [] } = edition(handbook, holidays, practices)
  const { account, brand } = handbook
  return [
    TeamPage.of(book),
    ComingPage.of(book, agenda),
    HandedPage.of(book),
    CoordinationPage.of(book),
    {
      name: "handbook",
      title: { zh: "手册", en: "Handbook" },
      account: account.id,
      isListed: true,
      of: hourly((at) => HandbookPage.of(handbook, { holidays, practices, week: at }))
    },
    ...(before === undefined ? [] : [changes(before, handbook, practices)]),
    {
      name: "findings",
      title: { zh: "手册检查", en: "Check" },
      account: account.id,
      isListed: true,
      of: hourly((at) => FindingsPage.of(brand, Verifier.check(handbook, { holidays, practices, at })))
    }
  ]
}

export type { Files } from "./ReportPages.ts"

/** What {@link reading} reads. */
export type Needs = ReportMaterial.Needs | ReportShelf

/** The pages that read what a house keeps: what fans wrote, its figures, the rows behind them, and its reports; as files too, where somebody writes them. */
export const reading = <Ending extends string = never>(
  house: ReportMaterial.House,
  files?: ReportPages.Files<Ending>
): ReadonlyArray<HousePage<Needs>> => [
  HeardPage.of(house.handbook),
  ...FigurePages.of(house),
  ReportPages.of(house.handbook, files)
]

const changes = (before: Handbook, handbook: Handbook, practices: ReadonlyArray<Practice>): HousePage => {
  const page = ChangesPage.of(Changes.between(before, handbook), practices)
  return {
    name: "changes",
    title: { zh: "手册变更", en: "What has changed" },
    account: handbook.account.id,
    isListed: true,
    of: () => page
  }
}

/** A page that is made once an hour, however many look: a whole handbook is printed and checked for it. */
const hourly = (make: (at: Moment) => Page): HousePage["of"] => {
  let last: { readonly hour: number; readonly page: Page } | undefined
  return ({ at }) => {
    const hour = Math.floor(at.epochMilliseconds / 3_600_000)
    if (last?.hour !== hour) last = { hour, page: make(at) }
    return last.page
  }
}
