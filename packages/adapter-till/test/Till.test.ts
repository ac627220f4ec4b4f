import { TillClient } from "@dualops/adapter-till"
import { TillSuite } from "@dualops/core/testing"
import { Effect, Layer } from "effect"
import { FetchHttpClient } from "effect/http"
import { handler, house, serve, shop } from "./serving.ts"

TillSuite.suite(
  "a till over HTTP",
  Layer.unwrap(
    Effect.map(Effect.flatMap(handler(), serve), (url) =>
      TillClient.layer(shop(url)).pipe(Layer.provide(FetchHttpClient.layer))
    )
  ).pipe(Layer.provideMerge(house))
)
