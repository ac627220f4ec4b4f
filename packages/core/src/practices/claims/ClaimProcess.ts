/**
 * The rules of a claim, as one value: whoever has a fan in hand suspends what others would say to that fan, their claims included.
 *
 * @module
 */
import { DateTime, Result } from "effect"
import { kind as fanKind } from "../../account/FanId.ts"
import * as Tag from "../../account/Tag.ts"
import { Moment } from "../../calendar/Moment.ts"
import { ComplaintProcess } from "../../internal-system/complaints/ComplaintProcess.ts"
import { AnswerProcess } from "../../internal-system/interaction/AnswerProcess.ts"
import { PrivateAnswerProcess } from "../../internal-system/private-messages/PrivateAnswerProcess.ts"
import { authority, type PersonId } from "../../process/Actor.ts"
import * as Standing from "../../process/Standing.ts"
import * as Claim from "./Claim.ts"

const { deadline, process, start, step } = Claim.claim

const Take = start({
  title: { zh: "认领", en: "take" },
  to: ["Held"],
  by: "interaction.answer",
  input: Claim.wish,
  facts: { ...Claim.wish, until: Moment },
  decide: (input, { at, settings: { lease } }) => Result.succeed({ ...input, until: DateTime.addDuration(at, lease) }),
  evolve: ({ by, facts }) => ({ _tag: "Held", ...facts, by: authority(by) })
})

const notYours = ({ by }: { readonly by: PersonId }, person: PersonId) =>
  by === person ? undefined : new Claim.NotYours({ by })

const Keep = step({
  title: { zh: "延长认领", en: "keep" },
  from: ["Held"],
  to: ["Held"],
  by: "interaction.answer",
  facts: { until: Moment },
  unless: (claim, { by }) => notYours(claim, authority(by)),
  decide: (_state, _input, { at, settings: { lease } }) => Result.succeed({ until: DateTime.addDuration(at, lease) })
})

const Release = step({
  title: { zh: "放开", en: "release" },
  from: ["Held"],
  to: ["Released"],
  by: "interaction.answer",
  unless: (claim, { by }) => notYours(claim, authority(by))
})

const Lapse = step({ title: { zh: "过期", en: "lapse" }, from: ["Held"], to: ["Lapsed"], by: "clock" })

const ofFan = ({ fan }: Claim.State) => Tag.of(fanKind, fan)
const except = ({ by }: Claim.State) => [by]
// Whoever is refused reads whom to ask, or how long to wait.
const told = {
  heldBy: ({ by }: Claim.State) => by,
  until: ({ until }: Extract<Claim.State, { readonly _tag: "Held" }>) => until
}

/** Somebody has a fan in hand. */
export const ClaimProcess = process({
  about: ({ fan }) => ({ zh: `粉丝 ${fan}`, en: `the fan ${fan}` }),
  isArrangement: true,
  steps: { Take, Keep, Release, Lapse },
  final: ["Released", "Lapsed"],
  deadlines: {
    lease: deadline({
      title: { zh: "认领期限", en: "lease" },
      while: ["Held"],
      at: ({ until }) => until,
      warnAt: 1,
      fires: "Lapse"
    })
  },
  standing: {
    Held: [
      {
        suspends: Standing.steps(AnswerProcess, "Say", "Write", "PassOn", "Leave", "Hide"),
        of: ofFan,
        except,
        ...told,
        sparesAsked: true
      },
      {
        suspends: Standing.steps(PrivateAnswerProcess, "Say", "Write", "PassOn", "Leave"),
        of: ofFan,
        except,
        ...told,
        sparesAsked: true
      },
      {
        suspends: Standing.steps(
          ComplaintProcess,
          "Reply",
          "Ask",
          "Solve",
          "Confirm",
          "Dismiss",
          "AskInPublic",
          "AskHowItWas",
          "TellElsewhere"
        ),
        of: ofFan,
        except,
        ...told,
        sparesAsked: true
      },
      // The process is not there yet to be named by its value.
      { suspends: { process: "Claim", steps: ["Take"] }, of: ofFan, ...told }
    ]
  }
})
