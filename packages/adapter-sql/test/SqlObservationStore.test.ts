import { ObservationStoreSuite } from "@dualops/core/testing"
import { describe } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { NodeSqlite, SqlObservationStore } from "../src/index.ts"
import * as Postgres from "./Postgres.ts"
import * as Scratch from "./Scratch.ts"

const onFile = (filename: string) => SqlObservationStore.layer.pipe(Layer.provide(NodeSqlite.layer({ filename })))

ObservationStoreSuite.suite("SQLite in memory", onFile(":memory:"))
ObservationStoreSuite.suite("SQLite in a file", Layer.unwrap(Effect.map(Scratch.file, onFile)))

describe.skipIf(!Postgres.isThere)("On PostgreSQL", () => {
  ObservationStoreSuite.suite("PostgreSQL", SqlObservationStore.layer.pipe(Layer.provide(Postgres.fresh)))
})
