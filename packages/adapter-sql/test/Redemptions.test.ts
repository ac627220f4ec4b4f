import { RedemptionsSuite } from "@dualops/core/testing"
import { describe } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { NodeSqlite, SqlRedemptions } from "../src/index.ts"
import * as Postgres from "./Postgres.ts"
import * as Scratch from "./Scratch.ts"

const onFile = (filename: string) => SqlRedemptions.layer.pipe(Layer.provide(NodeSqlite.layer({ filename })))

RedemptionsSuite.suite("SQLite in memory", onFile(":memory:"))
RedemptionsSuite.suite("SQLite in a file", Layer.unwrap(Effect.map(Scratch.file, onFile)))

describe.skipIf(!Postgres.isThere)("On PostgreSQL", () => {
  RedemptionsSuite.suite("PostgreSQL", SqlRedemptions.layer.pipe(Layer.provide(Postgres.fresh)))
})
