/**
 * What fans are asked in the end: words that may be said, which somebody has approved who may, at a time at which they are still heard.
 *
 * @module
 */
import { Duration } from "effect"
import { inWords } from "../../calendar/TimeSpan.ts"
import { blocks } from "../../finding/Finding.ts"
import * as Settings from "../../handbook/Settings.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import * as Screening from "../../internal-system/content/Screening.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import { Complaints } from "./ComplaintsSection.ts"

/** The rules of the question. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "complaints/question-breaks-rules",
    severity: "error",
    demands: { zh: "满意度询问的话术符合内容规则。", en: "The words in which fans are asked how it was may be said." },
    fix: { zh: "按内容规则修改话术。", en: "Write them as the content rules want." },
    find: ({ handbook }) => {
      const { survey } = Complaints.of(handbook)
      if (survey === undefined) return []
      const { rules } = Settings.ofPosts(handbook)
      const found = Screening.ofReplies(rules).screen({ text: survey.question, pictures: [] })
      return found
        .filter((one) => blocks([one]))
        .map(({ message }) => hit(["complaints", "survey", "question"], message.zh, message.en, survey.question))
    }
  },
  {
    code: "complaints/question-not-approved",
    severity: "error",
    demands: { zh: "批准询问话术的人有批准内容的权限。", en: "Whoever approved the words may approve content." },
    fix: { zh: "请有权限的人批准。", en: "Let somebody approve them who may." },
    find: ({ cover, handbook }) => {
      const { survey } = Complaints.of(handbook)
      if (survey === undefined || cover.may(survey.approvedBy).has(PostProcess.steps.Approve.by)) return []
      return [
        hit(
          ["complaints", "survey", "approvedBy"],
          `${survey.approvedBy} 不能批准内容。`,
          `${survey.approvedBy} may not approve content.`,
          survey.approvedBy
        )
      ]
    }
  },
  {
    code: "complaints/question-too-late",
    severity: "warning",
    demands: { zh: "询问早于投诉了结。", en: "Fans are asked before the complaint is done with." },
    fix: { zh: "缩短 after，或延长 silence。", en: "Ask sooner, or leave more time to object." },
    find: ({ due, from, handbook }) => {
      const { silence, survey } = Complaints.of(handbook)
      const end = due(from, silence)
      if (survey === undefined || end === undefined || from + Duration.toMillis(survey.after) < end) return []
      return [
        hit(
          ["complaints", "survey", "after"],
          `${inWords(survey.after)} 后才询问，而投诉在 ${inWords(silence.time)} 后了结：从不会问。`,
          `Fans are asked after ${inWords(survey.after)}, and a complaint is done with after ${inWords(silence.time)}: nobody ever is.`,
          inWords(survey.after)
        )
      ]
    }
  }
]
