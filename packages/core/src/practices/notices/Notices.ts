/**
 * Notice of what the company is about to do, as a practice: departments tell the account in time, and what they did not tell is a figure with a reason.
 *
 *     notices: { attention: { time: 4 hours, calendar: office } }
 *
 * @module
 */
import { Schema } from "effect"
import type * as EventNotice from "../../external-system/notice/EventNotice.ts"
import { EventNoticeProcess } from "../../external-system/notice/EventNoticeProcess.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as HandbookSection from "../../handbook/HandbookSection.ts"
import * as Settings from "../../handbook/Settings.ts"
import { factsOf } from "../../page/Sections.ts"
import { make, run } from "../../practice/Practice.ts"
import { Allowance } from "../../process/Allowance.ts"

/** The section of handbooks by which the account is told of what is about to happen. */
export const NoticesSection = HandbookSection.make("notices", {
  title: { zh: "事先通知", en: "Notices" },
  schema: Schema.Struct({
    attention: Allowance.annotateKey({
      description:
        "How long a notice may wait until the account's team has acknowledged it, and how long a missing one for its reason."
    })
  }).annotate({
    description:
      "Departments tell the account of launches ahead, by the notice of the rules of activities; what nobody told is counted in hours."
  })
})

/** Notice of what the company is about to do. */
export const notices = make({
  name: "notices",
  title: { zh: "事先通知", en: "notices" },
  sections: [NoticesSection],
  runs: [run(EventNoticeProcess, settingsOf)],
  pages: (handbook, { words }) => {
    const { ahead, attention, sponsors } = settingsOf(handbook)
    return [
      {
        id: "notices",
        title: NoticesSection.title,
        blocks: factsOf([
          [{ zh: "提前多久", en: "How long ahead" }, words.allowance(ahead)],
          [{ zh: "确认期限", en: "Acknowledged within" }, words.allowance(attention)],
          [{ zh: "谁担保", en: "Who vouches for them" }, words.people(sponsors)]
        ])
      }
    ]
  }
})

/** How long ahead is said by the rules of activities; whoever sponsors a resource of the kind notice vouches for it. */
function settingsOf(handbook: Handbook): EventNotice.Settings {
  const { attention } = NoticesSection.of(handbook)
  const all = Object.values(handbook.resources).filter(({ kind }) => kind === "notice")
  return {
    ...Settings.ofWarnings(handbook),
    ahead: handbook.activities?.notice ?? attention,
    attention,
    sponsors: [...new Set(all.map(({ sponsor }) => sponsor))]
  }
}
