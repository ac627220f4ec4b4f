/**
 * The rules of a correction, as one value: who may route what fans write may say what it is, at any time, and say it again.
 *
 * @module
 */
import { Result } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import * as FieldLabel from "../../finding/Label.ts"
import { unknown } from "../../process/Action.ts"
import { PersonId } from "../../process/Actor.ts"
import { leadNow } from "../../process/Presence.ts"
import { InteractionId } from "../interaction/Interaction.ts"
import * as Correction from "./Correction.ts"
import { Outcome } from "./Heard.ts"
import { wantedBy } from "./Policy.ts"

const { deadline, process, start, stay, step } = Correction.correction

const said = {
  account: AccountId,
  interaction: InteractionId.annotate(FieldLabel.of({ zh: "留言编号", en: "what the fan wrote, by its id" })),
  meant: Correction.Meant
}

const Correct = start({
  title: { zh: "更正判断", en: "correct the judgement" },
  to: ["Recording"],
  by: "interaction.route",
  input: said,
  // What a person says is certain.
  facts: { ...said, wants: Outcome.annotate(FieldLabel.of({ zh: "应有的处理", en: "what ought to become of it" })) },
  decide: (input, { settings }) => Result.succeed({ ...input, wants: wantedBy(settings, input.meant) }),
  evolve: ({ by, facts: { account, interaction, meant } }) => ({
    ...{ _tag: "Recording", account, text: interaction, meant },
    by: by.person
  }),
  performs: {
    record: ({ account, meant, text }, { at, by, facts: { wants } }) => ({ account, text, meant, wants, by, at })
  }
})

const Record = step({
  title: { zh: "获知已登记", en: "hear that it is recorded" },
  from: ["Recording"],
  to: ["Recorded"],
  by: "world",
  input: Correction.found
})

/** Whoever has said it hears why. */
const Miss = step({
  title: { zh: "获知未登记", en: "hear that it is not recorded" },
  from: ["Recording"],
  to: ["NotRecorded"],
  by: "world",
  input: unknown,
  performs: {
    notify: ({ by: to, detail, text }) => ({
      to,
      message: {
        zh: `留言 ${text} 的更正没有登记：${detail}`,
        en: `The correction of what a fan wrote (${text}) is not recorded: ${detail}`
      }
    })
  }
})

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["Recording"],
  by: "clock",
  facts: { to: PersonId },
  decide: (_state, _input, circumstances) => Result.succeed({ to: leadNow(circumstances) }),
  performs: { notify: (_, { facts: { to } }) => ({ to, message: lasts }) }
})

const lasts = {
  zh: "判断更正还没有登记：执行程序没有在运行，或没有承接这项工作。",
  en: "A correction of a judgement is not recorded yet: no worker runs, or none carries that."
}

/** A person's word on a judgement. */
export const CorrectionProcess = process({
  about: Correction.about,
  steps: { Correct, Record, Miss, Remind },
  final: ["Recorded", "NotRecorded"],
  deadlines: {
    attention: deadline({
      title: { zh: "处理期限", en: "attention" },
      while: ["Recording"],
      within: ({ attention }) => attention,
      warnAt: 1,
      fires: "Remind"
    })
  },
  outcomes: { record: { done: "Record", refused: "Miss", unknown: "Miss" } }
})
