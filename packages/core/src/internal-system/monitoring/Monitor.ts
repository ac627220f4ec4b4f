/**
 * Watches one term: counts what is said into buckets of time, learns what is usual, and says when it is too much, goes on, and is over. It knows no clock
 * and no store: it is told what was heard and how late it is, and what it must remember is plain data.
 *
 * @module
 */
import { Schema } from "effect"
import * as Baseline from "./Baseline.ts"
import * as Burst from "./Burst.ts"
import type { Hour } from "./KindOfDay.ts"
import type { Mention } from "./Mention.ts"
import { best, type Counted, Tally } from "./Tally.ts"

/** Who was late for a bucket that is settled, and how many more may be learnt of it. */
interface Settled {
  readonly late: Set<string>
  room: number
}

/** How a term is watched. */
export interface Settings {
  /** How long a bucket is, in milliseconds. */
  readonly bucket: number
  /** How long after its end a bucket is still counted: what platforms tell late. */
  readonly lateness: number
  readonly baseline: Baseline.Settings
  readonly burst: Burst.Settings
}

/** Buckets of ten minutes, and as long again for what comes late. */
export const usual: Settings = {
  bucket: 600_000,
  lateness: 600_000,
  baseline: Baseline.usual,
  burst: Burst.usual
}

/** What is kept of it: everything that was settled, and up to when. */
export const Kept = Schema.Struct({
  baseline: Baseline.State,
  burst: Burst.State,
  /** The end of the last bucket that was settled, in milliseconds; nothing where none was. */
  settled: Schema.optionalKey(Schema.Finite),
  /** The bucket for which an alarm was raised before it was over. */
  early: Schema.optionalKey(Schema.Finite)
})
/** What is kept of it. */
export type Kept = typeof Kept.Type

/** What is to be told. */
export type News =
  | { readonly _tag: "Raised"; readonly at: number; readonly why: Burst.Why; readonly counted: Counted }
  | { readonly _tag: "Goes on"; readonly at: number; readonly expected: number; readonly counted: Counted }
  | { readonly _tag: "Over"; readonly at: number }

interface Open {
  readonly tally: Tally
  readonly hour: Hour
  expected: Baseline.Expected | undefined
}

/** Watches one term. */
export class Monitor {
  private kept: Kept
  private readonly open = new Map<number, Open>()
  /** The last buckets that were settled. */
  private readonly past = new Map<number, Settled>()
  /** How many people of the newest bucket were told of while it is open. */
  private told = 0
  private readonly settings: Settings
  private readonly hourOf: (millis: number) => Hour

  constructor(
    settings: Settings,
    hourOf: (millis: number) => Hour,
    kept: Kept = { baseline: Baseline.empty, burst: Burst.quiet }
  ) {
    this.settings = settings
    this.hourOf = hourOf
    this.kept = kept
  }

  /** What is to be kept, so that another goes on from there: with what was heard since `settled`. */
  get state(): Kept {
    return this.kept
  }

  /** How many buckets are still counted. */
  get size(): number {
    return this.open.size
  }

  /** Hears one mention. One from the future was written now, by a clock that is ahead; one from long ago is learnt, and raises nothing. */
  hear(mention: Mention, now: number): ReadonlyArray<News> {
    const { bucket } = this.settings
    const at = Math.floor(Math.min(mention.at, now) / bucket) * bucket
    const { settled } = this.kept
    if (settled !== undefined && at < settled) {
      this.late(at, mention.author)
      return []
    }
    const isNew = this.openAt(at).tally.add(mention)
    if (!isNew || this.kept.early !== undefined || this.kept.burst.phase._tag === "Raised") return []
    return this.early(at)
  }

  /**
   * Time has passed: buckets that are over, and what is late for them, are settled. Where nobody listened (`isDeaf`), a bucket without a mention says
   * nothing: silence is not learnt as such.
   */
  pass(now: number, isDeaf = false): ReadonlyArray<News> {
    const { bucket, lateness } = this.settings
    const last = Math.floor((now - lateness) / bucket) * bucket
    let at = this.kept.settled ?? Math.min(last, ...this.open.keys())
    const news: Array<News> = []
    const gap = last - at > longestGap
    for (; at < last; at += bucket) {
      if (gap && !this.open.has(at) && last - at > 2 * lateness + bucket) continue
      news.push(...this.settle(at, isDeaf || gap))
    }
    this.kept = { ...this.kept, settled: Math.max(at, this.kept.settled ?? at) }
    return news
  }

  /** A burst that was told of before its bucket was over is told of again whenever it has doubled: it may be graver by then. */
  grown(): ReadonlyArray<News> {
    const { early } = this.kept
    const at = Math.max(...this.open.keys())
    if (early === undefined || at < early) return []
    const one = this.openAt(at)
    if (one.tally.size < 2 * this.told) return []
    this.told = one.tally.size
    return [{ _tag: "Goes on", at, expected: this.expectedOf(one).mean, counted: this.shownUntil(at) }]
  }

  /**
   * Whoever is late for a bucket is learnt once, and no more of them than could have been chance: a burst that was told late, after an outage or
   * all at once, does not become usual.
   */
  private late(at: number, author: string) {
    const hour = this.hourOf(at)
    const one =
      this.past.get(at) ?? this.settledWith(at, Baseline.expected(this.settings.baseline, this.kept.baseline, hour))
    if (one.room < 1 || one.late.has(author)) return
    one.late.add(author)
    one.room--
    this.kept = { ...this.kept, baseline: Baseline.late(this.kept.baseline, hour, 1) }
  }

  /** Of a bucket of which nothing is known any more, it is taken that it had what is usual. */
  private settledWith(at: number, expected: Baseline.Expected, authors = expected.mean): Settled {
    const one = { late: new Set<string>(), room: Baseline.highest(expected) - authors }
    this.past.set(at, one)
    const [first] = this.past.keys()
    if (this.past.size > mostPast && first !== undefined) this.past.delete(first)
    return one
  }

  private openAt(at: number): Open {
    const known = this.open.get(at)
    if (known !== undefined) return known
    const made: Open = { tally: new Tally(), hour: this.hourOf(at), expected: undefined }
    this.open.set(at, made)
    return made
  }

  /** What is expected is asked once a bucket, so that what raised an alarm before the bucket was over still does when it is settled. */
  private expectedOf(one: Open): Baseline.Expected {
    one.expected ??= Baseline.expected(this.settings.baseline, this.kept.baseline, one.hour)
    return one.expected
  }

  private early(at: number): ReadonlyArray<News> {
    let state = this.kept.burst
    for (const one of [...this.open.keys()].toSorted((a, b) => a - b)) {
      if (one > at) break
      const open = this.openAt(one)
      const [next, verdict] = Burst.step(this.settings.burst, state, { ...this.seen(one, open), isOpen: one === at })
      state = next
      if (verdict._tag !== "Raised") continue
      this.kept = { ...this.kept, early: one }
      this.told = this.openAt(at).tally.size
      return [{ _tag: "Raised", at: one, why: verdict.why, counted: this.shownUntil(at) }]
    }
    return []
  }

  private seen(at: number, open: Open): Burst.Seen {
    return { at, authors: open.tally.size, expected: this.expectedOf(open), learnt: this.kept.baseline.buckets }
  }

  private settle(at: number, isDeaf: boolean): ReadonlyArray<News> {
    const heard = this.open.get(at)
    this.open.delete(at)
    if (heard === undefined && isDeaf) return []
    const open = heard ?? { tally: new Tally(), hour: this.hourOf(at), expected: undefined }
    const seen = this.seen(at, open)
    const [burst, verdict] = Burst.step(this.settings.burst, this.kept.burst, seen)
    const { early, ...rest } = this.kept
    const baseline = Baseline.learn(this.settings.baseline, this.kept.baseline, open.hour, seen.authors)
    this.settledWith(at, seen.expected, seen.authors)
    const isTold = early !== undefined && at < early
    this.kept = { ...rest, baseline, burst, ...(isTold && { early }) }
    switch (verdict._tag) {
      case "Nothing":
        return []
      case "Over":
        return [{ _tag: "Over", at }]
      case "Goes on":
        return [{ _tag: "Goes on", at, expected: verdict.expected, counted: open.tally.counted }]
      case "Raised":
        if (early === undefined) return [{ _tag: "Raised", at, why: verdict.why, counted: open.tally.counted }]
        return [{ _tag: "Goes on", at, expected: seen.expected.mean, counted: open.tally.counted }]
    }
  }

  /** What is shown is of all buckets that are still counted: the evidence may have begun before this one. */
  private shownUntil(at: number): Counted {
    const own = this.openAt(at).tally.counted
    const others = [...this.open].filter(([one]) => one < at).flatMap(([, { tally }]) => tally.counted.shown)
    return { ...own, shown: best([...own.shown, ...others]) }
  }
}

/** So many settled buckets are remembered, for what comes late: a week of ten minutes. */
const mostPast = 1_008

/** After so long nobody believes that silence was silence: a machine that stood still, a clock that jumped. */
const longestGap = 28 * 24 * 3_600_000
