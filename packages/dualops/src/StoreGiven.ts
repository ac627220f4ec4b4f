/**
 * Where a house keeps what happens: a file of SQLite, the memory of the program, or PostgreSQL.
 *
 * @module
 */
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
import type { EditionStore, Store } from "@dualops/core/operations"
import { Effect, Layer, Redacted } from "effect"

/**
 * `{ file: "store.sqlite" }` for the programs of one machine; `{ postgres: "postgres://…" }` for those of many, with `@effect/sql-pg` installed;
 * `"memory"` for as long as the program runs.
 */
export type StoreGiven = "memory" | { readonly file: string } | { readonly postgres: string }

/** What a house keeps. */
export type Kept = Store | EditionStore.EditionStore

/** The store. A driver is loaded when it is asked for. */
export const layerOf = (given: StoreGiven): Layer.Layer<Kept, unknown> => {
  if (given === "memory") return Layer.merge(MemoryStore.layer, MemoryEditionStore.layer)
  return Layer.unwrap(Effect.promise(() => ("file" in given ? sqlite(given.file) : postgres(given.postgres))))
}

const sqlite = async (filename: string): Promise<Layer.Layer<Kept, unknown>> => {
  const { NodeSqlite, SqlEditionStore, SqlStore } = await import("@dualops/adapter-sql")
  return Layer.merge(SqlStore.layer, SqlEditionStore.layer).pipe(Layer.provide(NodeSqlite.layer({ filename })))
}

const postgres = async (url: string): Promise<Layer.Layer<Kept, unknown>> => {
  const { PgClient } = await import("@effect/sql-pg").catch((cause) => {
    throw new Error("A store on PostgreSQL needs a package beside dualops: npm install @effect/sql-pg", { cause })
  })
  const [{ SqlEditionStore }, { PgStore }] = await Promise.all([
    import("@dualops/adapter-sql"),
    import("@dualops/adapter-sql/postgres")
  ])
  return Layer.merge(PgStore.layer, SqlEditionStore.layer).pipe(
    Layer.provide(PgClient.layer({ url: Redacted.make(url) }))
  )
}
