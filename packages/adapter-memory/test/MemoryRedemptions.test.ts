import { MemoryObservationStore, MemoryRedemptions } from "@dualops/adapter-memory"
import { HouseTill, Till } from "@dualops/core/codes"
import { RedemptionsSuite, SampleCodes, TillSuite } from "@dualops/core/testing"
import { Effect, Layer } from "effect"

RedemptionsSuite.suite("memory", MemoryRedemptions.layer)

TillSuite.suite(
  "a till of the house",
  Layer.effect(
    Till,
    Effect.map(HouseTill.make({ secret: SampleCodes.secret }), (tills) => tills("nanjing-road"))
  ).pipe(Layer.provideMerge(Layer.merge(MemoryRedemptions.layer, MemoryObservationStore.layer)))
)
