/**
 * The rules of a personal data request, as one value: nobody erases without a person who decided it, and what cannot be erased yet is told.
 *
 * @module
 */
import { Result, Schema } from "effect"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { Erased as Given } from "../../personal-data/Given.ts"
import * as Action from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import { leadNow } from "../../process/Presence.ts"
import * as DataRequest from "./DataRequest.ts"

const { deadline, process, start, stay, step } = DataRequest.request

const tell = {
  notify: (state: DataRequest.State) => ({ to: state.told, message: DataRequest.waits(state) })
}

const Ask = start({
  title: { zh: "登记请求", en: "ask" },
  to: ["Asked"],
  by: "interaction.answer",
  input: DataRequest.wish,
  facts: { ...DataRequest.wish, note: Schema.String, told: PersonId },
  decide: (input, circumstances) => Result.succeed({ ...input, told: leadNow(circumstances) }),
  performs: tell
})

const Erase = step({
  title: { zh: "删除", en: "erase" },
  from: ["Asked"],
  to: ["Erasing"],
  by: "interaction.erase",
  evolve: ({ open: _, ...asked }, { by }) => ({ ...asked, _tag: "Erasing", by: by.person }),
  performs: { erase: ({ fan }) => ({ fan }) }
})

const Erased = step({
  title: { zh: "获知已删除", en: "hear what was erased" },
  from: ["Erasing"],
  to: ["Erased", "Asked"],
  by: "world",
  input: Given.fields,
  facts: { cases: Schema.Int, observations: Schema.Int, open: Schema.Int },
  decide: (_state, { cases, observations, open }) => Result.succeed({ cases, observations, open: open.length }),
  evolve: ({ by, ...asked }, { facts: { cases, observations, open } }) =>
    open === 0 ? { ...asked, _tag: "Erased", by, cases, observations } : { ...asked, _tag: "Asked", told: by, open },
  performs: {
    notify: ({ told }, { facts: { open } }) =>
      open === 0 ? undefined : { to: told, message: DataRequest.waitsForCases(open) }
  }
})

/** Whoever decided it is told, and may ask for it again. */
const NotErased = step({
  title: { zh: "获知未删除", en: "hear that it was not erased" },
  from: ["Erasing"],
  to: ["Asked"],
  by: "world",
  input: Action.unknown,
  evolve: ({ by, ...asked }) => ({ ...asked, _tag: "Asked", told: by }),
  performs: { notify: ({ told }, { facts: { detail } }) => ({ to: told, message: DataRequest.notErased(detail) }) }
})

const HandOver = step({
  title: { zh: "提供副本", en: "hand over" },
  from: ["Asked"],
  to: ["HandedOver"],
  by: "interaction.erase",
  input: { how: Schema.NonEmptyString.annotate(Label.of({ zh: "怎样提供的", en: "how it was handed over" })) },
  evolve: ({ open: _, ...asked }, { by, facts }) => ({ ...asked, ...facts, _tag: "HandedOver", by: by.person })
})

const Refuse = step({
  title: { zh: "拒绝", en: "refuse" },
  from: ["Asked"],
  to: ["Refused"],
  by: "interaction.erase",
  input: { reason: Remark.Reason },
  evolve: ({ open: _, ...asked }, { by, facts }) => ({ ...asked, ...facts, _tag: "Refused", by: by.person })
})

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Asked", "Erasing"],
  by: "clock",
  facts: { told: PersonId },
  decide: (_state, _input, circumstances) => Result.succeed({ told: leadNow(circumstances) }),
  evolve: (state, { facts }) => ({ ...state, ...facts }),
  performs: tell
})

/** What somebody outside asks about their personal data. */
export const DataRequestProcess = process({
  about: DataRequest.about,
  promised: ({ fan }) => ({
    zh: `应答复粉丝 ${fan} 的个人信息请求`,
    en: `the request of fan ${fan} is owed an answer`
  }),
  steps: { Ask, Erase, Erased, NotErased, HandOver, Refuse, Remind },
  final: ["Erased", "HandedOver", "Refused"],
  deadlines: {
    answer: deadline({
      title: { zh: "答复期限", en: "answer" },
      while: ["Asked", "Erasing"],
      within: ({ answerWithin }) => answerWithin,
      fires: "Remind"
    }),
    reminder: deadline({
      title: { zh: "提醒间隔", en: "reminder" },
      while: ["Asked", "Erasing"],
      within: ({ reminds }) => reminds,
      warnAt: 1,
      fires: "Remind"
    })
  },
  outcomes: { erase: { done: "Erased", refused: "NotErased", unknown: "NotErased" } }
})
