import { AccountId } from "@dualops/core/account"
import { Operations, Worker } from "@dualops/core/operations"
import { AccountOpening, AccountOpeningProcess, Problem, ProblemProcess } from "@dualops/core/practices"
import { type Actor, Allowance, Case, type Process } from "@dualops/core/process"
import { ProcessLaws } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration, Effect } from "effect"
import { TestClock } from "effect/testing"
import { later } from "../operations/house.ts"
import { ann, ben, edition, inHouse } from "../operations/openHouse.ts"

const day = Allowance.always("1 day")
const ofProblems: Problem.Settings = { lead: ben.person, attention: day, decides: day }
const ofOpenings: AccountOpening.Settings = { lead: ben.person, stage: day, firstFans: 1_000 }
const account = AccountId.make("1234567890")
const house = { ...edition({ ...ofProblems, ...ofOpenings }), accounts: [account] }

ProcessLaws.suite("Problem", ProblemProcess, {
  people: [ann.person, ben.person],
  settings: [ofProblems],
  inputs: {
    PutTo: (pick) => ({ to: [ann, ben][pick(2)]?.person ?? ann.person, ask: "每周一次通报" }),
    Defer: (pick, at) => ({ reason: "年底再议", until: DateTime.add(at, { hours: pick(60) }) }),
    Settle: (pick) => ({ edition: Case.HandbookVersion.make(`edition ${pick(3)}`) })
  }
})
ProcessLaws.suite("AccountOpening", AccountOpeningProcess, {
  people: [ann.person, ben.person],
  settings: [ofOpenings],
  inputs: {
    Entrusted: (pick) => ({
      keeper: ann.person,
      second: [ann, ben][pick(2)]?.person ?? ben.person,
      evidence: "保险库"
    }),
    Open: (pick) => ({ followers: pick(2) * 1_000, evidence: "后台截图" })
  }
})

const onProblem = (step: Process.StepOf<typeof ProblemProcess>, by: Actor.Person, input: unknown) =>
  Effect.map(
    Operations.send(ProblemProcess, {
      ...{ key: `${step} ${JSON.stringify(input)}`, case: Case.CaseId.make("late news") },
      ...{ step, by, input: input as never }
    }),
    ({ case: { state } }) => state._tag
  )
const onOpening = (step: Process.StepOf<typeof AccountOpeningProcess>, by: Actor.Person, input: unknown) =>
  Effect.map(
    Operations.send(AccountOpeningProcess, {
      ...{ key: `${step} ${JSON.stringify(input)}`, case: Case.CaseId.make("tea") },
      ...{ step, by, input: input as never }
    }),
    ({ case: { state } }) => state._tag
  )
const raised = Effect.andThen(
  onProblem("Raise", ann, { what: "上新总是最后才知道", evidence: "三次事后才知", function: "planning" }),
  onProblem("PutTo", ann, { to: ben.person, ask: "上新清单加一行：通知微博团队" })
)

describe("A problem that the team cannot solve alone", () => {
  it.effect(
    "is decided by whoever was asked and by nobody else, and a yes is not the end until the handbook says so",
    () =>
      inHouse(
        Effect.gen(function* () {
          yield* raised
          assertEquals(
            yield* Effect.flip(onProblem("Decline", ann, { reason: "不行" })),
            new Problem.NotAsked({ to: ben.person, person: ann.person })
          )
          assert.strictEqual(yield* onProblem("Agree", ben, { terms: "清单第三项" }), "Agreed")
          const same = Case.HandbookVersion.make("1")
          assertEquals(
            yield* Effect.flip(onProblem("Settle", ann, { edition: same })),
            new Problem.SameEdition({ edition: same })
          )
          assert.strictEqual(yield* onProblem("Settle", ann, { edition: "2" }), "Settled")
        }),
        house
      )
  )

  it.effect("that is deferred is put to them again by itself", () =>
    inHouse(
      Effect.gen(function* () {
        yield* raised
        assert.strictEqual(yield* onProblem("Defer", ben, { reason: "年底再议", until: later(60) }), "Deferred")
        yield* TestClock.adjust(Duration.minutes(61))
        yield* Worker.round({ processes: [ProblemProcess], carriers: [] })
        const one = yield* Operations.load(ProblemProcess, Case.CaseId.make("late news"))
        assert.strictEqual(one?.state._tag, "Asked")
      }),
      house
    )
  )
})

describe("An account", () => {
  it.effect("is open when every stage has shown that it is over, and when it has its first fans", () =>
    inHouse(
      Effect.gen(function* () {
        yield* onOpening("Begin", ann, { account })
        yield* onOpening("Verified", ann, { evidence: "蓝 V" })
        yield* onOpening("Connected", ann, { evidence: "应用密钥已发" })
        assertEquals(
          yield* Effect.flip(
            onOpening("Entrusted", ann, { keeper: ann.person, second: ann.person, evidence: "保险库" })
          ),
          new AccountOpening.AloneWithThem({ person: ann.person })
        )
        yield* onOpening("Entrusted", ann, { keeper: ann.person, second: ben.person, evidence: "保险库" })
        yield* onOpening("StyleAgreed", ann, { evidence: "手册第一版" })
        yield* onOpening("Planned", ben, { evidence: "首月计划" })
        assertEquals(
          yield* Effect.flip(onOpening("Open", ben, { followers: 999, evidence: "后台" })),
          new AccountOpening.TooFewFans({ followers: 999, needed: 1_000 })
        )
        assert.strictEqual(yield* onOpening("Open", ben, { followers: 1_000, evidence: "后台" }), "Opened")
      }),
      house
    )
  )
})
