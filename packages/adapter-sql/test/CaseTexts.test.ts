import { CaseTextsSuite } from "@dualops/core/testing"
import { describe } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { NodeSqlite, SqlCaseTexts } from "../src/index.ts"
import * as Postgres from "./Postgres.ts"
import * as Scratch from "./Scratch.ts"

const textsOn = (filename: string) => SqlCaseTexts.layer.pipe(Layer.provide(NodeSqlite.layer({ filename })))

CaseTextsSuite.suite("SQLite in memory", textsOn(":memory:"))
CaseTextsSuite.suite("SQLite in a file", Layer.unwrap(Effect.map(Scratch.file, textsOn)))

describe.skipIf(!Postgres.isThere)("On PostgreSQL", () => {
  CaseTextsSuite.suite("PostgreSQL", SqlCaseTexts.layer.pipe(Layer.provide(Postgres.fresh)))
})
