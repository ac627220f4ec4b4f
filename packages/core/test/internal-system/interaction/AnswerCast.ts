import { Actor, Allowance, Case, Process } from "@dualops/core"
import { AccountId, FanId, PostId } from "@dualops/core/account"
import type { Post } from "@dualops/core/content"
import { type Answer, AnswerProcess, Interaction, Reply } from "@dualops/core/interaction"
import { Face } from "@dualops/core/process"
import { ProcessSpec, type Traces } from "@dualops/core/testing"
import { DateTime, Duration, Result } from "effect"

type Deed<S extends keyof (typeof AnswerProcess)["steps"]> = ProcessSpec.Deed<typeof AnswerProcess, S>

/** Chen and Mei answer; Mei also passes on and hides; Bao leads; Kai may do nothing by himself. */
export const [chen, mei, bao, kai] = [
  Actor.PersonId.make("Chen"),
  Actor.PersonId.make("Mei"),
  Actor.PersonId.make("Bao"),
  Actor.PersonId.make("Kai")
]

const may: Readonly<Record<string, ReadonlyArray<Actor.PersonId>>> = {
  "interaction.answer": [chen, mei],
  "interaction.route": [mei],
  "interaction.hide": [mei]
}

export const monday = (time: string) => DateTime.makeUnsafe(`2026-11-23T${time}+08:00`)

const rules: Post.Settings["rules"] = {
  route: "share",
  safeDomains: ["xinghe.example"],
  bannedWords: ["包治百病"],
  styleCard: {
    persona: { zh: "小河", en: "Xiaohe" },
    signOff: "喝口茶再走。",
    tags: { least: 1, most: 2, always: ["星河茶饮"] },
    mustSay: ["星河"],
    neverSay: [{ phrase: "亲", reason: { zh: "不是我们的说话方式。", en: "It is not how we talk." } }]
  }
}

export const settings: Answer.Settings = {
  within: Allowance.always("2 hours"),
  lead: bao,
  attention: Allowance.always("1 hour"),
  patience: Duration.minutes(5),
  looks: { every: Duration.minutes(2), times: 3 },
  rules
}

type Deeds = ReadonlyArray<ProcessSpec.Deed<typeof AnswerProcess>>

const rulebook: ProcessSpec.Rulebook<typeof AnswerProcess> = {
  handbook: Case.HandbookVersion.make("edition 1"),
  settings,
  entitled: (person, permission) => may[permission]?.includes(Actor.authority(person)) ?? false
}

export const given = (...deeds: Deeds) => ProcessSpec.given(AnswerProcess, rulebook, ...deeds)

/** The case after all this, whoever did it. */
export const standing = (...deeds: Deeds): Case.Case<Answer.State> => {
  let current: Case.Case<Answer.State> | undefined
  for (const deed of deeds) {
    const occasion = { case: Case.CaseId.make("the case"), input: {}, ...rulebook, entitled: () => true, ...deed }
    // A deed without an input belongs to a step that takes the empty one.
    const taken = Process.accept(AnswerProcess, current, occasion as Process.Attempt<typeof AnswerProcess>)
    current = Process.evolve(AnswerProcess, current, Result.getOrThrow(taken))
  }
  if (current === undefined) throw new Error("nobody began it")
  return current
}

export const account = AccountId.make("brand")
export const post = PostId.make("5034567890123456789")
export const out = Reply.ReplyId.make("5034567890123450000")
export const text = "门店九点开门，小河等你。"

export const wrote = (kind: Interaction.Kind = "comment"): Interaction.Interaction => ({
  kind,
  id: Interaction.InteractionId.make("5034567890123457000"),
  post,
  from: { id: FanId.make("2489518277"), name: "小林" },
  text: "请问几点开门？",
  at: monday("08:58")
})

type Who = Actor.PersonId | Actor.Person
const as = (who: Who): Actor.Person => (typeof who === "string" ? Actor.person(who) : who)

export const receive = (kind?: Interaction.Kind, at = monday("09:00")): Deed<"Receive"> => ({
  step: "Receive",
  by: Actor.world,
  at,
  input: { account, interaction: wrote(kind) }
})
export const say = (who: Who, words = text, at = monday("09:10")): Deed<"Say"> => ({
  step: "Say",
  by: as(who),
  at,
  input: { text: words }
})
export const suggest = (who: Who, words = text, at = monday("09:05")): Deed<"Suggest"> => ({
  step: "Suggest",
  by: as(who),
  at,
  input: { text: words }
})
export const passOn = (who: Who, at = monday("09:10")): Deed<"PassOn"> => ({
  step: "PassOn",
  by: as(who),
  at,
  input: { reason: "A parcel is lost." }
})
export const leave = (who: Who, at = monday("09:10")): Deed<"Leave"> => ({
  step: "Leave",
  by: as(who),
  at,
  input: { reason: "It is praise." }
})
export const hide = (who: Who, at = monday("09:10")): Deed<"Hide"> => ({
  step: "Hide",
  by: as(who),
  at,
  input: { reason: "It has somebody's telephone number." }
})
export const seeHidden = (at = monday("09:11")): Deed<"SeeHidden"> => ({ step: "SeeHidden", by: Actor.world, at })
export const stillShown = (at = monday("09:11")): Deed<"StillShown"> => ({
  step: "StillShown",
  by: Actor.world,
  at,
  input: { detail: "the line broke" }
})
export const escalate = (at = monday("11:00"), rung = 1): Deed<"Escalate"> => ({
  step: "Escalate",
  by: Actor.clock("promise", rung),
  at
})
export const remind = (at = monday("10:20")): Deed<"Remind"> => ({ step: "Remind", by: Actor.clock("attention"), at })
export const timeOut = (at = monday("09:15")): Deed<"TimeOut"> => ({ step: "TimeOut", by: Actor.clock("patience"), at })
export const lookAgain = (at = monday("09:15"), rung = 1): Deed<"LookAgain"> => ({
  step: "LookAgain",
  by: Actor.clock("nextLook", rung),
  at
})
export const confirm = (at = monday("09:11")): Deed<"Confirm"> => ({
  step: "Confirm",
  by: Actor.world,
  at,
  input: { reply: out, repliedAt: monday("09:10") }
})
export const refuse = (at = monday("09:11")): Deed<"Refuse"> => ({
  step: "Refuse",
  by: Actor.world,
  at,
  input: { code: "20206", detail: "the author restricts comments" }
})
export const loseSight = (at = monday("09:11")): Deed<"LoseSight"> => ({
  step: "LoseSight",
  by: Actor.world,
  at,
  input: { detail: "the line broke" }
})
export const notSeen = (at = monday("09:13")): Deed<"NotSeen"> => ({
  step: "NotSeen",
  by: Actor.world,
  at,
  input: { detail: "not among 20 of the account" }
})
export const find = (who: Who, at = monday("09:30")): Deed<"Find"> => ({
  step: "Find",
  by: as(who),
  at,
  input: { reply: out, repliedAt: monday("09:10") }
})
export const giveUp = (who: Who, at = monday("09:30")): Deed<"GiveUp"> => ({ step: "GiveUp", by: as(who), at })

/** An answer that Chen has given, and one of which nobody knows what became. */
export const sent = [receive(), say(chen)]
export const lost = [...sent, loseSight()]

/** What the lead is told. */
export const reminder = (state: Answer.State["_tag"]) => {
  const { en, zh } = Face.state(AnswerProcess, state)
  const { text } = wrote("comment")
  return {
    to: bao,
    message: {
      zh: `粉丝留言「${text}」现为「${zh}」，还没有得到答复。`,
      en: `Nobody has answered what a fan wrote: “${text}” (${en}).`
    }
  }
}

const kinds: ReadonlyArray<Interaction.Kind> = ["comment", "comment", "mention", "mention in a comment", "repost"]

/** What random runs of an answer are made of: words that may be said, and some that may not. */
export const cast: Traces.Cast<typeof AnswerProcess> = {
  people: [chen, mei, bao, kai],
  settings: [settings],
  inputs: {
    Receive: (pick) => ({ account, interaction: wrote(kinds[pick(kinds.length)]) }),
    Say: (pick) => ({ text: pick(8) > 0 ? text : (["", "包治百病"][pick(2)] ?? "") })
  }
}
