import { Messenger } from "@dualops/core/messaging"
import { Writing } from "@dualops/core/operations"
import { Actor } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect, Exit } from "effect"
import * as fc from "fast-check"

const facts = { code: "1", detail: "so it is" }
const refused = new Writing.Refused(facts)
const unauthorised = new Writing.Unauthorised(facts)
const later = new Writing.TryLater({ code: "unreachable", detail: "no connection" })
const unknown = new Writing.Unknown(facts)
const message: Messenger.Message = {
  to: { person: Actor.PersonId.make("lin"), name: "林", contact: {} },
  matters: [{ message: { zh: "有事", en: "a matter" }, act: "https://desk.example.com/1" }]
}

/** What comes of it where each messenger answers so, and which of them were asked. */
const told = (...answers: readonly [Answer, ...Array<Answer>]) => {
  const asked: Array<Answer> = []
  const messenger = (answer: Answer): Messenger.Messenger["Service"] => ({
    tell: () =>
      Effect.suspend(() => {
        asked.push(answer)
        return answer === "told" ? Effect.void : Effect.fail(answer)
      })
  })
  const [first, ...others] = answers
  const exit = Effect.runSyncExit(Messenger.inTurn([messenger(first), ...others.map(messenger)]).tell(message))
  return { exit, asked }
}
type Answer = "told" | Writing.Failure
const answer = fc.constantFrom<Array<Answer>>("told", refused, unauthorised, later, unknown)

describe("Several messengers in turn", () => {
  it("ask the next where one cannot be reached, refuses, or is not let in any more", () => {
    for (const failure of [later, refused, unauthorised]) assertEquals(told(failure, "told").exit, Exit.void)
  })

  it("wait for one that may tell later where no other tells", () => {
    assertEquals(told(later, refused).exit, Exit.fail(later))
    assertEquals(told(refused, later, unauthorised).exit, Exit.fail(later))
  })

  it("tell nobody twice: whoever is asked comes after those that have told nobody for sure", () => {
    fc.assert(
      fc.property(fc.tuple(answer, answer, answer, answer), (answers) => {
        const { asked, exit } = told(...answers)
        const last = answers.findIndex((one) => one === "told" || one === unknown)
        assert.deepStrictEqual(asked, last === -1 ? answers : answers.slice(0, last + 1))
        if (last !== -1) assertEquals(exit, answers[last] === "told" ? Exit.void : Exit.fail(unknown))
        else if (answers.includes(later)) assertEquals(exit, Exit.fail(later))
        else assertEquals(exit, Exit.fail(answers[3] as Writing.Failure))
      })
    )
  })
})
