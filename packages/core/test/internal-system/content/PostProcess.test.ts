import { type Post, PostProcess } from "@dualops/core/content"
import { EveryRun, ProcessLaws, Traces } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertTrue } from "@effect/vitest/utils"
import * as fc from "fast-check"
import { cast, settings } from "./PostCast.ts"

ProcessLaws.suite("Post", PostProcess, cast)

type Trace = Traces.Trace<typeof PostProcess>
type Step = Trace["history"][number]

/** Whatever was sent, by the history up to its sending. What follows is reckoned from events alone, without the process. */
const allSendings = ({ history }: Trace): ReadonlyArray<ReadonlyArray<Step>> =>
  history.flatMap(({ step }, index) =>
    step === "Publish" || step === "Confirm" || step === "Find" ? [history.slice(0, index)] : []
  )

/** What a case says that has had its words approved itself, as it was: nobody has edited it since, or taken it back. */
const isIssued = ([first, ...later]: ReadonlyArray<Step>) =>
  first?.step === "Issue" && !later.some(({ step }) => step === "Edit" || step === "Release")

const sendings = (trace: Trace) => allSendings(trace).filter((history) => !isIssued(history))

const people = ({ by }: Step) =>
  by._tag !== "Person" ? [] : by.onBehalfOf === undefined ? [by.person] : [by.person, by.onBehalfOf]

const writings = (history: ReadonlyArray<Step>) => history.filter(({ step }) => step === "Compose" || step === "Edit")

/** The approvals after the last time that the text could have changed, or that anybody asked for a review. */
const standing = (history: ReadonlyArray<Step>) => {
  const asked = history.findLastIndex(({ step }) => step === "Compose" || step === "Edit" || step === "Submit")
  return history.slice(asked).filter(({ step }) => step === "Approve")
}

const numRuns = fc.readConfigureGlobal().numRuns ?? 500
const everyRun = EveryRun.of(PostProcess, cast, numRuns)
const law = (title: string, holds: (trace: Trace) => void, on = everyRun) => it(title, () => on(holds))

describe("Nothing is sent that was not approved, on runs of up to thirty steps", () => {
  law("by as many approvers as the handbook demands, each counted once", (trace) => {
    const { approvers, needs } = trace.rulebook.settings.review
    for (const history of sendings(trace)) {
      const writers = new Set(writings(history).flatMap(people))
      const demanded =
        needs === "any" ? 1 : needs === "all" ? approvers.filter((one) => !writers.has(one)).length : needs.quorum
      const counted = new Set(
        standing(history).flatMap(({ by }) => (by._tag === "Person" ? [by.onBehalfOf ?? by.person] : []))
      )
      assertTrue(demanded > 0)
      assertTrue([...counted].filter((one) => approvers.includes(one)).length >= demanded)
    }
  })

  law("or, where a case has had its words approved itself, by an approver who has not written them", (trace) => {
    for (const [first] of allSendings(trace).filter(isIssued)) {
      if (first?.step !== "Issue") continue
      const { approvedBy, authors } = first.facts
      assertTrue(trace.rulebook.settings.review.approvers.includes(approvedBy.onBehalfOf ?? approvedBy.person))
      assertTrue(!authors.includes(approvedBy.person) && !authors.includes(approvedBy.onBehalfOf ?? approvedBy.person))
    }
  })

  law("by as many pairs of eyes", (trace) => {
    for (const history of sendings(trace)) {
      const approvals = standing(history)
      assert.strictEqual(new Set(approvals.map((event) => people(event)[0])).size, approvals.length)
    }
  })

  law("by people who were entitled when they approved", (trace) => {
    for (const history of sendings(trace)) {
      for (const { at, by } of standing(history)) {
        assertTrue(by._tag === "Person" && trace.rulebook.entitled(by, "content.approve", at))
      }
    }
  })

  law("by nobody who wrote or edited, in whosever place either was done", (trace) => {
    for (const history of sendings(trace)) {
      const writers = new Set(writings(history).flatMap(people))
      assert.deepStrictEqual(
        standing(history)
          .flatMap(people)
          .filter((one) => writers.has(one)),
        []
      )
    }
  })

  law("after the last edit, after the last submission, and after the last release from a hold", (trace) => {
    for (const history of sendings(trace)) {
      const last = (...steps: ReadonlyArray<string>) => history.findLastIndex(({ step }) => steps.includes(step))
      assertTrue(last("Compose", "Edit", "Release") < last("Submit"))
      assertTrue(last("Submit") < last("Approve"))
      assertTrue(last("Approve") < last("Schedule", "PublishNow"))
    }
  })

  law(
    "an empty set of approvers publishes nothing",
    ({ history }) => {
      assert.deepStrictEqual(
        history.filter(({ step }) => ["Approve", "Publish", "PublishNow"].includes(step)),
        []
      )
    },
    EveryRun.of(PostProcess, { ...cast, settings: withoutApprovers }, numRuns)
  )

  it("the runs do send posts: under every kind of review, and some after an edit, and some by stand-ins", () => {
    const runs = fc.sample(Traces.arbitrary(PostProcess, cast), { numRuns: 500, seed: 3 })
    const sent = runs.filter((run) => sendings(run).length > 0)
    const under = new Set(sent.map(({ rulebook }) => JSON.stringify(rulebook.settings.review.needs)))
    assert.strictEqual(under.size, 4)
    assertTrue(sent.some((run) => sendings(run).some((history) => history.some(({ step }) => step === "Edit"))))
    assertTrue(
      sent.some((run) => sendings(run).some((history) => standing(history).some((one) => people(one).length > 1)))
    )
  })
})

/** Settings that no file could hold: the schema refuses them, and the process must not depend on that. */
const nobody = [] as ReadonlyArray<never> as unknown as Post.ReviewPolicy["approvers"]

const withoutApprovers = (["any", "all", { quorum: 1 }] as const).map((needs) => settings({ needs, approvers: nobody }))
