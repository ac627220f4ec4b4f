import { Operations } from "@dualops/core/operations"
import { Actor, Case } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { PrizeClaimProcess } from "../../../examples/prizes/PrizeClaimProcess.ts"
import { atTen, claim, elements, formOf, get, post } from "./house.ts"

const send = (name: string, step: "Confirm", by: string) =>
  Operations.send(PrizeClaimProcess, {
    key: `${step} by ${by}`,
    case: Case.CaseId.make(name),
    step,
    by: Actor.person(by),
    input: {}
  })
const stateOf = (name: string) =>
  Effect.map(Operations.load(PrizeClaimProcess, Case.CaseId.make(name)), (one) => one?.state._tag)
const linksOf = (html: string) => elements(html).flatMap(({ has, tag }) => (tag === "a" ? [has["href"]] : []))

describe("One step in several cases", () => {
  it.effect("is taken in those that are chosen; what is refused in one stops no other", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        for (const name of ["claim 1", "claim 2", "claim 3"]) yield* claim(name)
        const desks = yield* get(desk, "zhou", "/zh")
        const way = "/zh/several/PrizeClaim/Confirm"
        assert.include(linksOf(desks.text), way)
        const { text } = yield* get(desk, "zhou", way)
        const { token = "", key = "" } = formOf(text)
        yield* send("claim 2", "Confirm", "he")
        const form = (cases: ReadonlyArray<string>, more: Readonly<Record<string, string>> = {}) =>
          new URLSearchParams([
            ...cases.map((name) => ["case", `1/${name}`]),
            ...Object.entries({ token, key, ...more })
          ])
        const none = yield* post(desk, "zhou", way, form([]))
        assert.strictEqual(none.status, 422)
        assert.include(none.text, "请至少选一项")
        const forged = yield* post(desk, "zhou", way, form(["claim 1"], { token: "" }))
        assert.strictEqual(forged.status, 403)
        assert.strictEqual(yield* stateOf("claim 1"), "Asked")
        const sent = yield* post(desk, "zhou", way, form(["claim 1", "claim 2"]))
        assert.strictEqual(sent.status, 422)
        for (const part of ["已办理", "未办理"]) assert.include(sent.text, part)
        assert.deepStrictEqual(
          [yield* stateOf("claim 1"), yield* stateOf("claim 2"), yield* stateOf("claim 3")],
          ["Eligible", "Eligible", "Asked"]
        )
        // Sent again, as by whoever goes back: nothing is taken twice, and nothing breaks.
        assert.include((yield* post(desk, "zhou", way, form(["claim 1"]))).text, "已办理")
        assert.strictEqual((yield* Operations.read(PrizeClaimProcess, Case.CaseId.make("claim 1"))).length, 2)
      })
    )
  )
})
