/**
 * One complaint, from the comment to its end, at a customer desk that has much to do: what the fan was told, when, and who heard that it takes long.
 *
 * @module
 */
import { MemoryFans } from "@dualops/adapter-memory"
import type { Bilingual } from "@dualops/core"
import { FanId, PostId } from "@dualops/core/account"
import { ComplaintProcess, ReferralProcess } from "@dualops/core/complaints"
import { Interaction, Reception } from "@dualops/core/interaction"
import { Caseload, Operations } from "@dualops/core/operations"
import { type Case, Face, type Process } from "@dualops/core/process"
import { Resource } from "@dualops/core/resources"
import { DateTime, Duration, Effect } from "effect"
import type { VirtualClock } from "../clock/VirtualClock.ts"
import * as House from "./House.ts"
import * as Service from "./Service.ts"

const begun = House.at("2026-11-23T10:00")
const commentOf = (id: string): Interaction.Interaction => ({
  kind: "comment",
  id: Interaction.InteractionId.make(id),
  post: PostId.make("5034567890123456789"),
  from: { id: FanId.make("2489518277"), name: "小林" },
  text: "外卖等了两个小时，送来全洒了，打客服电话没人接，态度太差了，要求退款！",
  at: begun
})

/** How it went. */
export interface Ending {
  /** Hours from the comment until the fan had a first word, until customer service had solved it, and until the fan was told. */
  readonly hours: Readonly<Record<"word" | "department" | "solution", number>>
  readonly state: string
  /** Who was told what because it took long. */
  readonly late: ReadonlyArray<House.Told>
  /** The steps of the complaint and of the referral, with when they were taken. */
  readonly steps: ReadonlyArray<{ readonly at: DateTime.Utc; readonly what: Bilingual.Bilingual }>
}

/** What happens, half hour by half hour, until the fan was told, and then until a fortnight is over. */
export const run = Effect.fnUntraced(function* (clock: VirtualClock, id = "5034567890123457001") {
  const comment = commentOf(id)
  const told: Array<House.Told> = []
  const doing = House.work(told)
  const service = Service.make(yield* Service.backlog(`phone-${id}`))
  yield* MemoryFans.MemoryFans.use(({ interactions }) => Effect.sync(() => interactions.push(comment)))
  const reception = yield* Reception
  const [complaint] = yield* reception.receive(Service.account, [comment])
  if (complaint === undefined) return yield* Effect.die(new Error("triage took it for no complaint"))
  const chens = <S extends "Reply" | "Refer" | "Solve">(
    step: S,
    input: Operations.Order<typeof ComplaintProcess, S>["input"]
  ) =>
    Operations.send<typeof ComplaintProcess, S>(ComplaintProcess, {
      key: step,
      case: complaint,
      step,
      by: House.chen,
      input
    })

  // #region steps
  yield* House.until(clock, doing, House.at("2026-11-23T10:20"))
  yield* chens("Reply", { text: "小林，非常抱歉，已请客服核实，今天给您答复。" })
  yield* House.until(clock, doing, House.at("2026-11-23T10:25"))
  const note = "外卖全洒，请退款并回电"
  yield* chens("Refer", { department: Resource.ResourceId.make("customer-service"), note })
  // #endregion

  for (let half = 1; half <= 2 * 24 * 14; half++) {
    const now = DateTime.addDuration(begun, Duration.minutes(30 * (half + 1)))
    yield* House.until(clock, doing, now)
    const state = yield* standing(complaint)
    if (state?._tag === "Proposed") break
    if (!Service.isThere(now)) continue
    yield* service.solveOne
    // Chen reads what customer service has answered, and tells the fan.
    if (state?._tag === "InHand" && state.report !== undefined)
      yield* chens("Solve", { text: "小林，款已退回，店长会给您回电。再次抱歉。" })
  }
  // The fan has nothing against it.
  yield* House.until(clock, doing, DateTime.addDuration(begun, Duration.days(14)))
  return yield* ending(complaint, told)
})

const standing = (id: Case.CaseId) => Effect.map(Operations.load(ComplaintProcess, id), (one) => one?.state)

const ending = Effect.fnUntraced(function* (id: Case.CaseId, told: ReadonlyArray<House.Told>) {
  const complaint = yield* Operations.read(ComplaintProcess, id)
  const [referral] = yield* Caseload.everyCase([ReferralProcess])
  const referred = referral === undefined ? [] : yield* Operations.read(ReferralProcess, referral.case.id)
  const steps = [
    ...complaint.map(({ at, step }) => ({ at, what: nameOf(ComplaintProcess, step) })),
    ...referred.map(({ at, step }) => ({ at, what: nameOf(ReferralProcess, step) }))
  ].sort((one, other) => DateTime.Order(one.at, other.at))
  const hoursTo = (event: { readonly at: DateTime.Utc } | undefined) =>
    event === undefined ? Number.NaN : Duration.toMillis(DateTime.distance(begun, event.at)) / 3_600_000
  const state = yield* standing(id)
  return {
    hours: {
      word: hoursTo(complaint.find(({ step }) => step === "Said")),
      department: hoursTo(referred.find(({ step }) => step === "DeskReports")),
      solution: hoursTo(complaint.filter(({ step }) => step === "Said")[1])
    },
    state: state?._tag ?? "",
    late: told.filter(({ message }) => /还没有/.test(message.zh)),
    steps
  } satisfies Ending
})

/** What people call a step, and of what it is one. */
const nameOf = (process: Process.Any, step: string): Bilingual.Bilingual => {
  const { en, zh } = Face.step(process, step)
  return { zh: `${process.title.zh}：${zh}`, en: `${process.title.en}: ${en}` }
}
