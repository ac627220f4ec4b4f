/**
 * Private messages: what may be said in them. They are answered by the promises that hold for every answer, within the 48 hours that Weibo gives.
 *
 * @module
 */
import { Duration, Record } from "effect"
import { inWords } from "../../calendar/TimeSpan.ts"
import { holders } from "../../handbook/Entitlement.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import * as Settings from "../../handbook/Settings.ts"
import * as AnswerWindow from "../../internal-system/interaction/AnswerWindow.ts"
import type * as PrivateAnswer from "../../internal-system/private-messages/PrivateAnswer.ts"
import { PrivateAnswerProcess } from "../../internal-system/private-messages/PrivateAnswerProcess.ts"
import { factsOf } from "../../page/Sections.ts"
import { make } from "../../practice/Practice.ts"
import { hit } from "../../practice/Rule.ts"
import { ofLibrary } from "../library/LibrarySection.ts"
import { PrivateMessages } from "./PrivateMessagesSection.ts"

/** What private answers are told: what holds for every answer, and what may be said in private. One look is enough, for it sees nothing. */
export const ofPrivateAnswers = (handbook: Handbook): PrivateAnswer.Settings => {
  const { looks, ...answers } = Settings.ofAnswers(handbook)
  return { ...answers, looks: { ...looks, times: 1 }, ...PrivateMessages.find(handbook), ...ofLibrary(handbook) }
}

/** Private messages. */
export const privateMessages = make({
  name: "private messages",
  title: { zh: "私信", en: "private messages" },
  sections: [PrivateMessages],
  rules: [
    {
      code: "private-messages/promise-after-the-window",
      severity: "error",
      demands: {
        zh: "承诺的答复时限在私信窗口（48 小时）之内。",
        en: "Some promise of an answer ends within the 48 hours in which a private message can be answered."
      },
      fix: { zh: "承诺更快答复。", en: "Promise an answer sooner." },
      find: ({ due, from, handbook }) => {
        const answered = Record.toEntries(handbook.promises ?? {}).filter(([, { keptWhen }]) => keptWhen === "answered")
        const closes = from + Duration.toMillis(AnswerWindow.length)
        const isInTime = answered.some(([, { within }]) => (due(from, within) ?? closes + 1) <= closes)
        const [first] = answered
        if (isInTime || first === undefined) return []
        const [id, { within }] = first
        return [
          hit(
            ["promises", id, "within"],
            `承诺 ${inWords(within.time)} 内答复，而私信只能在 48 小时内答复。`,
            `An answer is promised within ${inWords(within.time)}, and a private message can be answered for 48 hours only.`,
            inWords(within.time)
          )
        ]
      }
    }
  ],
  pages: (handbook, { words }) => [
    {
      id: "private-messages",
      title: PrivateMessages.title,
      blocks: factsOf([
        [{ zh: "答复", en: "Answered by" }, words.people(holders(handbook, PrivateAnswerProcess.steps.Say.by))],
        [
          { zh: "窗口", en: "Window" },
          {
            zh: "粉丝最后一条私信后 48 小时；关闭前 24 小时、4 小时提醒",
            en: "48 hours after the fan's last message; people are told 24 and 4 hours before it closes"
          }
        ],
        [
          { zh: "手机号", en: "Mobile numbers" },
          PrivateMessages.of(handbook).mobileNumbers
            ? { zh: "可以写", en: "may be said" }
            : { zh: "不写", en: "are not said" }
        ],
        [
          { zh: "身份证号、银行卡号", en: "Numbers of identity and bank cards" },
          { zh: "从不写", en: "are never said" }
        ]
      ])
    }
  ]
})
