/**
 * The company's own channels: a link in the footer of the website and a code on the sleeve of the cup, asked of the departments whose they are, placed, looked at,
 * found missing, and counted; and a post that is promoted for money.
 *
 * @module
 */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { MemoryEditionStore, MemoryObservationStore, MemoryStore } from "@dualops/adapter-memory"
import { WebPlacementCheck } from "@dualops/adapter-web"
import { Actor, Carrier, Case, Caseload, ChineseHolidays, Operations, Worker } from "@dualops/core"
import { PostId } from "@dualops/core/account"
import { PlacementCarriers, PlacementProcess, QrCode, Visit } from "@dualops/core/channels"
import { HandbookFile } from "@dualops/core/files"
import { Observations } from "@dualops/core/observations"
import { KeptEditions, PaidPromotionProcess, Practices, PromotionReading } from "@dualops/core/practices"
import { Notify } from "@dualops/core/process"
import { Resource, ResourceRequestProcess } from "@dualops/core/resources"
import { DateTime, Effect, Layer, Option, Result } from "effect"
import * as VirtualClock from "./clock/VirtualClock.ts"
import * as Worked from "./handbooks/Worked.ts"

const handbook = Result.getOrThrow(HandbookFile.read("xinghe.yaml", Worked.withoutReports))
const [lin, he, xu] = [Actor.person("lin"), Actor.person("he"), Actor.person("xu")]
const at = (time: string) => DateTime.makeUnsafe(`2026-${time}:00+08:00`)
const clock = VirtualClock.make(at("11-23T10:00"))

/** The website: a page with whatever stands in its footer. */
let footer = ""
const server = createServer((_, answer) => {
  answer.writeHead(200, { "content-type": "text/html" }).end(`<!doctype html><footer>${footer}</footer>`)
})
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
// A server that listens on a port has an address with one.
const host = `127.0.0.1:${(server.address() as AddressInfo).port}`

const told: Array<string> = []
const tell = Carrier.make(Notify.notify, ({ message, to }) =>
  Effect.sync(() => void told.push(`${to}: ${message.en}`)).pipe(Effect.as({}))
)
// #region layer
const pages = WebPlacementCheck.layer({ inside: [host] })
const work = { processes: Practices.processes(), carriers: [tell, ...PlacementCarriers.carriers] }
// #endregion
/** Everything that there is to do now. */
const worked = Effect.gen(function* () {
  while (true) {
    const { carried, fired, opened } = yield* Worker.round(work)
    if (carried + fired + opened === 0) return
  }
})
const granted = Effect.fnUntraced(function* (placement: Case.CaseId) {
  const parent = { process: PlacementProcess.name, case: placement }
  for (const one of yield* Caseload.children([ResourceRequestProcess], parent)) {
    const answer = { case: one.case.id, key: "yes", step: "Grant", by: xu, input: { terms: "从周三起" } } as const
    yield* Operations.send(ResourceRequestProcess, answer)
  }
  yield* worked
})

const program = Effect.gen(function* () {
  yield* worked
  // #region ask
  const order = { case: Case.CaseId.make("footer"), by: lin } as const
  const asking = {
    account: handbook.account.id,
    channel: Resource.ResourceId.make("website"),
    medium: "website",
    where: "页脚",
    to: "https://weibo.com/xinghe",
    campaign: "寻梅",
    from: at("11-25T09:00")
  } as const
  const asked = yield* Operations.send(PlacementProcess, { ...order, key: "ask", step: "Ask", input: asking })
  const { link } = asked.case.state
  // #endregion
  yield* worked
  yield* granted(order.case)

  footer = `<a href="${link.replaceAll("&", "&amp;")}">关注星河茶饮</a>`
  // #region place
  const page = `http://${host}/`
  yield* Operations.send(PlacementProcess, { ...order, key: "place", step: "Place", by: xu, input: { page } })
  // #endregion
  const where = Effect.map(Operations.load(PlacementProcess, order.case), (one) => one?.state._tag)
  yield* worked
  const placed = yield* where

  // The website is made anew, and nobody thinks of the footer.
  footer = "沪 ICP 备 00000000 号"
  clock.skipTo(at("11-24T10:01"))
  yield* worked
  const missing = yield* where

  // #region print
  const sleeve = QrCode.svg(link, { millimetres: QrCode.smallest(link) + 10 })
  // #endregion

  // #region visits
  const logged = [link, `${link}&from=groupmessage`, "https://weibo.com/xinghe"]
  const visits = logged.flatMap((visited, line) => {
    const seen = { account: handbook.account.id, at: at("11-24T09:00"), key: `line ${line}`, source: "web log" }
    return Option.toArray(Visit.of(visited, seen))
  })
  yield* Observations.record(Visit.kind, visits)
  const span = [at("11-23T00:00"), at("11-30T00:00")] as const
  const [brought] = yield* Visit.byPlacement(handbook.account.id, [order.case], ...span)
  // #endregion

  // #region promote
  const promotion = { case: Case.CaseId.make("promotion of the launch"), by: lin } as const
  const proposal = {
    account: handbook.account.id,
    post: PostId.make("5012000000000001"),
    budget: 2_000,
    audience: "上海，爱喝茶",
    reason: "上市首日",
    from: at("11-24T12:00"),
    until: at("11-26T12:00")
  }
  yield* Operations.send(PaidPromotionProcess, { ...promotion, key: "1", step: "Propose", input: proposal })
  yield* Operations.send(PaidPromotionProcess, { ...promotion, key: "2", step: "Approve", by: he, input: {} })
  yield* worked
  yield* Operations.send(PaidPromotionProcess, { ...promotion, key: "3", step: "Begin", input: {} })
  const figures = { spent: 1_500, shown: 300_000, engaged: 600, follows: 0 }
  yield* Operations.send(PaidPromotionProcess, { ...promotion, key: "4", step: "Settle", input: figures })
  const result = PromotionReading.said(figures)
  // #endregion
  return {
    link,
    placed,
    missing,
    told: told.filter((one) => one.includes("missing")),
    sleeve: sleeve.slice(0, 4),
    visits: brought?.visits,
    result: result.en
  }
})

const stores = Layer.mergeAll(MemoryStore.layer, MemoryEditionStore.layer, MemoryObservationStore.layer, pages)
const house = KeptEditions.layer(handbook, ChineseHolidays.holidays).pipe(Layer.provideMerge(stores))
export const outcome = await Effect.runPromise(program.pipe(Effect.provide(house), Effect.provide(clock.layer)))
server.close().closeAllConnections()
console.log(outcome)
