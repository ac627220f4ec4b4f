/**
 * `npm start`: a brand account's day, from a handbook and a content calendar to the (emulated) Weibo, on a store that survives.
 *
 * @module
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { Cause, Effect, Exit, Fiber, Option, Result } from "effect"
import * as Day from "./Day.ts"
import * as Editions from "./Editions.ts"
import * as Files from "./Files.ts"
import * as House from "./House.ts"
import * as Page from "./Page.ts"
import * as Progress from "./Progress.ts"
import * as VirtualClock from "./VirtualClock.ts"

const usage = `npm start -- [--handbook FILE.yaml] [--calendar FILE.csv] [--out FOLDER] [--fresh]

Runs a brand account's day against a local Weibo. What has happened is kept in FOLDER (out/), so a second start goes on
where the first one stopped; --fresh begins anew. FOLDER/index.html is the page to look at.`

const here = import.meta.dirname

/** What a day leaves in its folder, and all that --fresh takes away. */
const kept = ["store.sqlite", "store.sqlite-wal", "store.sqlite-shm", "weibo.ndjson", "handbooks", "index.html"]

const main = async (): Promise<number> => {
  const options = parse()
  if (options === undefined) return 1
  if (options.help) {
    console.log(usage)
    return 0
  }
  const read = Files.read(options.handbook, options.calendar)
  if (Result.isFailure(read)) {
    console.error(Progress.findings(read.failure))
    return 1
  }
  const doubts = Files.doubts(options.handbook, read.success, House.begins(read.success.entries))
  if (doubts.stopping.length > 0) {
    console.error(Progress.findings(doubts.stopping))
    return 1
  }
  if (doubts.others.length > 0) console.log(Progress.doubts(doubts.others, options.handbook))
  try {
    if (options.fresh) for (const name of kept) rmSync(join(options.out, name), { recursive: true, force: true })
    mkdirSync(join(options.out, "handbooks"), { recursive: true })
  } catch (error) {
    console.error(`${options.out} cannot be used: ${error instanceof Error ? error.message : String(error)}`)
    return 1
  }
  const files = Editions.keep(options.out, options.handbook, read.success)
  if (Result.isFailure(files)) {
    console.error(Progress.findings(files.failure))
    return 1
  }
  return runDay(options.out, files.success)
}

const parse = () => {
  try {
    return parseArgs({
      options: {
        handbook: { type: "string", default: join(here, "handbook.yaml") },
        calendar: { type: "string", default: join(here, "calendar.csv") },
        out: { type: "string", default: "out" },
        fresh: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false }
      }
    }).values
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    return undefined
  }
}

const runDay = async (out: string, files: Editions.Kept): Promise<number> => {
  const clock = VirtualClock.make(House.begins(files.entries))
  const fiber = Effect.runFork(
    House.resume(clock).pipe(
      Effect.andThen(Day.run(files, clock, Progress.make(files.handbook))),
      Effect.provide(House.layer(out, files, clock)),
      Effect.provide(clock.layer)
    )
  )
  const stop = () => void Effect.runFork(Fiber.interrupt(fiber))
  process.once("SIGINT", stop).once("SIGTERM", stop)
  const exit = await Effect.runPromise(Fiber.await(fiber))
  if (Exit.isFailure(exit)) {
    const failure = Option.getOrUndefined(Cause.findErrorOption(exit.cause))
    if (failure !== undefined) {
      console.error(`The day has stopped: ${failure.message}\nStart again when that is mended; nothing is lost.`)
      return 1
    }
    if (!Cause.hasInterruptsOnly(exit.cause)) throw Cause.squash(exit.cause)
    console.log(`\nStopped. Nothing is lost: start again to go on, or with --fresh to begin anew.`)
    return 130
  }
  const page = join(out, "index.html")
  writeFileSync(page, Page.render(files, exit.value))
  console.log(Progress.ending(exit.value, page))
  return 0
}

process.exitCode = await main()
