/**
 * What waits for one person, so that what comes in bursts, or waited for the end of quiet hours, is told in one message.
 *
 * What is to be told stands in the queue, and nowhere else: an action that has to wait is put off there and asks again. Here is only remembered who
 * else waits, so that the first whose time has come takes along all that have asked again as well; one whose case does not want it any
 * more never asks again, and is not told. A worker that dies forgets all of it: then each is told by itself, and none is lost.
 *
 * @module
 */
import { Duration, type Result } from "effect"
import { isReadonlyArrayNonEmpty, type NonEmptyReadonlyArray } from "effect/Array"
import type * as Writing from "../operations/Writing.ts"
import type { Matter } from "./Messenger.ts"

/** What became of a message. */
export type Told = Result.Result<void, Exclude<Writing.Failure, Writing.TryLater>>

/** One that has asked, in milliseconds since 1970. */
interface Waiting {
  readonly matter: Matter
  /** From when on it may be told. */
  readonly due: number
  /** Since when it has asked again, and is waiting for the others; nothing before. */
  readonly ready?: number
  readonly isUnderWay?: boolean
}

/** What is remembered of a person, by the keys of the actions. */
export interface Gathering {
  readonly waiting: ReadonlyMap<string, Waiting>
  /** What became of those that went along with another. */
  readonly told: ReadonlyMap<string, { readonly outcome: Told; readonly at: number }>
  /** Until when the person has their peace after a message. */
  readonly rests: number
}

/** Nothing waits. */
export const empty: Gathering = { waiting: new Map(), told: new Map(), rests: 0 }

/** One asks: what is to be told, from when on, and whether it spares nobody's rest. */
export interface Ask {
  readonly key: string
  readonly matter: Matter
  readonly opens: number
  readonly isUrgent: boolean
  readonly now: number
}

/** What it is answered: what became of it already, until when it waits, or which are told now. */
export type Answer =
  | { readonly _tag: "told"; readonly outcome: Told }
  | { readonly _tag: "wait"; readonly until: number }
  | {
      readonly _tag: "tell"
      readonly keys: NonEmptyReadonlyArray<string>
      readonly matters: NonEmptyReadonlyArray<Matter>
    }

/** How long the person rests after a message, and how long one waits for the others. */
export const pauses = { rest: 60_000, gather: 2_000 } as const
/** No message has more matters: each has to have room for its address. */
export const mostMatters = 10
/** What nobody has asked for since is forgotten. */
const longest = Duration.toMillis("1 day")

/** One asks whether it may be told. */
export const ask = (before: Gathering, { isUrgent, key, matter, now, opens }: Ask): readonly [Answer, Gathering] => {
  const gathering = pruned(before, now)
  const known = gathering.told.get(key)
  if (known !== undefined) return [{ _tag: "told", outcome: known.outcome }, without(gathering, [key])]
  const former = gathering.waiting.get(key)
  if (former?.isUnderWay) return [{ _tag: "wait", until: now + pauses.gather }, gathering]
  const due = isUrgent ? now : Math.max(opens, gathering.rests)
  if (due > now) return [{ _tag: "wait", until: due }, put(gathering, [[key, { matter, due }]])]
  const ready = former?.ready ?? now
  const with_ = put(gathering, [[key, { matter, due: former?.due ?? due, ready }]])
  const others = [...with_.waiting].filter(([, one]) => one.due <= now && one.isUnderWay !== true)
  const first = Math.min(...others.flatMap(([, one]) => one.ready ?? []))
  const isAnyMissing = others.some(([, one]) => one.ready === undefined && now < one.due + pauses.gather)
  if (isAnyMissing && !isUrgent && now < first + pauses.gather) {
    return [{ _tag: "wait", until: first + pauses.gather }, with_]
  }
  const along = others.filter(([one, { ready }]) => one !== key && ready !== undefined).slice(0, mostMatters - 1)
  const going = [...others.filter(([one]) => one === key), ...along]
  const [keys, matters] = [going.map(([one]) => one), distinct(going.map(([, one]) => one.matter))]
  if (!isReadonlyArrayNonEmpty(keys) || !isReadonlyArrayNonEmpty(matters))
    return [{ _tag: "wait", until: first }, with_]
  const underWay = put(
    with_,
    going.map(([one, waiting]) => [one, { ...waiting, isUnderWay: true }])
  )
  return [
    { _tag: "tell", keys, matters },
    { ...underWay, rests: now + pauses.rest }
  ]
}

/** The message was told, or failed for good: the one that asked knows, and the others will when they ask again. */
export const settle = (
  gathering: Gathering,
  keys: ReadonlyArray<string>,
  asker: string,
  outcome: Told,
  now: number
) => {
  const { told, waiting, ...rest } = without(gathering, keys)
  const others = keys.filter((key) => key !== asker).map((key) => [key, { outcome, at: now }] as const)
  return { ...rest, waiting, told: new Map([...told, ...others]) }
}

/** The message was not told now: all wait, and the person is not tried before. */
export const putOff = (gathering: Gathering, keys: ReadonlyArray<string>, until: number): Gathering => {
  const again = keys.flatMap((key) => {
    const one = gathering.waiting.get(key)
    return one === undefined ? [] : [[key, { matter: one.matter, due: until }] as const]
  })
  return { ...put(gathering, again), rests: Math.max(gathering.rests, until) }
}

const put = (gathering: Gathering, entries: ReadonlyArray<readonly [string, Waiting]>): Gathering => ({
  ...gathering,
  waiting: new Map([...gathering.waiting, ...entries])
})

const without = ({ told, waiting, rests }: Gathering, keys: ReadonlyArray<string>): Gathering => ({
  rests,
  told: new Map([...told].filter(([key]) => !keys.includes(key))),
  waiting: new Map([...waiting].filter(([key]) => !keys.includes(key)))
})

const pruned = ({ told, waiting, rests }: Gathering, now: number): Gathering => ({
  rests,
  told: new Map([...told].filter(([, { at }]) => now - at < longest)),
  waiting: new Map([...waiting].filter(([, { due }]) => now - due < longest))
})

/** The same matter of two actions is told once. */
const distinct = (matters: ReadonlyArray<Matter>): ReadonlyArray<Matter> => [
  ...new Map(matters.map((matter) => [JSON.stringify(matter), matter])).values()
]
