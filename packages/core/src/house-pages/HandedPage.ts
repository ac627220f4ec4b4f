/**
 * The hand-over from one person to another as a page of the house, as things stand at the moment; and who may hand over to whom.
 *
 * @module
 */
import { DateTime, Schema } from "effect"
import { LocalTime, onWall } from "../calendar/LocalTime.ts"
import * as WallClock from "../calendar/WallClock.ts"
import { whoIs } from "../handbook/Called.ts"
import type { Handbook } from "../handbook/Handbook.ts"
import * as HandOver from "../handbook/HandOver.ts"
import { HandOverReceiptProcess } from "../internal-system/team/HandOverReceiptProcess.ts"
import type { Page, Section } from "../page/Page.ts"
import * as Practices from "../practices/Practices.ts"
import * as HandOverPage from "../printing/HandOverPage.ts"
import type { PersonId } from "../process/Actor.ts"
import type { Book } from "./Book.ts"
import type { HousePage, Look } from "./HousePage.ts"

const title = { zh: "交接单", en: "Hand-over" }

/** The page: of those whom the address names as `out` and `in`, or who they may be. */
export const of = (book: Book): HousePage => ({
  name: "hand-over",
  title,
  account: book.handbook.account.id,
  reads: { most: 2_000 },
  isListed: true,
  of: (look) => {
    const [out, comes] = [personOf(book.handbook, look.asked.get("out")), personOf(book.handbook, look.asked.get("in"))]
    return out === undefined || comes === undefined || out === comes
      ? choice(book.handbook, look)
      : handed(book, look, out, comes)
  }
})

const personOf = ({ team: { people } }: Handbook, id = ""): PersonId | undefined =>
  // The keys of the people are their ids.
  Object.hasOwn(people, id) ? (id as PersonId) : undefined

const isLocalTime = Schema.is(LocalTime)

const handed = (book: Book, { asked, at, cases, editions, to }: Look, out: PersonId, comes: PersonId): Page => {
  const { handbook, holidays, practices } = book
  const until = asked.get("until")
  const wall = WallClock.make(handbook.timeZone)
  const handOver = HandOver.of({
    handbook,
    editions,
    holidays,
    cases,
    out,
    in: comes,
    at,
    sections: Practices.sectionsOf(practices),
    ...(isLocalTime(until) && { until: DateTime.makeUnsafe(wall.reaches(onWall(until))) })
  })
  const open = String(handOver.open.shown.length + handOver.open.leftOut)
  const page = HandOverPage.of(handOver)
  const receipt: Section = {
    id: "receipt",
    title: { zh: "确认已读", en: "That it was read" },
    blocks: [
      {
        kind: "text",
        text: {
          link: { zh: "请对方阅读并确认", en: "ask for it to be read and acknowledged" },
          to: to.begin(HandOverReceiptProcess.name, "Prepare", { out, in: comes, open })
        }
      }
    ]
  }
  return { ...page, sections: [...page.sections, receipt] }
}

/** Everybody who owns a duty, with those who stand in for them. */
const choice = (handbook: Handbook, { to }: Look): Page => {
  const pairs = new Map<PersonId, Set<PersonId>>()
  for (const { owner, standIns } of Object.values(handbook.duties))
    pairs.set(owner, new Set([...(pairs.get(owner) ?? []), ...standIns]))
  return {
    title,
    eyebrow: handbook.brand,
    under: [],
    sections: [
      {
        id: "choice",
        title: { zh: "谁交给谁", en: "From whom, to whom" },
        blocks: [
          {
            kind: "list",
            items: [...pairs].flatMap(([out, all]) =>
              Array.from(all, (comes) => ({
                link: `${whoIs(handbook, out).name} → ${whoIs(handbook, comes).name}`,
                to: to.page("hand-over", { out, in: comes })
              }))
            )
          }
        ]
      }
    ]
  }
}
