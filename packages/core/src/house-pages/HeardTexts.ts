/**
 * What fans wrote as a page asks for it: some of it, the newest first, each with what people have said last that it is.
 *
 * @module
 */
import { DateTime, Effect, Schema } from "effect"
import type { AccountId } from "../account/AccountId.ts"
import { FanId } from "../account/FanId.ts"
import * as Corrections from "../internal-system/triage/Corrections.ts"
import * as Heard from "../internal-system/triage/Heard.ts"
import type { Label } from "../internal-system/triage/Label.ts"
import type { RecordedOf } from "../observations/Observation.ts"
import type { Place } from "../observations/ObservationStore.ts"
import * as Observations from "../observations/Observations.ts"
import * as CaseText from "../operations/CaseText.ts"
import type { Asking } from "./HousePage.ts"

/** A text that was heard. */
export type Written = RecordedOf<typeof Heard.kind>

/** What is shown, and where older ones begin. */
export interface Shown {
  readonly rows: ReadonlyArray<readonly [heard: Written, meant: Label | undefined]>
  readonly next: string | undefined
}

/** What an address may ask for, by which texts are left out. */
export const narrows: ReadonlyArray<string> = ["case", "fan", "label", "words"]

/** So many are shown at once, of so many that are looked through for them, so many at a time. */
const most = 50
const longest = 20_000
const pageSize = 500

/** Reads what the address asks for. */
export const read = Effect.fnUntraced(function* (account: AccountId, asked: Asking["asked"]) {
  const fan = asked.get("fan")
  const isWanted = wanted(asked)
  const found: Array<Written> = []
  const limit = narrows.some((one) => asked.has(one)) ? pageSize : most
  let [after, seen] = [placeOf(asked.get("before")), 0]
  do {
    const piece = yield* Observations.page(Heard.kind, {
      ...{ account, order: "newest", limit },
      ...(Schema.is(FanId)(fan) && { person: fan }),
      ...(after !== undefined && { after })
    })
    const all = piece.observations.filter(isWanted)
    const room = most - found.length
    found.push(...all.slice(0, room))
    // What does not fit stands behind the last that did.
    after = all.length > room ? found.at(-1) : piece.next
    seen += limit
    // Others have their turn in between.
    yield* Effect.yieldNow
  } while (after !== undefined && found.length < most && seen < longest)
  const rows = yield* Effect.forEach(found, (heard) =>
    Effect.map(Corrections.saidOf(account, heard.facts.interaction), (said) => [heard, said?.facts.meant] as const)
  )
  return { rows, next: after && nameOf(after) } satisfies Shown
})

const wanted = (asked: Asking["asked"]) => {
  const label = asked.get("label")
  const hasNone = asked.get("case") === "none"
  const words = CaseText.termsOf(asked.get("words") ?? "")
  const hasWords = ({ personal }: Written) => {
    if (words.length === 0) return true
    const text = CaseText.folded(personal?.text ?? "")
    return words.every((word) => text.includes(word))
  }
  return (one: Written) => {
    const { became, label: judged } = one.facts
    return (
      (label === undefined || label === judged) &&
      (!hasNone || became === "counted" || became === "flood") &&
      hasWords(one)
    )
  }
}

/** A place as an address has it. */
const nameOf = ({ at, position }: Place): string => `${at.epochMilliseconds}-${position}`

const placeOf = (name: string | undefined): Place | undefined => {
  const [, at, position] = /^(\d{1,13})-(\d{1,15})$/.exec(name ?? "") ?? []
  return at === undefined ? undefined : { at: DateTime.makeUnsafe(Number(at)), position: Number(position) }
}
