/**
 * Complaints, as the printed handbook tells of them.
 *
 * @module
 */
import { same } from "../../finding/Bilingual.ts"
import { holders } from "../../handbook/Entitlement.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Names from "../../handbook/Names.ts"
import { ComplaintProcess } from "../../internal-system/complaints/ComplaintProcess.ts"
import type { HandbookWords } from "../../page/HandbookWords.ts"
import type { Section } from "../../page/Page.ts"
import { fact, factsOf } from "../../page/Sections.ts"
import { Complaints } from "./ComplaintsSection.ts"

/** Who sees to one, what holds for it, and when it is closed. */
export const section = (handbook: Handbook, words: HandbookWords): Section => {
  const { desks = [], fanReplies, silence, survey, usual, weiboFirst = true } = Complaints.of(handbook)
  const { Reply, Refer } = ComplaintProcess.steps
  return {
    id: "complaints",
    title: Complaints.title,
    blocks: factsOf([
      [{ zh: "回应粉丝", en: "Answered by" }, words.people(holders(handbook, Reply.by))],
      [{ zh: "定级与转部门", en: "Graded and passed to departments by" }, words.people(holders(handbook, Refer.by))],
      [{ zh: "通常的承诺", en: "Usual promise" }, words.titles(handbook.promises ?? {}, [usual])],
      [{ zh: "等待粉丝", en: "A fan who was asked is waited for" }, words.allowance(fanReplies)],
      [{ zh: "异议期", en: "Time to object, before it is closed" }, words.allowance(silence)],
      [
        { zh: "工单台", en: "Tickets are opened at" },
        desks.length === 0
          ? { zh: "无；通知负责人", en: "no desk; owners are told" }
          : words.titles(handbook.resources, desks)
      ],
      ...fact(
        { zh: "结束后询问", en: "Asked in the end, once" },
        survey,
        ({ after, afterSilence, approvedBy, question }) => {
          const span = Names.spanName(after)
          const silent = afterSilence === false ? { zh: "；无异议的不问", en: "; not of whoever was silent" } : same("")
          return [
            same(question),
            {
              zh: `（关闭 ${span.zh}后${silent.zh}；批准：`,
              en: ` (${span.en} after it was closed${silent.en}; approved by `
            },
            words.person(approvedBy),
            { zh: "）", en: ")" }
          ]
        }
      ),
      // What goes first is said where there is something to go first at.
      ...fact({ zh: "微博优先", en: "Weibo first" }, desks.length === 0 ? undefined : weiboFirst, (is) =>
        is ? { zh: "是", en: "yes" } : { zh: "否", en: "no" }
      )
    ])
  }
}
