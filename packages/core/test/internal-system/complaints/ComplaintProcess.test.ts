import { Actor, Process } from "@dualops/core"
import { Complaint, ComplaintProcess, ReferralProcess } from "@dualops/core/complaints"
import { Screening } from "@dualops/core/content"
import { Answer, ServicePromise } from "@dualops/core/interaction"
import { Calendars, Due, Soundness } from "@dualops/core/process"
import { EveryRun, ProcessLaws, type ProcessSpec, type Traces } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { DateTime, Duration } from "effect"
import * as fc from "fast-check"
import {
  account,
  cast,
  castOfReferrals,
  chen,
  fanWrites,
  given,
  mei,
  monday,
  ordinary,
  receive,
  reported,
  route,
  safety,
  said,
  says,
  service,
  settings,
  standing,
  wrote
} from "./ComplaintCast.ts"

ProcessLaws.suite("Complaint", ComplaintProcess, cast)
ProcessLaws.suite("Referral", ReferralProcess, castOfReferrals)

describe("A complaint and its referrals", () => {
  it("are sound", () => assert.deepStrictEqual([ComplaintProcess, ReferralProcess].flatMap(Soundness.check), []))
})

type Deed = ProcessSpec.Deed<typeof ComplaintProcess>

describe("Whatever happens to a complaint", () => {
  const everyRun = EveryRun.of(ComplaintProcess, cast, fc.readConfigureGlobal().numRuns ?? 500)
  const law = (title: string, holds: (trace: Traces.Trace<typeof ComplaintProcess>) => void) =>
    it(title, () => everyRun(holds))

  law(
    "nothing is closed before the fan was told, and nothing is done with before a stated time of silence",
    (trace) => {
      const steps = trace.history.map(({ step }) => step)
      for (const [index, step] of steps.entries()) {
        const before = steps.slice(0, index)
        if (step === "NoObjection")
          assert.strictEqual(isTold(before.at(-1)) || isHeard(before.at(-1)), true, steps.join())
        if (step === "Confirm" && !before.includes("TellElsewhere"))
          assert.isTrue(before.lastIndexOf("Said") > before.indexOf("Solve"), steps.join())
        if (step === "Finish")
          assert.include(
            ["Confirm", "NoObjection"],
            before.findLast((one) => !isHeard(one))
          )
      }
    }
  )

  law("a complaint that nobody has answered, asked about or solved has somebody who is told", (trace) => {
    const current = trace.tried.at(-1)?.after
    if (current === undefined || Process.isOver(ComplaintProcess, current)) return
    const waits = Due.due(ComplaintProcess, current, trace.rulebook.settings, trace.calendars)
    const fires = waits.map(({ fires }) => fires)
    const isTeams = ["Open", "InHand", "Replying", "Asking", "Telling", "Answering"].includes(current.state._tag)
    // Where the team owes a word or a solution, somebody of its chain is told; where the fan is waited for, the wait ends.
    if (isTeams) assert.include(fires, "Escalate")
    else assert.includeMembers(["FanSilent", "NoObjection", "AskHowItWas", "Finish"], fires.slice(0, 1))
    assert.isNotEmpty(fires)
  })
})

const isTold = (step: string | undefined) => step === "Said" || step === "TellElsewhere"
const isHeard = (step: string | undefined) =>
  ["Reported", "NotTaken", "NotReferred", "AskHowItWas", "NotAsked", "DoNotAsk", "Rate"].includes(step ?? "")

describe("A fan's complaint", () => {
  it("holds the usual promise until somebody says how bad it is", () => {
    given().when(receive()).thenStands("Open", { promise: ordinary, interaction: wrote(), latest: wrote() })
    given(receive())
      .when({ step: "Grade", by: Actor.person(mei), at: monday("09:05"), input: { promise: safety } })
      .thenStands("Open", { promise: safety })
    const promise = ServicePromise.PromiseId.make("nobody's")
    given(receive())
      .when({ step: "Grade", by: Actor.person(mei), at: monday("09:05"), input: { promise } })
      .thenRefused(new Complaint.UnknownPromise({ promise, known: [ordinary, safety] }))
  })

  it("is answered by words of their own, and in hand when they are out", () => {
    const text = "已为您登记，今天内答复。"
    given(receive())
      .when(says("Reply"))
      .thenStands("Replying", { text, by: chen })
      .thenAsks({ reply: { input: { account, interaction: wrote(), text }, by: Actor.person(chen) } })
    given(receive(), says("Reply")).when(said()).thenStands("InHand", { latest: wrote() })
  })

  it("waits for a word again where the fan has written while they were under way", () => {
    const again = wrote("还没人管吗", 2)
    given(receive(), says("Reply"), fanWrites("还没人管吗", monday("09:20")))
      .when(said())
      .thenStands("Open", { latest: again })
  })

  it("says nothing that the content rules forbid", () => {
    const text = "本品包治百病"
    const findings = Screening.ofReplies(settings.rules).screen({ text, pictures: [] })
    given(receive()).when(says("Solve", text)).thenRefused(new Answer.NotSayable({ findings }))
  })

  it("waits for the fan who was asked, and goes on without them after a time", () => {
    given(receive(), says("Ask")).when(said()).thenStands("WaitingForFan", { text: "已为您登记，今天内答复。" })
    given(receive(), says("Ask"), said())
      .when(fanWrites("订单 4711"))
      .thenStands("Open", { latest: wrote("订单 4711", 2) })
    given(receive(), says("Ask"), said())
      .when({ step: "FanSilent", by: Actor.clock("fan"), at: monday("23:59") })
      .thenStands("InHand")
  })

  it("is asked of a department by the department's own promise, in the name of whoever asks", () => {
    const { [service]: promise } = settings.promises[ordinary]?.behind ?? {}
    given(receive())
      .when(route())
      .thenStands("Open", { by: mei })
      .thenAsks({
        refer: {
          input: { account, interaction: wrote(), department: service, note: "订单 4711，请退款", promise },
          by: Actor.person(mei)
        }
      })
  })

  it("tells whoever asked what the department says", () => {
    given(receive(), route())
      .when(reported())
      .thenStands("Open", { report: { department: service, report: "已退款" } })
      .thenAsks({
        notify: {
          to: mei,
          message: {
            zh: "投诉「裤子洗一次就破了，要求退款」有部门答复：已退款",
            en: "A department has answered about the complaint “裤子洗一次就破了，要求退款”: 已退款"
          },
          urgent: true
        }
      })
  })

  it("is closed when the fan was told and objects to nothing, and opened again by the fan", () => {
    const told = "退款已办好。"
    const proposed = [receive(), says("Solve", told), said(told)] as const
    given(...proposed)
      .when({ step: "NoObjection", by: Actor.clock("silence"), at: monday("23:59") })
      .thenStands("Closed", {
        told,
        closedBy: "silence"
      })
    given(...proposed)
      .when(fanWrites("钱没到账"))
      .thenStands("Open", { told })
    given(...proposed, { step: "NoObjection", by: Actor.clock("silence"), at: monday("23:59") })
      .when(fanWrites("钱没到账", monday("23:59")))
      .thenStands("Open", { told })
  })

  it("cannot be closed before the fan was told", () => {
    given(receive())
      .when({ step: "Confirm", by: Actor.person(chen), at: monday("10:00") })
      .thenRefused(new Complaint.NotToldYet())
  })

  it("is answered as any other words, where it is no complaint", () => {
    given(receive())
      .when({ step: "Dismiss", by: Actor.person(mei), at: monday("10:00"), input: { reason: "是问题" } })
      .thenStands("Answering", { reason: "是问题" })
      .thenAsks({ answer: { input: { account, interaction: wrote() } } })
  })
})

describe("The clock of a complaint", () => {
  const { everyMinute } = Calendars
  const solutionOf = (...deeds: ReadonlyArray<Deed>) =>
    Due.due(ComplaintProcess, standing(...deeds), settings, everyMinute).find(({ name }) => name === "solution")?.at

  it("stands still while the fan is waited for: what was used stays used", () => {
    const asked = [receive(), says("Ask"), said()] as const
    assertEquals(solutionOf(receive()), monday("15:00"))
    assertEquals(solutionOf(...asked), undefined)
    // Asked at 09:21, answered at 12:21: three hours do not count.
    assertEquals(solutionOf(...asked, fanWrites("订单 4711", monday("12:21"))), monday("18:00"))
  })

  it("runs on from where it was, where the fan objects", () => {
    const told = [receive(), says("Solve"), said(), fanWrites("没有", monday("23:21"))] as const
    // Told at 09:21, objected at 23:21: fourteen hours do not count.
    assertEquals(solutionOf(...told), DateTime.addDuration(monday("15:00"), Duration.hours(14)))
  })
})
