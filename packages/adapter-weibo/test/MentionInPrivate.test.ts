import { MemoryCursors, MemoryStore } from "@dualops/adapter-memory"
import { WeiboInteractions, WeiboPrivateMessages } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { Actor } from "@dualops/core"
import { type Complaint, ComplaintProcess, Openings } from "@dualops/core/complaints"
import { Intake, Reception, ServicePromise } from "@dualops/core/interaction"
import { Carrier, Editions, Operations, Worker } from "@dualops/core/operations"
import { PrivateAnswerProcess, PrivateMessageCarriers } from "@dualops/core/private-messages"
import { Allowance, Case, Notify } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import { Effect, Layer } from "effect"
import * as answering from "./answering.ts"
import * as house from "./house.ts"
import * as VirtualClock from "./law/VirtualClock.ts"

const lin = Actor.person("lin")
const fan = house.fans[0].uid
const usual = ServicePromise.PromiseId.make("ordinary")
const ofComplaints: Complaint.Settings = {
  answers: { within: Allowance.always("1 hour") },
  promises: {
    [usual]: { title: { zh: "一般投诉", en: "an ordinary complaint" }, within: Allowance.always("8 hours"), behind: {} }
  },
  usual,
  fanReplies: Allowance.always("48 hours"),
  silence: Allowance.always("72 hours"),
  lead: lin.person,
  rules: { route: "share" }
}
const edition: Editions.Edition = {
  ...answering.edition,
  // There are these two processes here.
  settings: (process) => (process.name === ComplaintProcess.name ? ofComplaints : answering.settings) as never
}

/** Everything that a fan writes is a complaint here. */
const reception = Layer.succeed(Reception, {
  receive: (account, all) => Effect.forEach(all, (one) => Intake.begin(ComplaintProcess, account, one))
})
const tell = Carrier.make(Notify.notify, () => Effect.succeed({}))
const work = {
  processes: [ComplaintProcess, PrivateAnswerProcess],
  carriers: [...PrivateMessageCarriers.carriers, tell]
}

describe("A fan who names the account in a post of their own, and complains", () => {
  it("is answered in private, once, and asked for an order number (ChatbotX#1018, #1121)", async () => {
    const clock = VirtualClock.make("2026-06-01T02:00:00Z")
    const program = Effect.gen(function* () {
      const { fans, happenings } = yield* Emulator.Emulator
      const posted = fans.post(fan, `@${house.brandName} 裤子洗一次就破了，要求退款`)
      const { cases } = yield* Intake.poll(house.brand, "mentions")
      const id = cases[0] ?? Case.CaseId.make("none")
      assert.isTrue(id.endsWith(posted))

      const say = (text: string) => {
        const order = { key: text, case: id, by: lin } as const
        return Operations.send(ComplaintProcess, { ...order, step: "Reply", input: { text, inPrivate: true } })
      }
      const worked = Effect.repeat(Worker.round(work), { times: 5 })
      yield* say("您好，请把订单号和手机号发给我们，马上为您退款。")
      yield* worked
      assert.strictEqual((yield* Operations.load(ComplaintProcess, id))?.state._tag, "InHand")
      const again = Effect.flip(say("还有一事想请教您。"))
      assertEquals(yield* again, new Openings.OnceOnly())

      const sent = happenings().flatMap((one) =>
        one._tag === "Messaged" ? [[one.fan, JSON.parse(one.data).text]] : []
      )
      assert.deepStrictEqual(sent, [[fan, "您好，请把订单号和手机号发给我们，马上为您退款。"]])
      assert.isFalse(happenings().some((one) => one._tag === "Commented"))
    })
    const weibo = Layer.mergeAll(WeiboPrivateMessages.layer, WeiboInteractions.layer).pipe(
      Layer.provide(house.api()),
      Layer.provideMerge(house.emulator({ now: clock.now }))
    )
    const stores = Layer.mergeAll(
      MemoryStore.layer,
      MemoryCursors.layer,
      Editions.layer(edition),
      reception,
      clock.layer
    )
    await Effect.runPromise(program.pipe(Effect.scoped, Effect.provide(weibo), Effect.provide(stores)))
  })
})
