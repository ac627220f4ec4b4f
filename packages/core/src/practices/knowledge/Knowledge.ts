/**
 * Knowledge that ends, as a practice: whoever answers for a prepared answer is asked ahead of its end, and those who use it are told.
 *
 *     knowledge:
 *       ahead: 14 days
 *       attention: { time: 18 hours, calendar: office }
 *
 * @module
 */
import { DateTime, Record, Schema } from "effect"
import { Wait } from "../../calendar/TimeSpan.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import * as Names from "../../handbook/Names.ts"
import * as Settings from "../../handbook/Settings.ts"
import { PreparedAnswerId } from "../../internal-system/answer-library/PreparedAnswer.ts"
import { factsOf } from "../../page/Sections.ts"
import { make, run } from "../../practice/Practice.ts"
import { type Agenda, opening } from "../../process/Agenda.ts"
import { Allowance } from "../../process/Allowance.ts"
import { caseFor } from "../../process/CaseName.ts"
import { ofLibrary } from "../library/LibrarySection.ts"
import type * as KnowledgeReview from "./KnowledgeReview.ts"
import { KnowledgeReviewProcess } from "./KnowledgeReviewProcess.ts"

/** The section of handbooks by which prepared answers are reviewed ahead of their end. */
export const KnowledgeSection = HandbookSection.make("knowledge", {
  title: { zh: "答复复核", en: "Reviews of prepared answers" },
  schema: Schema.Struct({
    ahead: Wait.annotateKey({ description: "How long before a prepared answer ends its owner is asked." }),
    attention: Allowance.annotateKey({ description: "How long a review may wait for a person." })
  }).annotate({ description: "Whoever owns a prepared answer of the library says ahead of its end what holds." })
})

/** Prepared answers, reviewed ahead of their end. */
export const knowledge = make({
  name: "knowledge",
  title: { zh: "答复复核", en: "reviews of prepared answers" },
  sections: [KnowledgeSection],
  runs: [run(KnowledgeReviewProcess, settingsOf)],
  agenda: (handbook) => agendaOf(handbook),
  pages: (handbook, { words }) => {
    const { attention, users } = settingsOf(handbook)
    const { ahead } = KnowledgeSection.of(handbook)
    return [
      {
        id: "knowledge",
        title: KnowledgeSection.title,
        blocks: factsOf([
          [{ zh: "提前多久询问", en: "Asked ahead of the end by" }, Names.alwaysName(ahead)],
          [{ zh: "谁会得知变动", en: "Who hears of changes" }, words.people(users)],
          [{ zh: "处理期限", en: "Waits for a person" }, words.allowance(attention)]
        ])
      }
    ]
  }
})

/** Who answers fans uses the answers: the owners of the duties of interaction, and their stand-ins. */
function settingsOf(handbook: Handbook): KnowledgeReview.Settings {
  const answering = Object.values(handbook.duties).filter((duty) => duty.function === "interaction")
  return {
    ...Settings.ofWarnings(handbook),
    attention: KnowledgeSection.of(handbook).attention,
    users: [...new Set(answering.flatMap(({ owner, standIns }) => [owner, ...standIns]))]
  }
}

/** A review of every answer, from so long before its end. An answer with another end is another review. */
const agendaOf =
  (handbook: Handbook): Agenda =>
  (from, until) =>
    Record.toEntries(ofLibrary(handbook).library ?? {}).flatMap(([name, { owner, until: ends }]) => {
      const opens = DateTime.subtractDuration(ends, KnowledgeSection.of(handbook).ahead)
      if (!DateTime.isLessThan(opens, until) || !DateTime.isLessThan(from, ends)) return []
      const input = { account: handbook.account.id, answer: PreparedAnswerId.make(name), owner, ends }
      const id = caseFor(`${name} until ${DateTime.formatIso(ends)}`)
      return [
        opening(KnowledgeReviewProcess, "Ask", {
          case: id,
          input,
          series: `knowledge ${name}`,
          from: opens,
          until: ends
        })
      ]
    })
