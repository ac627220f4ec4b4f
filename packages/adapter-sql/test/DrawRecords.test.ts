import { DrawRecordsSuite } from "@dualops/core/testing"
import { describe } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { NodeSqlite, SqlDrawRecords } from "../src/index.ts"
import * as Postgres from "./Postgres.ts"
import * as Scratch from "./Scratch.ts"

const drawsOn = (filename: string) => SqlDrawRecords.layer.pipe(Layer.provide(NodeSqlite.layer({ filename })))

DrawRecordsSuite.suite("SQLite in memory", drawsOn(":memory:"))
DrawRecordsSuite.suite("SQLite in a file", Layer.unwrap(Effect.map(Scratch.file, drawsOn)))

describe.skipIf(!Postgres.isThere)("On PostgreSQL", () => {
  DrawRecordsSuite.suite("PostgreSQL", SqlDrawRecords.layer.pipe(Layer.provide(Postgres.fresh)))
})
