/**
 * What of a house is under way: it is waited for when the house closes, and after that nothing is begun.
 *
 * @module
 */
import { Cause, type Context, Effect, Exit, Schema, Scope } from "effect"

/** The house is closed, and does nothing any more. */
export class Closed extends Schema.TaggedError<Closed>()("Dualops.Closed", {}) {
  override get message() {
    return "The house is closed."
  }
}

/** What ends before a house does. */
export interface Ending {
  readonly end: () => Promise<void>
}

/** Runs what a house is asked, for as long as it is open. */
export class Lifetime<R> {
  readonly #context: Context.Context<R>
  readonly #scope: Scope.Closeable
  readonly #underWay = new Set<Promise<unknown>>()
  readonly #endings = new Set<Ending>()
  #closing: Promise<void> | undefined
  #isClosed = false

  constructor(context: Context.Context<R>, scope: Scope.Closeable) {
    this.#context = context
    this.#scope = scope
  }

  /** The answer; what broke is thrown as it is, and not as a cause of Effect. */
  async run<A, E>(effect: Effect.Effect<A, E, R>, signal?: AbortSignal): Promise<A> {
    this.assertOpen()
    const running = Effect.runPromiseExitWith(this.#context)(effect, { signal })
    this.#underWay.add(running)
    const exit = await running.finally(() => this.#underWay.delete(running))
    if (Exit.isSuccess(exit)) return exit.value
    throw Cause.squash(exit.cause)
  }

  /** Ends it before the house does, unless it is `over` by then. */
  keep(ending: Ending): { readonly over: () => void } {
    if (this.#closing !== undefined) throw new Closed()
    this.#endings.add(ending)
    return { over: () => void this.#endings.delete(ending) }
  }

  /** Ends everything, waits for what is under way, and frees the rest; once, however often it is asked. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  assertOpen(): void {
    if (this.#isClosed) throw new Closed()
  }

  /** What a carrier that is still at work asks is answered. */
  async #close() {
    await Promise.all([...this.#endings].map(({ end }) => end()))
    this.#isClosed = true
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay)
    await Effect.runPromise(Scope.close(this.#scope, Exit.void))
  }
}
