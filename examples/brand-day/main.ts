/**
 * `npm start`: a brand account's day, from a handbook and a content calendar to the (emulated) Weibo, on a store that survives.
 *
 * @module
 */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import type { Bilingual } from "@dualops/core"
import { Cause, Effect, Exit, Fiber, Option, Result } from "effect"
import * as VirtualClock from "../clock/VirtualClock.ts"
import * as Day from "./Day.ts"
import * as Editions from "./Editions.ts"
import * as Files from "./Files.ts"
import * as Folder from "./Folder.ts"
import * as House from "./House.ts"
import * as OpenDesk from "./OpenDesk.ts"
import * as Pace from "./Pace.ts"
import * as Page from "./Page.ts"
import * as Progress from "./Progress.ts"
import * as Speech from "./Speech.ts"

const here = import.meta.dirname

const main = async (): Promise<number> => {
  const options = parse()
  if (options === undefined) return 1
  const { lang } = options
  if (lang !== "en" && lang !== "zh") {
    console.error(`--lang en | zh\n\n${Speech.make("en").usage}`)
    return 1
  }
  const speech = Speech.make(lang)
  if (options.help) {
    console.log(speech.usage)
    return 0
  }
  const handbook = options.handbook ?? join(here, "handbook.yaml")
  const calendar = options.calendar ?? join(here, "calendar.csv")
  if (options.handbook !== undefined && options.calendar === undefined) console.log(speech.exampleOf(calendar))
  const read = Files.read(handbook, calendar)
  if (Result.isFailure(read)) {
    console.error(speech.findings(read.failure))
    return 1
  }
  const doubts = Files.doubts(handbook, read.success, House.begins(read.success.entries))
  if (doubts.stopping.length > 0) {
    console.error(speech.findings(doubts.stopping))
    return 1
  }
  if (read.success.doubts.length > 0) console.log(speech.warnings(read.success.doubts))
  if (doubts.others.length > 0) console.log(speech.doubts(doubts.others, handbook))
  try {
    const ready = Folder.prepare(options.out, options.fresh ? "anew" : "where it stopped")
    if (Result.isFailure(ready)) {
      console.error(speech.findings(ready.failure))
      return 1
    }
  } catch (error) {
    console.error(speech.unusable(options.out, error instanceof Error ? error.message : String(error)))
    return 1
  }
  const files = Editions.keep(options.out, handbook, read.success)
  if (Result.isFailure(files)) {
    console.error(speech.findings(files.failure))
    return 1
  }
  const { as: you, live } = options
  const speed = live === undefined ? undefined : Number(live)
  const isKnown = you === undefined || Object.hasOwn(files.success.handbook.team.people, you)
  if ((speed !== undefined && !(speed >= 1 && speed <= 600)) || !isKnown) {
    console.error(speech.usage)
    return 1
  }
  return runDay(options.out, files.success, lang, { opens: options.desk, speed, you, withCodes: options.codes })
}

/** Whether the desks open, how fast the day is to be seen, and whom the program does not play. */
interface Watching {
  readonly opens: boolean
  readonly speed: number | undefined
  readonly you: string | undefined
  /** Whether the story of the codes is told as well. */
  readonly withCodes: boolean
}

const parse = () => {
  try {
    return parseArgs({
      options: {
        handbook: { type: "string" },
        calendar: { type: "string" },
        out: { type: "string", default: "out" },
        fresh: { type: "boolean", default: false },
        // Whoever starts it by hand is there to click; a program that starts it wants it to end.
        desk: { type: "boolean", default: process.stdout.isTTY === true },
        live: { type: "string" },
        as: { type: "string" },
        lang: { type: "string", default: "en" },
        // A second story, on a page beside the day's.
        codes: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false }
      },
      allowNegative: true
    }).values
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${Speech.make("en").usage}`)
    return undefined
  }
}

const runDay = async (
  out: string,
  files: Editions.Kept,
  lang: Bilingual.Language,
  { opens, speed, withCodes, you }: Watching
): Promise<number> => {
  const speech = Speech.make(lang)
  const posts = files.entries.map(({ id }) => id)
  const clock = VirtualClock.make(House.begins(files.entries), speed)
  const progress = Progress.make(files.handbook, lang, posts)
  const page = join(out, "index.html")
  const desks = Effect.map(OpenDesk.open(files.handbook), (url) => console.log(speech.desks(url)))
  const day = Effect.gen(function* () {
    yield* House.resume(clock)
    if (speed !== undefined) yield* desks
    const pace = speed === undefined ? Pace.atOnce(clock) : Pace.live(you)
    const ending = yield* Day.run(out, files, pace, progress)
    const codes = withCodes ? yield* Effect.promise(() => import("../mysterious-codes/Written.ts")) : undefined
    writeFileSync(page, Page.render(files, ending, codes?.page))
    console.log(speech.ending(ending, page))
    if (codes !== undefined) {
      const { of, seed } = yield* Effect.promise(() => import("../mysterious-codes/Both.ts"))
      console.log(speech.codes(codes.write(out, yield* of(seed))))
    }
    if (speed === undefined && opens) yield* desks
    if (speed !== undefined || opens) yield* Day.goOn(out, files, progress)
  })
  const fiber = Effect.runFork(
    day.pipe(Effect.scoped, Effect.provide(House.layer(out, files, clock)), Effect.provide(clock.layer))
  )
  const stop = () => void Effect.runFork(Fiber.interrupt(fiber))
  process.once("SIGINT", stop).once("SIGTERM", stop)
  const exit = await Effect.runPromise(Fiber.await(fiber))
  if (Exit.isFailure(exit)) {
    const failure = Option.getOrUndefined(Cause.findErrorOption(exit.cause))
    if (failure !== undefined) {
      console.error(speech.broken(failure.message))
      return 1
    }
    if (!Cause.hasInterruptsOnly(exit.cause)) throw Cause.squash(exit.cause)
    console.log(speech.stopped)
    return 130
  }
  return 0
}

process.exitCode = await main()
