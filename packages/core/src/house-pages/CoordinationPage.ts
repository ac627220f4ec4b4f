/**
 * Both systems on one page: what each function of the account draws from which resource of the company, what waits on whom, and since when.
 *
 * @module
 */
import { DateTime } from "effect"
import * as AccountFunction from "../account/AccountFunction.ts"
import * as Tag from "../account/Tag.ts"
import { whoIs } from "../handbook/Called.ts"
import * as Names from "../handbook/Names.ts"
import type { Read } from "../operations/CaseSheets.ts"
import { type Inline, joined, type Section, type Text } from "../page/Page.ts"
import { tableSection } from "../page/Sections.ts"
import { PaidPromotionProcess } from "../practices/advertising/PaidPromotionProcess.ts"
import { PartnershipProcess } from "../practices/partners/PartnershipProcess.ts"
import * as Face from "../process/Face.ts"
import type { Book } from "./Book.ts"
import * as ChannelUse from "./ChannelUse.ts"
import type { HousePage, Look } from "./HousePage.ts"

/** The page. */
export const of = (book: Book): HousePage => {
  const { account, brand, timeZone } = book.handbook
  const title = { zh: "内外协同", en: "Both systems" }
  return {
    name: "coordination",
    title,
    account: account.id,
    reads: { most: 2_000 },
    isListed: true,
    of: (look) => ({
      title,
      eyebrow: brand,
      under: [Names.clockOf(timeZone)(look.at)],
      sections: [drawn(book, look), ChannelUse.section(book, look), bought(book, look), waiting(book, look)]
    })
  }
}

/** Each need of the internal system, the resources that meet it, and what is asked of those now. */
const drawn = ({ handbook }: Book, look: Look): Section => {
  const { needs = {}, resources } = handbook
  const casesAbout = byResource(look.cases)
  return tableSection(
    "drawn",
    { zh: "各职能用到的资源", en: "What each function draws on" },
    [
      { zh: "职能", en: "Function" },
      { zh: "需要", en: "Need" },
      { zh: "资源", en: "Resource" },
      { zh: "谁答复", en: "Who answers" },
      { zh: "进行中", en: "Open now" }
    ],
    Object.values(needs).flatMap(({ function: name, metBy, title }): ReadonlyArray<ReadonlyArray<Text>> => {
      const head = [AccountFunction.titles[name], { strong: title }] as const
      if (metBy.length === 0) return [[...head, { badge: { zh: "没有着落", en: "unmet" }, tone: "bad" }, "—", "—"]]
      return metBy.map((id) => {
        const resource = resources[id]
        const about = casesAbout.get(id) ?? []
        return [
          ...head,
          resource?.usedSince === undefined
            ? [resource?.title ?? id, { badge: { zh: "尚未使用", en: "not used yet" }, tone: "warn" as const }]
            : resource.title,
          resource === undefined ? "—" : whoIs(handbook, resource.owner).name,
          about.length === 0
            ? "—"
            : joined(
                about.slice(0, 5).map((one) => linkTo(one, look)),
                "·"
              )
        ]
      })
    })
  )
}

/** What is paid for, or agreed with others, as it stands now: promotions and partnerships draw on money and partners, which are no resource of the handbook. */
const bought = ({ handbook }: Book, look: Look): Section => {
  const time = Names.clockOf(handbook.timeZone)
  const names: ReadonlyArray<string> = [PaidPromotionProcess.name, PartnershipProcess.name]
  return tableSection(
    "bought",
    { zh: "付费推广与商务合作", en: "Paid promotions and partnerships" },
    [
      { zh: "事项", en: "Case" },
      { zh: "状态", en: "State" },
      { zh: "从何时起", en: "Since" },
      { zh: "期限", en: "Due" }
    ],
    look.cases
      .filter(({ process }) => names.includes(process.name))
      .map(
        (one): ReadonlyArray<Text> => [
          [one.sheet.process.title, linkTo(one, look)],
          one.sheet.state.title,
          time(one.case.at),
          one.sheet.due === undefined ? "—" : time(one.sheet.due)
        ]
      )
  )
}

/** Whatever waits for certain people, the longest first; what is late is marked. */
const waiting = ({ handbook }: Book, look: Look): Section => {
  const time = Names.clockOf(handbook.timeZone)
  const all = look.cases
    .flatMap((one) => Face.awaits(one.process, one.case).map((person) => ({ one, person })))
    .sort((a, b) => a.one.case.at.epochMilliseconds - b.one.case.at.epochMilliseconds)
  return tableSection(
    "waiting",
    { zh: "谁在等谁", en: "What waits on whom" },
    [
      { zh: "等谁", en: "Whom" },
      { zh: "事项", en: "Case" },
      { zh: "状态", en: "State" },
      { zh: "从何时起", en: "Since" },
      { zh: "期限", en: "Due" }
    ],
    all.map(({ one, person }): ReadonlyArray<Text> => {
      const { due, state } = one.sheet
      const isLate = due !== undefined && DateTime.isLessThan(due, look.at)
      return [
        { strong: whoIs(handbook, person).name },
        [one.sheet.process.title, linkTo(one, look)],
        state.title,
        time(one.case.at),
        due === undefined ? "—" : isLate ? { badge: time(due), tone: "bad" } : time(due)
      ]
    })
  )
}

const linkTo = ({ case: { id }, process, sheet }: Read, { to }: Look): Inline => ({
  link: sheet.about,
  to: to.case({ process: process.name, case: id })
})

/** The cases about each resource. The schema of a process is looked through once, however many cases it has. */
const byResource = (cases: ReadonlyArray<Read>): ReadonlyMap<string, ReadonlyArray<Read>> => {
  const found = new Map<string, Array<Read>>()
  for (const [process, all] of Map.groupBy(cases, (one) => one.process)) {
    const idsIn = Tag.idsIn(process.state, "resource")
    if (idsIn === undefined) continue
    for (const one of all) {
      for (const id of new Set(idsIn(one.case.state).map(({ id }) => id))) {
        const others = found.get(id)
        if (others === undefined) found.set(id, [one])
        else others.push(one)
      }
    }
  }
  return found
}
