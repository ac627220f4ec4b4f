/**
 * A SqlClient on one SQLite file, through `node:sqlite`.
 *
 * The file is in WAL mode, so a process that is killed loses nothing that was answered, and several processes may share the file:
 * one that finds it locked tries again for a while, and the rest of its program goes on meanwhile.
 *
 * @module
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite"
import { Duration, Effect, Layer, Schedule, type Scope, Semaphore, Stream } from "effect"
import { Reactivity } from "effect/reactivity"
import { SqlClient, type SqlConnection, SqlError, Statement } from "effect/sql"

/** Where the database is, and how it is written. */
export interface Options {
  /** The path of the file, or `:memory:`. */
  readonly filename: string
  /**
   * What a power cut may take back: nothing (`full`, which is meant if it is left out), or the last commits (`normal`, which does not
   * wait for the disk). Neither leaves half a transaction, and a killed process loses nothing under either.
   */
  readonly synchronous?: "full" | "normal"
  /** How long to try again while somebody else is writing; 5 seconds if it is left out. */
  readonly busyTimeout?: Duration.Input
  /** Whether what is deleted is overwritten in the file at once, and not when its place is needed: for files with personal data. */
  readonly overwrites?: boolean
}

/** A client on the file, which stays open as long as the layer's scope. */
export const layer = (options: Options): Layer.Layer<SqlClient.SqlClient, SqlError.SqlError> =>
  Layer.effect(SqlClient.SqlClient, make(options)).pipe(Layer.provide(Reactivity.layer))

/** A client on the file, which stays open as long as the scope. */
export const make = (
  options: Options
): Effect.Effect<SqlClient.SqlClient, SqlError.SqlError, Scope.Scope | Reactivity.Reactivity> =>
  Effect.gen(function* () {
    const opening = <A>(work: () => A) => attempt("open", work, `${options.filename} cannot be opened: `)
    const database = yield* Effect.acquireRelease(
      opening(() => new DatabaseSync(options.filename)),
      (opened) => Effect.sync(() => opened.close())
    )
    const patiently = waiting(database, options.busyTimeout ?? "5 seconds")
    yield* patiently(opening(() => database.exec("PRAGMA journal_mode = WAL")))
    yield* opening(() => database.exec(`PRAGMA synchronous = ${options.synchronous ?? "full"}`))
    if (options.overwrites === true) yield* opening(() => database.exec("PRAGMA secure_delete = ON"))
    // Of two megabytes, which is what SQLite takes, an index that grows in many places at once is read again and again.
    yield* opening(() => database.exec("PRAGMA cache_size = -16384"))
    const acquirers = SqlClient.makeSqliteAcquirers({
      connection: Effect.succeed(connect(database, patiently)),
      semaphore: yield* Semaphore.make(1),
      isTransaction: () => database.isTransaction
    })
    return yield* SqlClient.make({
      ...acquirers,
      compiler: Statement.makeCompilerSqlite(),
      driver: "node-sqlite",
      spanAttributes: [["db.system.name", "sqlite"]],
      // Takes the lock at once: a transaction that asks for it half-way, when another has written, can only fail.
      beginTransaction: "BEGIN IMMEDIATE",
      prepareTransactionControls: true,
      releaseSavepoint: (name) => `RELEASE SAVEPOINT ${name}`
    })
  })

type Patiently = <A>(work: Effect.Effect<A, SqlError.SqlError>) => Effect.Effect<A, SqlError.SqlError>

/** Waiting is done here and not by SQLite, whose way of waiting stops the whole program, even one that holds the lock itself. */
const waiting = (database: DatabaseSync, longest: Duration.Input): Patiently => {
  const again = Schedule.spaced("3 millis").pipe(
    Schedule.jittered,
    Schedule.upTo({ duration: Duration.fromInputUnsafe(longest) })
  )
  const isLocked = ({ reason }: SqlError.SqlError) => reason._tag === "LockTimeoutError" && !database.isTransaction
  // A schedule costs more than most statements: it begins where one has found the file locked.
  return (work) =>
    Effect.catchIf(work, isLocked, () =>
      Effect.delay(Effect.retry(work, { while: isLocked, schedule: again }), "1 millis")
    )
}

const connect = (database: DatabaseSync, patiently: Patiently): SqlConnection.Connection => {
  const prepare = preparing(database)
  const run = <A>(sql: string, work: (statement: StatementSync) => A) =>
    patiently(
      Effect.withFiber((fiber) =>
        attempt("execute", () => {
          const statement = prepare(sql)
          statement.setReadBigInts(fiber.getRef(SqlClient.SafeIntegers))
          statement.setReturnArrays(false)
          return work(statement)
        })
      )
    )
  const execute: SqlConnection.Connection["execute"] = (sql, values, transform) => {
    const rows = run(sql, (statement) => statement.all(...bound(values)))
    return transform === undefined ? rows : Effect.map(rows, transform)
  }
  const executeValues: SqlConnection.Connection["executeValues"] = (sql, values) =>
    run(sql, (statement) => {
      statement.setReturnArrays(true)
      // Its type does not know that it now returns arrays.
      return statement.all(...bound(values)) as unknown as ReadonlyArray<ReadonlyArray<unknown>>
    })
  return {
    execute,
    executeUnprepared: execute,
    executeValues,
    executeValuesUnprepared: executeValues,
    executeRaw: (sql, values) => run(sql, (statement) => statement.run(...bound(values))),
    executeStream: (sql, values, transform) => Stream.fromIterableEffect(execute(sql, values, transform))
  }
}

/** Keeps the statements that were prepared last; there are few, unless lists of many lengths are asked for. */
const preparing = (database: DatabaseSync): ((sql: string) => StatementSync) => {
  const known = new Map<string, StatementSync>()
  return (sql) => {
    const statement = known.get(sql) ?? database.prepare(sql)
    known.delete(sql)
    known.set(sql, statement)
    for (const oldest of known.keys()) {
      if (known.size <= 200) break
      known.delete(oldest)
    }
    return statement
  }
}

/** SQLite has no truth values; all other values that it does not know it refuses itself. */
const bound = (values: ReadonlyArray<unknown>): ReadonlyArray<SQLInputValue> => {
  const known = values.some(isTruthValue)
    ? values.map((value) => (isTruthValue(value) ? Number(value) : value))
    : values
  // What is no SQLInputValue is refused when it is bound.
  return known as ReadonlyArray<SQLInputValue>
}
const isTruthValue = (value: unknown): value is boolean => typeof value === "boolean"

const attempt = <A>(operation: string, work: () => A, begins = ""): Effect.Effect<A, SqlError.SqlError> =>
  Effect.try({
    try: work,
    catch: (cause) => new SqlError.SqlError({ reason: reasonOf(cause, operation, begins) })
  })

/** What it is for SQLite; the sentence that says it begins with what was wanted, where that is known. */
const reasonOf = (cause: unknown, operation: string, begins: string): SqlError.SqlErrorReason => {
  if (!(cause instanceof Error)) return SqlError.classifySqliteError(cause, { operation })
  const errno =
    "errcode" in cause && cause.errcode === primaryKeyViolated ? uniqueViolated : Reflect.get(cause, "errcode")
  return SqlError.classifySqliteError(Object.assign(cause, { errno }), { operation, message: begins + cause.message })
}

/** A primary key is as unique as other keys; `classifySqliteError` knows only the number of those. */
const primaryKeyViolated = 1555
const uniqueViolated = 2067
