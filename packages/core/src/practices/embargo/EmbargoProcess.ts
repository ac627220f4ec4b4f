/**
 * The rules of an embargo, as one value: who imposes and lifts it, how it ends, and which steps it suspends while it is in force: those by which a post goes
 * out, and an answer where the handbook says so; for all cases of the account, also those that begin later, but not for the people that it names.
 *
 * @module
 */
import { Array as Arrays, DateTime, Result, Schema } from "effect"
import { kind as accountKind } from "../../account/AccountId.ts"
import * as Tag from "../../account/Tag.ts"
import * as Remark from "../../finding/Remark.ts"
import { PostProcess } from "../../internal-system/content/PostProcess.ts"
import { AnswerProcess } from "../../internal-system/interaction/AnswerProcess.ts"
import { PrivateAnswerProcess } from "../../internal-system/private-messages/PrivateAnswerProcess.ts"
import { PersonId } from "../../process/Actor.ts"
import { nextOf } from "../../process/Presence.ts"
import type { Reading } from "../../process/Reader.ts"
import * as Standing from "../../process/Standing.ts"
import { PaidPromotionProcess } from "../advertising/PaidPromotionProcess.ts"
import { CampaignProcess } from "../campaigns/CampaignProcess.ts"
import * as Embargo from "./Embargo.ts"

const { deadline, start, process, stay, step } = Embargo.embargo

const Impose = start({
  title: { zh: "停更", en: "impose" },
  to: ["InForce"],
  by: "monitoring.embargo",
  input: Embargo.wish,
  facts: { ...Embargo.wish, told: Schema.NonEmptyArray(PersonId), stopsAnswers: Schema.Boolean },
  decide: (input, { at, by, settings: { lead, most, stopsAnswers, writers } }) => {
    const latest = DateTime.addDuration(at, most)
    return DateTime.isGreaterThan(input.until, at) && DateTime.isLessThanOrEqualTo(input.until, latest)
      ? Result.succeed({
          ...input,
          stopsAnswers,
          told: Arrays.dedupe([by.person, lead, ...input.mayPublish, ...writers] as const)
        })
      : Result.fail(new Embargo.BadEnd({ until: input.until, latest }))
  },
  evolve: ({ at, by, facts }) => ({ _tag: "InForce", ...facts, since: at, by: by.person }),
  performs: { notify: (embargo, _, reading) => everyone(embargo, Embargo.begun(embargo, reading)) }
})

const everyone = ({ told }: Embargo.State, message: ReturnType<typeof Embargo.over>) =>
  told.map((to) => ({ to, message, urgent: true }))

const ends = {
  notify: (embargo: Embargo.State, _: unknown, reading: Reading) => everyone(embargo, Embargo.over(embargo, reading))
}

const Lift = step({
  title: { zh: "解除停更", en: "lift" },
  from: ["InForce"],
  to: ["Lifted"],
  by: "monitoring.embargo",
  input: { note: Remark.MaybeNote },
  evolve: (embargo, { by, facts }) => ({ ...embargo, ...facts, _tag: "Lifted", liftedBy: by.person }),
  performs: ends
})

const Lapse = step({
  title: { zh: "到期", en: "lapse" },
  from: ["InForce"],
  to: ["Lapsed"],
  by: "clock",
  performs: ends
})

/** Whoever imposed it hears that it lasts, or whoever is there in their place. */
const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: ["InForce"],
  by: "clock",
  facts: { to: PersonId },
  decide: ({ by }, _input, { presence, settings: { lead, others = [] } }) =>
    Result.succeed({ to: nextOf([by, lead, ...others], presence) }),
  performs: { notify: (embargo, { facts: { to } }, reading) => ({ to, message: Embargo.lasts(embargo, reading) }) }
})

const ofAccount = ({ account }: Embargo.InForce) => Tag.of(accountKind, account)
const except = ({ mayPublish }: Embargo.InForce) => mayPublish
// Whoever is refused reads whom to ask, or how long to wait.
const told = { heldBy: ({ by }: Embargo.InForce) => by, until: ({ until }: Embargo.InForce) => until }

/** An embargo on what goes out for an account. */
export const EmbargoProcess = process({
  about: Embargo.about,
  isArrangement: true,
  steps: { Impose, Lift, Lapse, Remind },
  final: ["Lifted", "Lapsed"],
  deadlines: {
    end: deadline({
      title: { zh: "停更期限", en: "end" },
      while: ["InForce"],
      at: ({ until }) => until,
      warnAt: 1,
      fires: "Lapse"
    }),
    reminder: deadline({
      title: { zh: "停更提醒", en: "reminder" },
      while: ["InForce"],
      within: ({ reminds }) => reminds,
      warnAt: 1,
      fires: "Remind"
    })
  },
  // #region standing
  standing: {
    InForce: [
      { suspends: Standing.steps(PostProcess, "Publish", "PublishNow"), of: ofAccount, except, ...told },
      { suspends: Standing.steps(PaidPromotionProcess, "Begin", "Ask"), of: ofAccount, except, ...told },
      { suspends: Standing.steps(CampaignProcess, "WarmUp", "GoLive"), of: ofAccount, except, ...told },
      {
        suspends: Standing.steps(AnswerProcess, "Say", "Write"),
        of: (embargo) => (embargo.stopsAnswers ? ofAccount(embargo) : undefined),
        except,
        ...told
      },
      {
        suspends: Standing.steps(PrivateAnswerProcess, "Say", "Write"),
        of: (embargo) => (embargo.stopsAnswers ? ofAccount(embargo) : undefined),
        except,
        ...told
      }
    ]
  },
  // #endregion
  invariants: {
    "it ends after it begins": ({ since, until }) => DateTime.isLessThan(since, until),
    "whoever imposed it hears of it": ({ by, told }) => told.includes(by)
  }
})
