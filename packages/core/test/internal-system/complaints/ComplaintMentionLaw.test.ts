import { Actor, Case, Process } from "@dualops/core"
import { type Complaint, ComplaintProcess } from "@dualops/core/complaints"
import type { Incoming } from "@dualops/core/interaction"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Result } from "effect"
import * as fc from "fast-check"
import { account, chen, mentioned, monday, settings, wrote, wroteInPrivate } from "./ComplaintCast.ts"

/** What the fan does, what somebody says, and what becomes of it; what was written before may come once more. */
type Deed =
  | { readonly does: "mention" | "comment" | "message" | "come again" }
  | { readonly does: "say"; readonly step: "Reply" | "Ask" | "Solve"; readonly inPrivate: boolean }
  | { readonly does: "end"; readonly as: "Said" | "NotSaid" | "NotInTime" | "NotSayable" }

// A message opens the door as often as wanted: few lives are to have one soon.
const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 1, arbitrary: fc.constant({ does: "message" as const }) },
  { weight: 16, arbitrary: fc.constantFrom("mention", "mention", "comment", "come again").map((does) => ({ does })) },
  {
    weight: 24,
    arbitrary: fc.record({
      does: fc.constant("say" as const),
      step: fc.constantFrom("Reply", "Reply", "Ask", "Solve"),
      inPrivate: fc.constantFrom(true, true, true, false)
    })
  },
  {
    weight: 24,
    arbitrary: fc.record({
      does: fc.constant("end" as const),
      as: fc.constantFrom("Said", "Said", "Said", "NotSaid", "NotInTime", "NotSayable")
    })
  }
)

interface Lived {
  /** The mentions to which private words were begun with, and not called off before they were an answer at all. */
  readonly answered: ReadonlyArray<string>
  readonly refused: ReadonlyArray<string>
}

const live = (deeds: ReadonlyArray<Deed>): Lived => {
  const id = Case.CaseId.make("the case")
  let current: Case.Case<Complaint.State> | undefined
  let asked: Incoming.Incoming | undefined
  let answered: ReadonlyArray<string> = []
  const refused: Array<string> = []
  const written: Array<Incoming.Incoming> = []
  const take = (attempt: Pick<Process.Attempt<typeof ComplaintProcess>, "step" | "by" | "input">, minute: number) => {
    const at = DateTime.addDuration(monday("09:00"), `${10 * minute} minutes`)
    // What a deed is told fits its step.
    const occasion = {
      ...{ case: id, at, handbook: Case.HandbookVersion.make("1"), settings, entitled: () => true },
      ...attempt
    } as Process.Attempt<typeof ComplaintProcess>
    const taken = Process.accept(ComplaintProcess, current, occasion)
    if (Result.isFailure(taken)) {
      refused.push(taken.failure._tag)
      return
    }
    current = Process.evolve(ComplaintProcess, current, taken.success)
    const order = Process.actions(ComplaintProcess, current, taken.success).find(({ name }) => name.startsWith("reply"))
    if (order === undefined) return
    // An order names what it answers.
    asked = (order.request as { readonly input: { readonly interaction: Incoming.Incoming } }).input.interaction
    if (order.name === "replyInPrivate" && asked.kind !== "private message") answered = [...answered, asked.id]
  }
  const write = (interaction: Incoming.Incoming, minute: number) => {
    written.push(interaction)
    const [step, more] = minute === 0 ? (["Receive", { account }] as const) : (["FanWrites", {}] as const)
    take({ step, by: Actor.world, input: { ...more, interaction } }, minute)
  }
  write(mentioned(), 0)
  for (const [index, one] of deeds.entries()) {
    const minute = index + 1
    const at = DateTime.addDuration(monday("09:00"), `${10 * minute} minutes`)
    switch (one.does) {
      case "mention":
        write(mentioned(100 + index, at), minute)
        break
      case "comment":
        write(wrote("还没解决", 100 + index), minute)
        break
      case "message":
        write(wroteInPrivate(100 + index, at), minute)
        break
      case "come again":
        write(written[index % written.length] ?? mentioned(), minute)
        break
      case "say":
        take(
          { step: one.step, by: Actor.person(chen), input: { text: "请告诉我们订单号。", inPrivate: one.inPrivate } },
          minute
        )
        break
      case "end": {
        if (asked === undefined) break
        const child = Actor.child("replyInPrivate", Case.CaseId.make("the answer"), "Answered")
        const refusals = refused.length
        if (one.as === "NotSayable")
          take({ step: one.as, by: Actor.world, input: { code: "it", detail: "was to be so" } }, minute)
        else
          take(
            { step: one.as, by: child, input: one.as === "Said" ? { interaction: asked, text: "已答复" } : {} },
            minute
          )
        // Words that could not be begun with are no answer.
        if (refused.length === refusals && one.as === "NotSayable" && answered.at(-1) === asked.id)
          answered = answered.slice(0, -1)
      }
    }
  }
  return { answered, refused }
}

describe("Whatever happens to a complaint that mentions the account", () => {
  it("a mention is answered in private at most once", () => {
    const seen: Array<Lived> = []
    fc.assert(
      fc.property(fc.array(deed, { minLength: 12, maxLength: 40, size: "max" }), (deeds) => {
        const lived = live(deeds)
        seen.push(lived)
        assert.strictEqual(new Set(lived.answered).size, lived.answered.length, lived.answered.join())
      }),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 500 }
    )
    // Lives in which nobody tries a second time prove nothing, nor those in which nobody may.
    const share = (is: (lived: Lived) => boolean) => seen.filter(is).length / seen.length
    assert.isAbove(
      share(({ refused }) => refused.includes("Complaint.OnceOnly")),
      0.1
    )
    assert.isAbove(
      share(({ answered }) => answered.length > 1),
      0.1
    )
  })
})
