/**
 * A process of its own that takes calls of one account, and says of each whether it had it: `node taking.ts FILE PURPOSE COUNT`.
 *
 * @module
 */

import { AccountId } from "@dualops/core/account"
import { Quota, QuotaLedger } from "@dualops/core/planning"
import { DateTime, Effect, Layer, Result, Schema } from "effect"
import { NodeSqlite, SqlQuotaLedger } from "../src/index.ts"

const [, , filename = ":memory:", given = "poll", count = "1"] = process.argv
const purpose = Schema.decodeUnknownSync(Quota.Purpose)(given)

const call = {
  account: AccountId.make("1902538057"),
  purpose,
  at: DateTime.makeUnsafe("2026-06-01T02:00:00Z")
}

const taking = Effect.gen(function* () {
  const ledger = yield* QuotaLedger.QuotaLedger
  for (let number = 0; number < Number(count); number++) {
    const taken = yield* Effect.result(ledger.take(Quota.claims(Quota.ordinary, 20, call)))
    console.log(Result.match(taken, { onSuccess: () => "taken", onFailure: ({ _tag }) => _tag }))
  }
})

await Effect.runPromise(
  Effect.provide(taking, SqlQuotaLedger.layer.pipe(Layer.provide(NodeSqlite.layer({ filename }))))
)
