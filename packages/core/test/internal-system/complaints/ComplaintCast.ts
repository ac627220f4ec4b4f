import { Actor, Allowance, Case, Process } from "@dualops/core"
import { FanId } from "@dualops/core/account"
import { type Complaint, ComplaintProcess, type Referral, type ReferralProcess } from "@dualops/core/complaints"
import { type Incoming, Interaction, ServicePromise } from "@dualops/core/interaction"
import { Resource } from "@dualops/core/resources"
import { ProcessSpec, type Traces } from "@dualops/core/testing"
import { DateTime, Duration, Result } from "effect"
import { account, bao, chen, kai, mei, monday, settings as ofAnswers, post } from "../interaction/AnswerCast.ts"

export { account, bao, chen, kai, mei, monday, post } from "../interaction/AnswerCast.ts"

/** Chen and Mei answer, Mei also routes, Bao leads; Shen answers for customer service, and Director Fan has promised it. */
export const [shen, fan] = [Actor.PersonId.make("Shen"), Actor.PersonId.make("Fan")]
const may: Readonly<Record<string, ReadonlyArray<Actor.PersonId>>> = {
  "interaction.answer": [chen, mei],
  "interaction.route": [mei],
  "resource.answer": [shen, fan]
}

export const service = Resource.ResourceId.make("customer-service")
export const [ordinary, safety] = [ServicePromise.PromiseId.make("ordinary"), ServicePromise.PromiseId.make("safety")]
const hours = (count: number) => Allowance.always(`${count} hours`)

export const settings: Complaint.Settings = {
  answers: { within: hours(1) },
  promises: {
    [ordinary]: {
      title: { zh: "一般投诉", en: "an ordinary complaint" },
      within: hours(8),
      chain: [
        { to: bao, after: hours(6) },
        { to: fan, after: hours(8) }
      ],
      behind: { [service]: { within: hours(4), chain: [{ to: shen, after: hours(3) }] } }
    },
    [safety]: { title: { zh: "安全", en: "safety" }, within: hours(2), behind: { [service]: { within: hours(1) } } }
  },
  usual: ordinary,
  fanReplies: hours(48),
  silence: hours(72),
  lead: bao,
  rules: ofAnswers.rules
}

/** What fans are asked in the end. */
export const survey = { question: "请问您对处理满意吗？回复1到5分。", after: Duration.hours(1) }
export const asking: Complaint.Settings = { ...settings, survey }

export const ofReferrals: Referral.Settings = {
  resources: {
    [service]: { owner: shen, sponsor: fan, answers: hours(4), title: { zh: "客服", en: "customer service" } }
  },
  desks: [],
  weiboFirst: true,
  lead: bao
}

const rulebook: ProcessSpec.Rulebook<typeof ComplaintProcess> = {
  handbook: Case.HandbookVersion.make("edition 1"),
  settings,
  entitled: (person, permission) => may[permission]?.includes(Actor.authority(person)) ?? false
}

type Deed<S extends keyof (typeof ComplaintProcess)["steps"]> = ProcessSpec.Deed<typeof ComplaintProcess, S>

export const given = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof ComplaintProcess>>) =>
  ProcessSpec.given(ComplaintProcess, rulebook, ...deeds)

/** The same where fans are asked in the end. */
export const givenAsking = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof ComplaintProcess>>) =>
  ProcessSpec.given(ComplaintProcess, { ...rulebook, settings: asking }, ...deeds)

/** The case after all this, whoever did it. */
export const standing = (...deeds: ReadonlyArray<ProcessSpec.Deed<typeof ComplaintProcess>>) =>
  standingBy(settings, ...deeds)

/** The same by other settings. */
export const standingBy = (
  settings: Complaint.Settings,
  ...deeds: ReadonlyArray<ProcessSpec.Deed<typeof ComplaintProcess>>
) => {
  let current: Case.Case<Complaint.State> | undefined
  for (const deed of deeds) {
    const occasion = {
      case: Case.CaseId.make("the case"),
      input: {},
      ...rulebook,
      settings,
      entitled: () => true,
      ...deed
    }
    // A deed without an input belongs to a step that takes the empty one.
    const taken = Process.accept(ComplaintProcess, current, occasion as Process.Attempt<typeof ComplaintProcess>)
    current = Process.evolve(ComplaintProcess, current, Result.getOrThrow(taken))
  }
  if (current === undefined) throw new Error("nobody began it")
  return current
}

/** What the fan writes, one comment after the other. */
export const wrote = (text = "裤子洗一次就破了，要求退款", number = 1): Interaction.Interaction => ({
  kind: "comment",
  id: Interaction.InteractionId.make(`50345678901234570${number}`),
  post,
  from: { id: FanId.make("2489518277"), name: "小林" },
  text,
  at: monday("08:58")
})

/** The same with the account's name after an @, in a post of the fan's own. */
export const mentioned = (number = 5, at = monday("08:58"), text = "@星禾 裤子破了，没人管"): Incoming.Mention => ({
  ...wrote(text, number),
  kind: "mention",
  at
})

/** The same in private; the longer ago, the less can it be answered. */
export const wroteInPrivate = (number = 3, at = monday("08:58")): Incoming.PrivateMessage => ({
  kind: "private message",
  id: Interaction.InteractionId.make(`push ${number}`),
  from: { id: FanId.make("2489518277"), name: "小林" },
  text: "还没解决",
  at
})
const lastWeek = DateTime.makeUnsafe("2026-11-16T09:00:00+08:00")

export const receive = (at = monday("09:00")): Deed<"Receive"> => ({
  step: "Receive",
  by: Actor.world,
  at,
  input: { account, interaction: wrote() }
})
type Says = "Reply" | "Ask" | "Solve"
export const says = <S extends Says>(step: S, text = "已为您登记，今天内答复。", at = monday("09:20")) => ({
  step,
  by: Actor.person(chen),
  at,
  input: { text }
})
/** What was said is out, in answer to what the fan wrote as the first or the second. */
export const said = (text = "已为您登记，今天内答复。", to = 1, at = monday("09:21")): Deed<"Said"> => ({
  step: "Said",
  by: Actor.child("reply", Case.CaseId.make("the answer"), "Answered"),
  at,
  input: { interaction: wrote(undefined, to), text }
})
/** An answer as to no complaint, to what the fan wrote as the first or the second. */
export const handled = (to = 1, state = "Answered", at = monday("10:30")): Deed<"Handled"> => ({
  step: "Handled",
  by: Actor.child("answer", Case.CaseId.make("the answer"), state),
  at,
  input: { interaction: wrote(undefined, to) }
})
export const dismiss = (at = monday("09:40")): Deed<"Dismiss"> => ({
  step: "Dismiss",
  by: Actor.person(mei),
  at,
  input: { reason: "是问题" }
})
export const fanWrites = (text: string, at = monday("10:00"), number = 2): Deed<"FanWrites"> => ({
  step: "FanWrites",
  by: Actor.world,
  at,
  input: { interaction: wrote(text, number) }
})
export const route = (at = monday("09:30")): Deed<"Refer"> => ({
  step: "Refer",
  by: Actor.person(mei),
  at,
  input: { department: service, note: "订单 4711，请退款" }
})
export const reported = (at = monday("11:00")): Deed<"Reported"> => ({
  step: "Reported",
  by: Actor.child("refer", Case.CaseId.make("the referral"), "Reported"),
  at,
  input: { department: service, report: "已退款" }
})

const texts = ["已为您登记。", "退款已办好。", "包治百病"]

/** What random runs of a complaint are made of. */
export const cast: Traces.Cast<typeof ComplaintProcess> = {
  people: [chen, mei, bao, kai, shen],
  settings: [asking, asking, { ...settings, survey: { ...survey, afterSilence: false } }],
  inputs: {
    Receive: (pick) => ({ account, interaction: pick(6) > 0 ? wrote() : mentioned() }),
    Raise: (pick) => ({ account, interaction: wrote(), ...(pick(2) > 0 && { promise: [ordinary, safety][pick(2)] }) }),
    Grade: (pick) => ({ promise: [ordinary, safety, ServicePromise.PromiseId.make("nobody's")][pick(3)] ?? ordinary }),
    FanWrites: (pick) => ({
      interaction:
        [wroteInPrivate(3), wroteInPrivate(4, lastWeek), wroteInPrivate(4, lastWeek), mentioned(6, monday("08:59"))][
          pick(8)
        ] ?? wrote("还没解决", 1 + pick(3))
    }),
    Reply: (pick) => ({ text: texts[pick(8)] ?? "已为您登记。", inPrivate: pick(4) === 0 }),
    Ask: (pick) => ({ text: "请私信订单号。", inPrivate: pick(4) === 0 }),
    Solve: (pick) => ({ text: "退款已办好。", inPrivate: pick(4) === 0 }),
    Rate: (pick) => ({ interaction: wrote(["5", "1分", "不满意", "3", "2", "还没解决"][pick(6)], 1 + pick(3)) }),
    AskInPublic: () => ({ text: "请再私信我们一次。" }),
    Handled: (pick) => ({ interaction: wrote(undefined, 1 + pick(2)) }),
    Said: (pick) => ({
      interaction: [mentioned(), mentioned(6, monday("08:59"))][pick(10)] ?? wrote(undefined, 1 + pick(2)),
      text: "退款已办好。"
    }),
    Refer: () => ({ department: service, note: "请退款" })
  }
}

/** What random runs of a referral are made of. */
export const castOfReferrals: Traces.Cast<typeof ReferralProcess> = {
  people: [mei, shen, fan, bao],
  settings: [ofReferrals, { ...ofReferrals, desks: [service] }],
  inputs: {
    Ask: (pick) => ({
      account,
      interaction: wrote(),
      department: pick(8) > 0 ? service : Resource.ResourceId.make("nobody"),
      note: "请退款",
      promise: { within: hours(4) }
    })
  }
}
