/**
 * The assistant's server on standard input and output, for a client that starts it as a program. The door is asked at every call, with the headers that
 * the program was given: a token that expires or is taken off the list is none any more, here as over HTTP.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { type HousePage, provided } from "@dualops/core/house-pages"
import { Caseload } from "@dualops/core/operations"
import type { Process } from "@dualops/core/process"
import { Cause, Effect, Exit, Fiber, Layer, type Stdio } from "effect"
import { McpServer } from "effect/ai"
import { Headers } from "effect/http"
import { Door } from "../door/Door.ts"
import type { Needs } from "../house/House.ts"
import * as Assistant from "./Assistant.ts"

/** What the server has to be told. */
export interface Options<PageNeeds = never> {
  /** The processes that the house runs: `Practices.processes()`, with those of its own. */
  readonly processes: ReadonlyArray<Process.Any>
  /** What people call the desk. */
  readonly title: Bilingual.Bilingual
  /** With which the door is asked who it is: `{ authorization: "Bearer …" }`. */
  readonly headers: Readonly<Record<string, string>>
  /** The pages beside those of cases: `HousePages.of(handbook, holidays)`; none, where they are left out. */
  readonly pages?: ReadonlyArray<HousePage<PageNeeds>>
}

/** Serves until the input ends. */
export const serve = Effect.fnUntraced(function* <PageNeeds = never>({
  headers,
  pages = [],
  processes,
  title
}: Options<PageNeeds>): Effect.fn.Return<void, never, Door | Needs | PageNeeds | Stdio.Stdio> {
  const door = yield* Door
  const context = yield* Effect.context<PageNeeds>()
  const running = {
    caseload: Caseload.make(processes),
    pages: pages.map((page) => provided(page, context)),
    title
  }
  const knock = { headers: Headers.fromInput(headers) }
  const who = Effect.match(door.of(knock), { onFailure: () => undefined, onSuccess: ({ person }) => person })
  const server = McpServer.layerStdio({
    ...Assistant.about(running),
    protocols: Assistant.protocols,
    registrations: Assistant.registrations(running, who)
  })
  // With the end of the input the server ends its own fiber.
  const exit = yield* Fiber.await(yield* Effect.forkChild(Layer.launch(server)))
  if (Exit.isFailure(exit) && !Cause.hasInterruptsOnly(exit.cause)) yield* Effect.die(Cause.squash(exit.cause))
})
