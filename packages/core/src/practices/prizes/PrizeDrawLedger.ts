/**
 * The ledger of a draw's prizes, counted from its events alone: what was granted, drawn, delivered, returned, drawn again, and what is left.
 *
 * At every moment, of every prize: granted = waiting + held + delivered + left, and returned = redrawn + what is left because of it.
 *
 * @module
 */
import type { EventOf } from "../../process/Process.ts"
import type { PrizeDrawProcess } from "./PrizeDrawProcess.ts"

/** How many there are of one prize. */
export interface Line {
  readonly granted: number
  /** Not drawn yet. */
  readonly waiting: number
  /** Given to somebody by the draw itself, … */
  readonly drawn: number
  /** … and, of those that came back, to whoever stood next in line. */
  readonly redrawn: number
  readonly held: number
  readonly delivered: number
  readonly returned: number
  /** The company's again. */
  readonly left: number
}

/** The ledger, by prize. */
export type Ledger = ReadonlyMap<string, Line>

/** The ledger after these events, in their order. */
export const of = (history: Iterable<EventOf<typeof PrizeDrawProcess>>): Ledger => {
  const ledger = new Map<string, Line>()
  const change = (prize: string, changed: (line: Line) => Partial<Line>) => {
    const line = ledger.get(prize)
    if (line !== undefined) ledger.set(prize, { ...line, ...changed(line) })
  }
  for (const event of history) {
    switch (event.step) {
      case "Prepared":
        for (const { count, prize } of event.facts.announced.prizes)
          ledger.set(prize, { ...nothing, granted: count, waiting: count })
        break
      case "Drew":
        for (const { prize } of event.facts.awards)
          change(prize, ({ drawn, held, waiting }) => ({ drawn: drawn + 1, held: held + 1, waiting: waiting - 1 }))
        for (const prize of ledger.keys()) change(prize, ({ waiting }) => ({ waiting: 0, left: waiting }))
        break
      case "Delivered":
        change(event.facts.prize, ({ delivered, held }) => ({ delivered: delivered + 1, held: held - 1 }))
        break
      case "Freed":
      case "TakeBack": {
        const isRedrawn = event.facts.next !== undefined
        change(event.facts.prize, ({ held, left, redrawn, returned }) => ({
          returned: returned + 1,
          ...(isRedrawn ? { redrawn: redrawn + 1 } : { held: held - 1, left: left + 1 })
        }))
        break
      }
      case "Abandon":
        for (const prize of ledger.keys()) change(prize, ({ waiting }) => ({ waiting: 0, left: waiting }))
    }
  }
  return ledger
}

const nothing: Line = { granted: 0, waiting: 0, drawn: 0, redrawn: 0, held: 0, delivered: 0, returned: 0, left: 0 }
