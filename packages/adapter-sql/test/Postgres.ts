/**
 * A PostgreSQL server of the tests' own: the first test that asks starts it, all share it, and each has a database of its own.
 *
 * Nothing waits for a disk (`fsync = off`): what a power cut would leave is not asked here. Where PostgreSQL is not installed, tests are skipped aloud.
 *
 * @module
 */
import { execFileSync } from "node:child_process"
import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { setTimeout } from "node:timers/promises"
import { PgClient } from "@effect/sql-pg"
import { Effect, Layer } from "effect"
import { SqlClient, type SqlError } from "effect/sql"

/** The folder with the programs of the newest server that is installed. */
const programs = ["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"]
  .flatMap((folder) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, "bin")) : []))
  .filter((folder) => existsSync(join(folder, "initdb")))
  .sort((one, other) => Number(/\d+/.exec(other)?.[0]) - Number(/\d+/.exec(one)?.[0]))[0]

/** Whether there is a server that tests can start; if not, they say that they were skipped. */
export const isThere = programs !== undefined
if (!isThere) console.warn("PostgreSQL is not installed: its tests are skipped")

/** As somebody who may run a server, which root may not. */
const run = (program: string, ...args: ReadonlyArray<string>): void => {
  const path = join(programs ?? "", program)
  const isRoot = process.getuid?.() === 0
  execFileSync(isRoot ? "runuser" : path, isRoot ? ["-u", "postgres", "--", path, ...args] : args, { stdio: "ignore" })
}

/** Starts a server in the folder, through whose socket it is reached. */
export const start = (
  folder: string,
  settings: ReadonlyArray<string> = ["fsync=off", "synchronous_commit=off"]
): void => {
  if (process.getuid?.() === 0) execFileSync("chown", ["postgres", folder])
  chmodSync(folder, 0o755)
  const data = join(folder, "data")
  run("initdb", "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync")
  const options = ["listen_addresses=", "max_connections=200", ...settings].map((setting) => `-c ${setting}`)
  run("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", `-k ${folder} ${options.join(" ")}`, "start")
}

/** Stops the server of the folder, if one was started. */
export const stop = (folder: string): void => {
  const data = join(folder, "data")
  if (existsSync(join(data, "postmaster.pid"))) run("pg_ctl", "-D", data, "-m", "immediate", "stop")
}

/** The folder of the server that all tests share; whoever comes first starts it, and the others wait for that. */
const shared = async (): Promise<string> => {
  const folder = process.env.DUALOPS_POSTGRES
  if (folder === undefined) throw new Error("No folder was made for the server: see postgres.setup.ts")
  try {
    mkdirSync(join(folder, "begun"))
  } catch {
    while (!existsSync(join(folder, "ready"))) await setTimeout(20)
    return folder
  }
  start(folder)
  writeFileSync(join(folder, "ready"), "")
  return folder
}

/** How a database is reached. */
export const options = (folder: string, database: string) => ({ host: folder, username: "postgres", database })

let databases = 0

/** A new database, of which connections are made with what it answers. */
export const database = Effect.gen(function* () {
  const folder = yield* Effect.promise(shared)
  const name = `test_${process.pid}_${databases++}`
  yield* Effect.provide(
    Effect.flatMap(SqlClient.SqlClient, (sql) => sql.unsafe(`CREATE DATABASE ${name}`)),
    PgClient.layer({ ...options(folder, "postgres"), maxConnections: 1 })
  )
  return options(folder, name)
})

/** A client of a new database. */
export const fresh: Layer.Layer<PgClient.PgClient | SqlClient.SqlClient, SqlError.SqlError> = Layer.unwrap(
  Effect.map(database, (of) => PgClient.layer({ ...of, maxConnections: 20 }))
)
