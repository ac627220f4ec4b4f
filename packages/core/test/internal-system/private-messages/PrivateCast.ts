import { Actor, Case, Process } from "@dualops/core"
import { FanId } from "@dualops/core/account"
import { type Incoming, Interaction } from "@dualops/core/interaction"
import { type PrivateAnswer, PrivateAnswerProcess } from "@dualops/core/private-messages"
import { ProcessSpec, type Traces } from "@dualops/core/testing"
import { DateTime, Result } from "effect"
import { account, bao, chen, kai, mei, monday, settings as ofAnswers } from "../interaction/AnswerCast.ts"

export { account, bao, chen, kai, mei, monday } from "../interaction/AnswerCast.ts"

/** Chen and Mei answer, Mei also passes on, Bao leads. */
const may: Readonly<Record<string, ReadonlyArray<Actor.PersonId>>> = {
  "interaction.answer": [chen, mei],
  "interaction.route": [mei]
}

export const settings: PrivateAnswer.Settings = { ...ofAnswers, looks: { ...ofAnswers.looks, times: 1 } }
export const fan = FanId.make("2489518277")
export const text = "已为您查询，今天送到。"

/** So many hours after Monday, 09:00. */
export const after = (hours: number) => DateTime.addDuration(monday("09:00"), `${hours} hours`)

/** What the fan writes in private, so many hours after Monday, 09:00. */
export const wrote = (words = "外卖还没到", hours = 0, id = `push ${hours}`): Incoming.PrivateMessage => ({
  kind: "private message",
  id: Interaction.InteractionId.make(id),
  from: { id: fan, name: "小林" },
  text: words,
  at: after(hours)
})

const rulebook: ProcessSpec.Rulebook<typeof PrivateAnswerProcess> = {
  handbook: Case.HandbookVersion.make("edition 1"),
  settings,
  entitled: (person, permission) => may[permission]?.includes(Actor.authority(person)) ?? false
}

type Deed<S extends keyof (typeof PrivateAnswerProcess)["steps"]> = ProcessSpec.Deed<typeof PrivateAnswerProcess, S>

export type Deeds = ReadonlyArray<ProcessSpec.Deed<typeof PrivateAnswerProcess>>

export const given = (...deeds: Deeds) => ProcessSpec.given(PrivateAnswerProcess, rulebook, ...deeds)

/** The case after all this, whoever did it. */
export const standing = (...deeds: Deeds) => {
  let current: Case.Case<PrivateAnswer.State> | undefined
  for (const deed of deeds) {
    const occasion = { case: Case.CaseId.make("the case"), input: {}, ...rulebook, entitled: () => true, ...deed }
    // A deed without an input belongs to a step that takes the empty one.
    const taken = Process.accept(
      PrivateAnswerProcess,
      current,
      occasion as Process.Attempt<typeof PrivateAnswerProcess>
    )
    current = Process.evolve(PrivateAnswerProcess, current, Result.getOrThrow(taken))
  }
  if (current === undefined) throw new Error("nobody began it")
  return current
}

export const receive = (): Deed<"Receive"> => ({
  step: "Receive",
  by: Actor.world,
  at: after(0),
  input: { account, interaction: wrote() }
})
export const say = (hours: number, words = text): Deed<"Say"> => ({
  step: "Say",
  by: Actor.person(chen),
  at: after(hours),
  input: { text: words }
})
export const writesOn = (words: string, hours: number): Deed<"FanWrites"> => ({
  step: "FanWrites",
  by: Actor.world,
  at: after(hours),
  input: { interaction: wrote(words, hours) }
})
export const leaves = (hours: number): Deed<"FanLeaves"> => ({
  step: "FanLeaves",
  by: Actor.world,
  at: after(hours),
  input: { left: after(hours) }
})
export const follows = (hours: number): Deed<"FanOpens"> => ({
  step: "FanOpens",
  by: Actor.world,
  at: after(hours),
  input: { opened: after(hours) }
})
export const closes = (hours: number): Deed<"CloseWindow"> => ({
  step: "CloseWindow",
  by: Actor.clock("window"),
  at: after(hours)
})
export const warns = (hours: number, rung = 1): Deed<"WarnOfWindow"> => ({
  step: "WarnOfWindow",
  by: Actor.clock("warning", rung),
  at: after(hours)
})
export const loseSight = (hours: number): Deed<"LoseSight"> => ({
  step: "LoseSight",
  by: Actor.world,
  at: after(hours),
  input: { detail: "the line broke" }
})
export const notSeen = (hours: number): Deed<"NotSeen"> => ({
  step: "NotSeen",
  by: Actor.world,
  at: after(hours),
  input: { detail: "the platform shows it to no program" }
})

/** What random runs of a private answer are made of. */
export const cast: Traces.Cast<typeof PrivateAnswerProcess> = {
  people: [chen, mei, bao, kai],
  settings: [settings, { ...ofAnswers, mobileNumbers: true }],
  inputs: {
    Receive: () => ({ account, interaction: wrote() }),
    Write: (pick) => ({ account, interaction: wrote(undefined, -60 + 20 * pick(4)), text }),
    Say: (pick) => ({ text: pick(8) > 0 ? text : (["", "请拨打 13812345678"][pick(2)] ?? "") }),
    FanWrites: (pick) => ({ interaction: wrote("还在吗", pick(80)) }),
    FanOpens: (pick) => ({ opened: after(pick(80)) }),
    FanLeaves: (pick) => ({ left: after(pick(80)) })
  }
}
