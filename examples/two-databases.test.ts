import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { ConfigProvider, Effect, Layer } from "effect"
import * as Postgres from "../packages/adapter-sql/test/Postgres.ts"
import { newest, onPostgres, onSqlite } from "./two-databases.ts"

describe("one store on two databases", () => {
  it.effect("is empty on a new file", () => {
    const folder = mkdtempSync(join(tmpdir(), "dualops-"))
    return Effect.gen(function* () {
      assert.deepStrictEqual(yield* newest, [])
    }).pipe(
      Effect.provide(onSqlite(join(folder, "brand.db"))),
      Effect.ensuring(Effect.sync(() => rmSync(folder, { recursive: true })))
    )
  })

  it.skipIf(!Postgres.isThere)("is empty on a new database of a server", () =>
    Effect.gen(function* () {
      const { database, host, username } = yield* Postgres.database
      const url = `postgres://${username}@localhost/${database}?host=${encodeURIComponent(host)}`
      const config = ConfigProvider.layer(ConfigProvider.fromUnknown({ DATABASE_URL: url }))
      assert.deepStrictEqual(yield* Effect.provide(newest, Layer.provide(onPostgres, config)), [])
    }).pipe(Effect.runPromise)
  )
})
