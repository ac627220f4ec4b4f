/**
 * The idea pool: whatever anybody of the company thinks worth a post, judged, dated, and written or let go.
 *
 *     ideas:
 *       judges: [zhou, tang]
 *       judgedWithin: { time: 1 day, calendar: office }
 *       answeredWithin: { time: 2 days, calendar: office }
 *       writtenWithin: { time: 3 days, calendar: office }
 *       keptFor: 90 days
 *       hot:
 *         judgedWithin: { time: 30 minutes, calendar: always }
 *         writtenWithin: { time: 1 hour, calendar: always }
 *         keptFor: 12 hours
 *         whole:
 *           within: { time: 2 hours, calendar: always }
 *           chain: [{ to: zhou, after: { time: 90 minutes, calendar: always } }, { to: he, after: { time: 2 hours, calendar: always } }]
 *
 * @module
 */
import { Record, Schema } from "effect"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import * as Names from "../../handbook/Names.ts"
import * as Settings from "../../handbook/Settings.ts"
import { fact, factsOf } from "../../page/Sections.ts"
import { make, run } from "../../practice/Practice.ts"
import { policy } from "./Idea.ts"
import { IdeaProcess } from "./IdeaProcess.ts"

/** The section of handbooks that have an idea pool. */
export const Ideas = HandbookSection.make("ideas", {
  title: { zh: "选题库", en: "Ideas" },
  schema: Schema.Struct(policy).annotate({
    description: "What anybody of the company proposes for a post is judged in time, and becomes a post or lapses."
  })
})

/** The idea pool. */
export const ideas = make({
  name: "ideas",
  title: { zh: "选题库", en: "ideas" },
  sections: [Ideas],
  runs: [
    run(IdeaProcess, (handbook) => ({
      ...Settings.ofWarnings(handbook),
      ...Ideas.of(handbook),
      account: handbook.account.id,
      categories: Record.keys(handbook.content.mix?.categories ?? {})
    }))
  ],
  pages: (handbook, { words }) => {
    const { hot, judgedWithin, judges, keptFor, writtenWithin } = Ideas.of(handbook)
    return [
      {
        id: "ideas",
        title: Ideas.title,
        blocks: factsOf([
          [{ zh: "评审人", en: "Judged by" }, words.people(judges)],
          [{ zh: "评审期限", en: "Judged within" }, words.allowance(judgedWithin)],
          [{ zh: "成稿期限", en: "Written within" }, words.allowance(writtenWithin)],
          [{ zh: "保留", en: "Kept for" }, Names.alwaysName(keptFor)],
          [{ zh: "热点评审期限", en: "A hot topic is judged within" }, words.allowance(hot.judgedWithin)],
          [{ zh: "热点时效", en: "A hot topic is kept for" }, Names.alwaysName(hot.keptFor)],
          ...fact({ zh: "热点须成稿", en: "A hot topic is a post within" }, hot.whole, ({ within }) =>
            words.allowance(within)
          ),
          ...(hot.whole?.chain ?? []).map(
            ({ after, to }) =>
              [
                { zh: "热点未成稿时通知", en: "Until then are told" },
                [words.person(to), words.allowance(after)]
              ] as const
          )
        ])
      }
    ]
  }
})
