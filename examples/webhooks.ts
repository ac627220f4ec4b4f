/** A house tells another program of what has happened; `webhooks.test.ts` looks at what that program has heard. */
import { readFileSync } from "node:fs"
import { createServer, type RequestListener } from "node:http"
import type { AddressInfo } from "node:net"
import { text as textOf } from "node:stream/consumers"
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
import { Actor, Case, ChineseHolidays, Operations } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { KeptEditions, Practices } from "@dualops/core/practices"
import { type Subscription, Webhooks } from "@dualops/desk/webhooks"
import { Effect, Layer, Redacted, Result } from "effect"
import { Webhook } from "standardwebhooks"
import { PrizeClaimProcess } from "./prizes/PrizeClaimProcess.ts"
import { prizes } from "./prizes/Prizes.ts"

const practices = [...Practices.house, prizes]
const text = `${readFileSync(new URL("handbooks/minimal.yaml", import.meta.url), "utf8")}
prizes: { owner: lin, answers: { time: 4 hours, calendar: office } }
`
const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", text, practices))

/** What comes from the environment elsewhere. */
const environment = { CRM_WEBHOOK: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" }
const heard: Array<string> = []

// #region receiver
/** The program that is told: it believes what is signed, and answers 2xx when it has kept it. */
const receiver: RequestListener = async (request, response) => {
  const body = await textOf(request)
  try {
    const headers = request.headers as Record<string, string>
    const { data, type } = new Webhook(environment.CRM_WEBHOOK).verify(body, headers) as {
      readonly type: string
      readonly data: { readonly case: string; readonly state: string }
    }
    heard.push(`${type}: ${data.case} is ${data.state}`)
    response.writeHead(204).end()
  } catch {
    response.writeHead(401).end()
  }
}
// #endregion

const server = createServer(receiver).listen(0, "127.0.0.1")
await new Promise((resolve) => server.once("listening", resolve))
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`

// #region subscription
const crm: Subscription = {
  name: "crm",
  url,
  secrets: [Redacted.make(environment.CRM_WEBHOOK)],
  person: Actor.person("lin"),
  of: ["PrizeClaim"]
}
const telling = Webhooks.run([crm])
// #endregion

const claim = (name: string) =>
  Operations.send(PrizeClaimProcess, {
    key: name,
    case: Case.CaseId.make(name),
    step: "Ask",
    by: Actor.person("lin"),
    input: { winner: "小林", prize: { zh: "桂花乌龙", en: "osmanthus tea" } }
  })

const house = KeptEditions.layer(handbook, ChineseHolidays.holidays, practices).pipe(
  Layer.provideMerge(Layer.merge(MemoryStore.layer, MemoryEditionStore.layer))
)

const program = Effect.gen(function* () {
  // A new subscription begins where the log ends.
  yield* Webhooks.pass(crm)
  yield* Effect.forkScoped(telling)
  yield* claim("claim 1")
  while (heard.length === 0) yield* Effect.sleep("20 millis")
  return heard
})

export const answer = await Effect.runPromise(program.pipe(Effect.scoped, Effect.provide(house)))
server.close()
console.log(answer) // => [ 'PrizeClaim.Ask: claim 1 is Asked' ]
