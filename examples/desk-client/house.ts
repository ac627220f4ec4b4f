/** A house with a process of its own, whose desk the client works at. The desk is not changed for it. */
import { readFileSync } from "node:fs"
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
import { Actor, ChineseHolidays } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { KeptEditions, Practices } from "@dualops/core/practices"
import { Desk, Door, TokenDoor } from "@dualops/desk"
import { DeskClient } from "@dualops/desk/client"
import { NodeDesk } from "@dualops/desk/node"
import { DateTime, Effect, Layer, Redacted, Result } from "effect"
import { FetchHttpClient } from "effect/http"
import { PrizeClaimProcess } from "../prizes/PrizeClaimProcess.ts"
import { prizes } from "../prizes/Prizes.ts"
import * as Client from "./client.ts"

const practices = [...Practices.house, prizes]
const text = `${readFileSync(new URL("../handbooks/minimal.yaml", import.meta.url), "utf8")}
prizes: { owner: lin, answers: { time: 4 hours, calendar: office } }
`
const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", text, practices))
const tokenOf = (person: string) =>
  Effect.runPromise(TokenDoor.issue(Actor.person(person), DateTime.makeUnsafe("2100-01-01T00:00:00Z")))
const [lin, zhou] = [await tokenOf("lin"), await tokenOf("zhou")]

// #region document
/** Of this the client is generated: `npx openapi-typescript desk.json -o desk.d.ts`. A desk that runs hands it out at `/api/openapi.json`. */
export const document = Desk.document({ processes: [PrizeClaimProcess] })
// #endregion

const house = KeptEditions.layer(handbook, ChineseHolidays.holidays, practices).pipe(
  Layer.provideMerge(Layer.merge(MemoryStore.layer, MemoryEditionStore.layer)),
  Layer.merge(Door.layer(TokenDoor.make(Effect.succeed([lin.token, zhou.token])))),
  Layer.merge(FetchHttpClient.layer)
)

const program = Effect.gen(function* () {
  const handler = yield* Desk.handler({ processes: [PrizeClaimProcess] })
  const at = yield* NodeDesk.serve(NodeDesk.listener(handler))
  const generated = yield* Effect.promise(() => Client.confirmAndGrant(at, Redacted.value(lin.secret), "claim 1"))
  // #region effect
  const client = yield* DeskClient.make({ at, token: zhou.secret })
  const granted = yield* client.desk
    .take({
      params: { process: "PrizeClaim", case: "claim 1", step: "Grant" },
      headers: { "idempotency-key": "claim 1 granted" },
      payload: { expected: 2 }
    })
    .pipe(Effect.result)
  // #endregion
  return { generated, granted }
})

/** What became of it: whoever has confirmed a claim may not grant it. */
export const answer = await Effect.runPromise(program.pipe(Effect.scoped, Effect.provide(house)))
console.log(answer.generated) // => { refused: 'lin did Confirm, so somebody else has …', state: 'Eligible' }
