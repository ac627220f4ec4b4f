import { TillClient } from "@dualops/adapter-till"
import { TillSuite } from "@dualops/core/testing"
import { Effect, Layer, Semaphore } from "effect"
import { FetchHttpClient, HttpClient } from "effect/http"
import { handler, house, serve, shop } from "./serving.ts"

/** A hundred requests at a time, as those of a shop: of a thousand new connections, some find nobody in time on a machine that is busy. */
const client = Layer.effect(
  HttpClient.HttpClient,
  Effect.gen(function* () {
    const lines = yield* Semaphore.make(100)
    return HttpClient.transform(yield* HttpClient.HttpClient, (answer) => lines.withPermits(1)(answer))
  })
).pipe(Layer.provide(FetchHttpClient.layer))

TillSuite.suite(
  "a till over HTTP",
  Layer.unwrap(
    Effect.map(Effect.flatMap(handler(), serve), (url) => TillClient.layer(shop(url)).pipe(Layer.provide(client)))
  ).pipe(Layer.provideMerge(house))
)
