/**
 * The desk that the route hands requests to, opened by the first of them: a build, which loads the route as well, opens nothing.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
import { ChineseHolidays } from "@dualops/core"
import { HandbookFile } from "@dualops/core/files"
import { HousePages } from "@dualops/core/house-pages"
import { KeptEditions, Practices } from "@dualops/core/practices"
import { Desk, Door, ProxyDoor } from "@dualops/desk"
import { Effect, Layer, ManagedRuntime, Redacted, Result, Scope } from "effect"

const open = (): Promise<Desk.Handler> => {
  const text = readFileSync(process.env.HANDBOOK ?? "handbook.yaml", "utf8")
  const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", text))
  const { FORMS = "", ORIGIN = "", PROXY = "" } = process.env
  const door = Door.layer(ProxyDoor.make({ header: "X-Person", secretHeader: "X-Proof", secret: Redacted.make(PROXY) }))
  const house = KeptEditions.layer(handbook, ChineseHolidays.holidays).pipe(
    Layer.provideMerge(Layer.merge(MemoryStore.layer, MemoryEditionStore.layer)),
    Layer.merge(door)
  )
  // #region open
  const handler = Desk.handler({
    processes: Practices.processes(),
    pages: HousePages.of(handbook, ChineseHolidays.holidays),
    title: handbook.brand,
    base: "/desk",
    // Next says its own address of every request: browsers know another.
    origin: ORIGIN,
    secret: Redacted.make(FORMS)
  })
  const runtime = ManagedRuntime.make(house)
  return runtime.runPromise(Effect.provideService(handler, Scope.Scope, runtime.scope))
  // #endregion
}

// #region once
/** One desk of the program, however often Next loads this file anew while it is written. */
const kept: { desk?: Promise<Desk.Handler> } = Object.assign(globalThis, { houseDesk: {} }).houseDesk

/** The desk; whoever asks first opens it. */
export const desk = (): Promise<Desk.Handler> => (kept.desk ??= open())
// #endregion
