import { SnapshotsSuite, StoreSuite } from "@dualops/core/testing"
import { describe } from "@effect/vitest"
import { Layer } from "effect"
import { SqlStore } from "../src/index.ts"
import * as Postgres from "./Postgres.ts"

describe.skipIf(!Postgres.isThere)("PostgreSQL", () => {
  const store = SqlStore.layer.pipe(Layer.provide(Postgres.fresh))
  StoreSuite.suite("PostgreSQL", store)
  SnapshotsSuite.suite("PostgreSQL", store)
})
