/**
 * The rules of opening an account, as one value: no stage is over without evidence, nobody is alone with the credentials, and an account without fans is
 * not open.
 *
 * @module
 */
import { Result, Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import * as Label from "../../finding/Label.ts"
import * as Remark from "../../finding/Remark.ts"
import { PersonId } from "../../process/Actor.ts"
import { leadNow, nextOf } from "../../process/Presence.ts"
import * as Opening from "./AccountOpening.ts"

const { deadline, process, start, stay, step } = Opening.accountOpening

const evidence = { evidence: Opening.Evidence }
type Stage = Exclude<Opening.State, { readonly _tag: "Opened" | "Abandoned" }>

/** What was shown so far, and this. */
const shown = ({ shown, _tag: stage }: Stage, by: PersonId, evidence: string) => [...shown, { stage, evidence, by }]

const Begin = start({
  title: { zh: "开始", en: "begin" },
  to: ["Verifying"],
  by: "account.open",
  input: { account: AccountId },
  evolve: ({ by, facts }) => ({ _tag: "Verifying", ...facts, owner: by.person, shown: [] })
})

const Verified = step({
  title: { zh: "认证通过", en: "verified" },
  from: ["Verifying"],
  to: ["Connecting"],
  by: "account.open",
  input: evidence,
  evolve: (opening, { by, facts }) => ({
    ...opening,
    _tag: "Connecting",
    shown: shown(opening, by.person, facts.evidence)
  })
})

const Connected = step({
  title: { zh: "密钥和域名就绪", en: "connected" },
  from: ["Connecting"],
  to: ["Entrusting"],
  by: "account.open",
  input: evidence,
  evolve: (opening, { by, facts }) => ({
    ...opening,
    _tag: "Entrusting",
    shown: shown(opening, by.person, facts.evidence)
  })
})

const Entrusted = step({
  title: { zh: "凭证已交保管", en: "entrusted" },
  from: ["Entrusting"],
  to: ["Styling"],
  by: "account.open",
  input: {
    keeper: PersonId.annotate(Label.of({ zh: "保管人", en: "keeper" })),
    second: PersonId.annotate(Label.of({ zh: "第二保管人", en: "second keeper" })),
    ...evidence
  },
  decide: (_, input) =>
    input.keeper === input.second
      ? Result.fail(new Opening.AloneWithThem({ person: input.keeper }))
      : Result.succeed(input),
  evolve: (opening, { by, facts: { evidence, keeper, second } }) => ({
    ...opening,
    _tag: "Styling",
    shown: shown(opening, by.person, `${keeper}, ${second}: ${evidence}`)
  })
})

const StyleAgreed = step({
  title: { zh: "风格已定", en: "agree on the style" },
  from: ["Styling"],
  to: ["Planning"],
  by: "account.open",
  input: evidence,
  evolve: (opening, { by, facts }) => ({
    ...opening,
    _tag: "Planning",
    shown: shown(opening, by.person, facts.evidence)
  })
})

const Planned = step({
  title: { zh: "计划已批", en: "approve the plan" },
  from: ["Planning"],
  to: ["Inviting"],
  by: "account.approve",
  input: evidence,
  evolve: (opening, { by, facts }) => ({
    ...opening,
    _tag: "Inviting",
    shown: shown(opening, by.person, facts.evidence)
  })
})

const Open = step({
  title: { zh: "开通", en: "open" },
  from: ["Inviting"],
  to: ["Opened"],
  by: "account.approve",
  input: {
    followers: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)).annotate(
      Label.of({ zh: "首批粉丝数", en: "first fans" })
    ),
    ...evidence
  },
  decide: (_, input, { settings: { firstFans: needed } }) =>
    input.followers < needed
      ? Result.fail(new Opening.TooFewFans({ followers: input.followers, needed }))
      : Result.succeed(input),
  evolve: (opening, { by, facts: { evidence, followers } }) => ({
    ...opening,
    _tag: "Opened",
    followers,
    shown: shown(opening, by.person, evidence)
  })
})

const stages = ["Verifying", "Connecting", "Entrusting", "Styling", "Planning", "Inviting"] as const

const Abandon = step({
  title: { zh: "放弃", en: "abandon" },
  from: stages,
  to: ["Abandoned"],
  by: "account.approve",
  input: { reason: Remark.Reason }
})

const Remind = stay({
  title: { zh: "提醒", en: "remind" },
  from: stages,
  by: "clock",
  facts: { to: PersonId },
  decide: ({ owner }, _, under) => Result.succeed({ to: nextOf([owner, leadNow(under)], under.presence) }),
  performs: {
    notify: (_, { facts: { to } }, { about, state }) => ({
      to,
      message: {
        zh: `${about.zh}：「${state.zh}」还没有完成。`,
        en: `${about.en}: the stage “${state.en}” is not over.`
      }
    })
  }
})

const lasting = (stage: (typeof stages)[number]) =>
  deadline({
    title: { zh: "阶段期限", en: "stage" },
    while: [stage],
    within: ({ stage }) => stage,
    fires: "Remind"
  })

/** The opening of an account. */
export const AccountOpeningProcess = process({
  about: ({ account }, called) => ({ zh: `开通 ${called(account)}`, en: `the opening of ${called(account)}` }),
  awaits: (opening) => (opening._tag === "Planning" || opening._tag === "Inviting" ? [] : [opening.owner]),
  steps: { Begin, Verified, Connected, Entrusted, StyleAgreed, Planned, Open, Abandon, Remind },
  final: ["Opened", "Abandoned"],
  // Each stage has its own time.
  deadlines: {
    verification: lasting("Verifying"),
    access: lasting("Connecting"),
    custody: lasting("Entrusting"),
    style: lasting("Styling"),
    plan: lasting("Planning"),
    fans: lasting("Inviting")
  },
  separate: [["Verified", "Planned"]],
  invariants: {
    "no stage is over without evidence": (opening) =>
      opening._tag === "Abandoned" || opening.shown.length === [...stages, "Opened"].indexOf(opening._tag)
  }
})
