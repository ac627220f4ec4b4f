import { SealedLog } from "@dualops/core/personal-data"
import { PersonalKeysSuite, SnapshotsSuite, StoreSuite, WakingSuite } from "@dualops/core/testing"
import { describe } from "@effect/vitest"
import { Effect, Layer } from "effect"
import { NodeSqlite, SqlPersonalKeys } from "../src/index.ts"
import * as Postgres from "./Postgres.ts"
import * as Scratch from "./Scratch.ts"

const keysOn = (filename: string) => SqlPersonalKeys.layer.pipe(Layer.provide(NodeSqlite.layer({ filename })))

PersonalKeysSuite.suite("SQLite in memory", keysOn(":memory:"))
PersonalKeysSuite.suite("SQLite in a file", Layer.unwrap(Effect.map(Scratch.file, keysOn)))

/** A store whose log is sealed is a store as any other. */
const sealed = (filename: string) =>
  SealedLog.layer.pipe(Layer.provide(keysOn(":memory:")), Layer.provideMerge(Scratch.store(filename)))

StoreSuite.suite("a sealed store", sealed(":memory:"))
SnapshotsSuite.suite("a sealed store", sealed(":memory:"))
WakingSuite.suite("a sealed store", sealed(":memory:"))

describe.skipIf(!Postgres.isThere)("On PostgreSQL", () => {
  PersonalKeysSuite.suite("PostgreSQL", SqlPersonalKeys.layer.pipe(Layer.provide(Postgres.fresh)))
})
