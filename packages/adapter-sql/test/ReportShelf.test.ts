import { ReportShelfSuite } from "@dualops/core/testing"
import { describe } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { NodeSqlite, SqlReportShelf } from "../src/index.ts"
import * as Postgres from "./Postgres.ts"
import * as Scratch from "./Scratch.ts"

const shelfOn = (filename: string) => SqlReportShelf.layer.pipe(Layer.provide(NodeSqlite.layer({ filename })))

ReportShelfSuite.suite("SQLite in memory", shelfOn(":memory:"))
ReportShelfSuite.suite("SQLite in a file", Layer.unwrap(Effect.map(Scratch.file, shelfOn)))

describe.skipIf(!Postgres.isThere)("On PostgreSQL", () => {
  ReportShelfSuite.suite("PostgreSQL", SqlReportShelf.layer.pipe(Layer.provide(Postgres.fresh)))
})
