/** The complaint that takes two days, and the same where Weibo goes first: clicked by those who answer fans, of whom one is too late. */
import { MemoryCustomerDesk, MemoryFans } from "@dualops/adapter-memory"
import { ChineseHolidays } from "@dualops/core/calendar"
import { ComplaintProcess, ReferralProcess } from "@dualops/core/complaints"
import { HousePages } from "@dualops/core/house-pages"
import { Interaction, Reception } from "@dualops/core/interaction"
import { Caseload, Operations } from "@dualops/core/operations"
import { Practices } from "@dualops/core/practices"
import type { Case } from "@dualops/core/process"
import { Desk } from "@dualops/desk"
import { NodeDesk } from "@dualops/desk/node"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Duration, Effect, Layer, Schema } from "effect"
import type { Page } from "playwright-core"
import * as VirtualClock from "../../../examples/clock/VirtualClock.ts"
import * as House from "../../../examples/complaint/House.ts"
import * as Service from "../../../examples/complaint/Service.ts"
import { absent, browser, heard, windowOf } from "./browsing.ts"
import { door, options } from "./house.ts"

const see = (tab: Page, text: string): Promise<void> => tab.locator("body", { hasText: text }).first().waitFor()
const press = (tab: Page, name: string) => tab.getByRole("button", { name, exact: true }).click()
const follow = (tab: Page, name: string) => tab.getByRole("link", { name, exact: true }).first().click()

const begun = House.at("2026-11-23T10:00")
const comment = Schema.decodeUnknownSync(Interaction.Interaction)({
  kind: "comment",
  id: "5034567890123457001",
  post: "5034567890123456789",
  from: { id: "2489518277", name: "小林" },
  text: "外卖等了两个小时，送来全洒了，打客服电话没人接，态度太差了，要求退款！",
  at: "2026-11-23T02:00:00Z"
})

const words = {
  word: "小林，非常抱歉，已请客服核实，今天给您答复。",
  late: "您好，我们马上核实。",
  note: "外卖全洒，请退款并回电",
  solution: "小林，款已退回，店长会给您回电。再次抱歉。"
}

/** The desk of this house, on a port of this machine. */
const served = (weiboFirst: boolean) =>
  Effect.flatMap(
    Desk.handler({
      ...options,
      processes: Practices.processes(),
      pages: HousePages.of(House.handbook(weiboFirst), ChineseHolidays.holidays)
    }),
    (handler) => NodeDesk.serve(NodeDesk.listener(handler))
  )

/** Lives through it; gives the hours until customer service had solved it. */
const play = Effect.fnUntraced(function* (clock: VirtualClock.VirtualClock, weiboFirst: boolean) {
  heard.length = 0
  const doing = House.work([])
  const until = (time: DateTime.Utc) => House.until(clock, doing, time)
  const service = Service.make(yield* Service.backlog("phone"))
  yield* MemoryFans.MemoryFans.use(({ interactions }) => Effect.sync(() => interactions.push(comment)))
  const reception = yield* Reception
  const [complaint] = yield* reception.receive(Service.account, [comment])
  if (complaint === undefined) return yield* Effect.die(new Error("triage took it for no complaint"))
  const state = (id: Case.CaseId) => Effect.map(Operations.load(ComplaintProcess, id), (one) => one?.state)

  const [address, open] = [yield* served(weiboFirst), yield* browser]
  const [chen, zhou] = [yield* windowOf(open, "chen"), yield* windowOf(open, "zhou")]

  // Both have seen it come, and both begin to answer.
  yield* until(House.at("2026-11-23T10:20"))
  yield* Effect.promise(async () => {
    for (const tab of [chen, zhou]) {
      await tab.goto(`${address}/zh`)
      await follow(tab, comment.text)
      await see(tab, "收到投诉")
      await follow(tab, "回应")
    }
    await chen.getByLabel("正文").fill(words.word)
    await zhou.getByLabel("正文").fill(words.late)
    await press(chen, "回应")
    await see(chen, "陈一：回应")
    await press(zhou, "回应")
    const notice = await zhou.getByRole("alert").innerText()
    assert.include(notice, "陈一：回应")
    assert.strictEqual((await zhou.getByLabel("正文").inputValue()).trim(), words.late)
  })

  // The fan has a word; customer service is asked.
  yield* until(House.at("2026-11-23T10:25"))
  yield* Effect.promise(async () => {
    await see(chen, "获知已发出")
    await follow(chen, "转部门")
    await chen.getByLabel("部门").fill("customer-service")
    await chen.getByLabel("说明").fill(words.note)
    await press(chen, "转部门")
    await see(chen, "陈一：转部门")
  })
  // Customer service works off what waits.
  let solved: DateTime.Utc | undefined
  for (let half = 1; half <= 2 * 24 * 4 && solved === undefined; half++) {
    const now = DateTime.addDuration(begun, Duration.minutes(30 * (half + 1)))
    yield* until(now)
    if (Service.isThere(now)) yield* service.solveOne
    const standing = yield* state(complaint)
    if (standing?._tag === "InHand" && standing.report !== undefined) solved = now
  }
  assert.isDefined(solved)
  yield* Effect.promise(async () => {
    await see(chen, "获知部门答复")
    await follow(chen, "告知方案")
    await chen.getByLabel("正文").fill(words.solution)
    await press(chen, "告知方案")
    await see(chen, "陈一：告知方案")
  })
  yield* until(DateTime.addDuration(solved ?? begun, Duration.minutes(10)))
  yield* Effect.promise(async () => {
    await see(chen, "粉丝确认")
    await follow(chen, "粉丝确认")
    await press(chen, "粉丝确认")
    await see(chen, "陈一：粉丝确认")
  })
  assert.strictEqual((yield* state(complaint))?._tag, "Closed")
  // What went out is what they wrote, and nothing of whoever was late.
  const said = yield* MemoryFans.MemoryFans.use((fans) => Effect.succeed(JSON.stringify(fans)))
  for (const text of [words.word, words.solution]) assert.include(said, text)
  assert.notInclude(said, words.late)
  const [referral] = yield* Caseload.everyCase([ReferralProcess])
  assert.isDefined(referral)
  assert.deepStrictEqual(
    heard.filter((one) => !one.includes("409")),
    []
  )
  return Duration.toHours(DateTime.distance(begun, solved ?? begun))
})

const run = (weiboFirst: boolean) =>
  Effect.suspend(() => {
    const clock = VirtualClock.make(begun)
    return play(clock, weiboFirst).pipe(
      Effect.scoped,
      Effect.provide(
        Layer.mergeAll(
          House.layer(clock, weiboFirst),
          MemoryCustomerDesk.layer.pipe(Layer.provide(MemoryCustomerDesk.desk)),
          door
        )
      )
    )
  })

describe.skipIf(absent)("The complaint, clicked", () => {
  it.live(
    "takes two days where it waits in the line, and whoever was late to answer is told so and loses nothing",
    () => Effect.map(run(false), (hours) => assert.isAbove(hours, 24))
  )

  it.live("takes hours and not days where Weibo goes first, by the same clicks", () =>
    Effect.map(run(true), (hours) => assert.isBelow(hours, 3))
  )
})
