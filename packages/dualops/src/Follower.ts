/**
 * What has happened, from a position on, as an async iterable: each event once, in order, until the house closes or nobody reads any more.
 *
 * A follower is no generator, whose `return` waits for a `next` that is under way: here whoever stops is done at once, also while nothing happens.
 *
 * @module
 */
import type { EventLog } from "@dualops/core/operations"

/** An event of any case, and its place in the log. */
export type Happened = EventLog.Entry

/** From where on, and for how long. */
export interface Following {
  /** Only what comes behind this `position`; everything, where it is left out. */
  readonly after?: number
  /** Whether to wait for what is still to come, which is meant if it is left out; else it ends with what there is. */
  readonly live?: boolean
  /** How long to wait between two looks for what other programs have done, in milliseconds; 250 if it is left out. */
  readonly every?: number
  /** Ends it when it is aborted. */
  readonly signal?: AbortSignal
}

/** Where it reads. */
export interface Source {
  readonly read: (after: number, signal: AbortSignal) => Promise<ReadonlyArray<Happened>>
  /** Called once, when it is over. */
  readonly over: () => void
}

interface Waiting {
  readonly resolve: (result: IteratorResult<Happened, undefined>) => void
  readonly reject: (why: unknown) => void
}

/** Follows a log. */
export class Follower implements AsyncIterableIterator<Happened, undefined> {
  readonly #source: Source
  readonly #live: boolean
  readonly #every: number
  readonly #stop = new AbortController()
  readonly #waiting: Array<Waiting> = []
  #page: Array<Happened> = []
  #position: number
  #wake = () => {}
  #isReading = false

  constructor(source: Source, { after = 0, every = 250, live = true, signal }: Following) {
    this.#source = source
    this.#live = live
    this.#every = every
    this.#position = after
    const stop = () => this.end()
    signal?.addEventListener("abort", stop, { once: true })
    this.#stop.signal.addEventListener("abort", () => signal?.removeEventListener("abort", stop))
  }

  /** Itself: whoever loops over it goes on from where it is. */
  [Symbol.asyncIterator]() {
    return this
  }

  /** The next event, as soon as there is one; over, where there will be none. */
  next(): Promise<IteratorResult<Happened, undefined>> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      void this.#serve()
    })
  }

  /** Ends it, as a loop that is left does. */
  async return(): Promise<IteratorResult<Happened, undefined>> {
    this.end()
    return over
  }

  /** Ends it, and fails with this. */
  async throw(why: unknown): Promise<IteratorResult<Happened, undefined>> {
    this.end()
    throw why
  }

  /** Ends it, at the end of the block that it is `await using` in. */
  async [Symbol.asyncDispose]() {
    this.end()
  }

  /** Whoever waits for more is told that there is no more. */
  end(): void {
    if (this.#stop.signal.aborted) return
    this.#stop.abort()
    this.#page = []
    this.#wake()
    for (const { resolve } of this.#waiting.splice(0)) resolve(over)
    this.#source.over()
  }

  /** Something may have happened: it looks now. */
  look(): void {
    this.#wake()
  }

  /** Gives whoever waits what they wait for, in turn. */
  async #serve() {
    if (this.#isReading) return
    this.#isReading = true
    while (this.#waiting.length > 0) {
      if (this.#stop.signal.aborted) for (const { resolve } of this.#waiting.splice(0)) resolve(over)
      const [first] = this.#page
      if (first === undefined) await this.#read()
      else {
        this.#page.shift()
        this.#position = first.position
        this.#waiting.shift()?.resolve({ done: false, value: first })
      }
    }
    this.#isReading = false
  }

  async #read() {
    if (this.#stop.signal.aborted) return
    try {
      const page = await this.#source.read(this.#position, this.#stop.signal)
      if (this.#stop.signal.aborted) return
      this.#page = [...page]
      if (page.length > 0) return
      if (this.#live) await this.#pause()
      else this.end()
    } catch (why) {
      // Told to one, and over for all others. What was aborted is over already, and tells nobody.
      if (!this.#stop.signal.aborted) this.#waiting.shift()?.reject(why)
      this.end()
    }
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#every)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

const over = { done: true, value: undefined } as const
