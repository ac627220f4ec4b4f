/**
 * The rules of a report that is due, as one value: made once, looked at by its owner, sent to its readers; and told while it is late.
 *
 * @module
 */
import { Result, Schema } from "effect"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { refused, unknown } from "../../process/Action.ts"
import { authority, type Person, PersonId } from "../../process/Actor.ts"
import { leadNow } from "../../process/Presence.ts"
import * as DueReport from "./DueReport.ts"

const { deadline, process, start, stay, step } = DueReport.report

const asks = ({ account, activity, first, kind, last }: DueReport.State) => ({
  ...{ account, first, kind, last },
  ...(activity !== undefined && { activity })
})

const unlessTheirs = ({ owner }: DueReport.State, { by }: { readonly by: Person }): DueReport.NotTheirs | undefined =>
  authority(by) === owner || by.person === owner ? undefined : new DueReport.NotTheirs({ person: by.person, owner })

const Begin = start({
  title: { zh: "开始", en: "begin" },
  to: ["Making"],
  by: "world",
  input: DueReport.due,
  performs: { make: asks }
})

const Made = step({
  title: { zh: "获知已生成", en: "hear that it is made" },
  from: ["Making"],
  to: ["ToLookAt"],
  by: "world",
  input: { digest: Schema.NonEmptyString },
  performs: {
    notify: (state) => {
      const { en, zh } = DueReport.named(state)
      return {
        to: state.owner,
        message: { zh: `${zh}已生成，请过目。`, en: `${en}: it is made, and waits for you to look at it.` }
      }
    }
  }
})

const miss = {
  title: { zh: "获知未能生成", en: "hear that it was not made" },
  from: ["Making"],
  to: ["NotMade"],
  by: "world"
} as const
const told = {
  notify: (state: DueReport.State) => {
    const { en, zh } = DueReport.named(state)
    return { to: state.owner, message: { zh: `${zh}未能生成。`, en: `${en}: it could not be made.` } }
  }
}

const Refuse = step({
  ...miss,
  input: refused,
  facts: { detail: Schema.String },
  decide: (_state, { detail }) => Result.succeed({ detail }),
  performs: told
})

const Miss = step({ ...miss, input: unknown, performs: told })

const MakeAgain = step({
  title: { zh: "重新生成", en: "make it again" },
  from: ["NotMade"],
  to: ["Making"],
  by: "reports.send",
  unless: unlessTheirs,
  performs: { make: asks }
})

const Send = step({
  title: { zh: "过目并发送", en: "send it" },
  from: ["ToLookAt"],
  to: ["Sent"],
  by: "reports.send",
  input: { comment: Schema.String.annotate(Label.of({ zh: "评语", en: "comment" })) },
  facts: { comment: Schema.String, by: PersonId },
  unless: unlessTheirs,
  decide: (_state, { comment }, { by }) => Result.succeed({ comment, by: by.person }),
  performs: {
    notify: (state) => {
      const { en, zh } = DueReport.named(state)
      const comment = state.comment === "" ? "" : state.comment
      const message: Bilingual = {
        zh: `${zh}可以看了。${comment}`,
        en: `${en}: it can be read. ${comment}`.trim()
      }
      return state.readers.map((to) => ({ to, message }))
    }
  }
})

const LeaveOut = step({
  title: { zh: "不发并说明", en: "leave out" },
  from: ["ToLookAt", "NotMade"],
  to: ["LeftOut"],
  by: "reports.send",
  input: { reason: Remark.Reason },
  unless: unlessTheirs
})

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Making", "NotMade", "ToLookAt"],
  by: "clock",
  facts: { to: PersonId },
  decide: (_state, _input, circumstances) => Result.succeed({ to: leadNow(circumstances) }),
  performs: {
    notify: (state, { facts: { to } }) => {
      const { en, zh } = DueReport.named(state)
      return { to, message: { zh: `${zh}还没有发出。`, en: `${en}: it has not been sent yet.` } }
    }
  }
})

/** One report, from the end of its period until it is sent. */
export const DueReportProcess = process({
  about: DueReport.named,
  awaits: (state) => (state._tag === "ToLookAt" || state._tag === "NotMade" ? [state.owner] : []),
  steps: { Begin, Made, Refuse, Miss, MakeAgain, Send, LeaveOut, Remind },
  final: ["Sent", "LeftOut"],
  deadlines: {
    sending: deadline({
      title: { zh: "发送期限", en: "sending" },
      while: ["Making", "NotMade", "ToLookAt"],
      within: ({ lookedAtWithin }) => lookedAtWithin,
      warnAt: 1,
      fires: "Remind"
    })
  },
  outcomes: { make: { done: "Made", refused: "Refuse", unknown: "Miss" } },
  invariants: { "a report does not end before it begins": ({ first, last }) => first <= last }
})
