/**
 * Everybody who plays on the day beside those who post: fans, whoever answers them, customer service, and the night's stand-in.
 *
 * @module
 */
import type { Caseload } from "@dualops/core"
import { Effect } from "effect"
import type { Kept } from "../Editions.ts"
import * as House from "../House.ts"
import * as Answering from "./Answering.ts"
import * as Audience from "./Audience.ts"
import type { Move } from "./Move.ts"
import * as Night from "./Night.ts"
import * as Schedule from "./Schedule.ts"
import * as Service from "./Service.ts"

/** What they are going to do, in the folder of the day; of the team, all but whom somebody real is. */
export const make = (out: string, { entries, handbook }: Kept, caseload: Caseload.Caseload, you?: string) => {
  const schedule = Schedule.make(House.begins(entries), handbook.timeZone)
  return {
    /** What had been written and done before a program ended, and was not heard. */
    hear: Effect.andThen(Audience.hear(handbook.account.id), Service.hear),
    /** What somebody real writes on Weibo at any moment, and what customer service does. */
    listen: Effect.andThen(Audience.listener(handbook.account.id), Service.hear),
    /** Fans who write when the day is over, for as long as somebody looks. */
    linger: Audience.linger(handbook.account.id),
    /** What everybody is going to do next, as the day stands. */
    moves: Effect.map(
      Effect.all([
        Audience.moves(schedule, handbook.account.id),
        Answering.moves(handbook, caseload),
        Service.moves(schedule, caseload),
        Night.moves(out, handbook, schedule, caseload)
      ]),
      ([fans, answers, tickets, night]) => {
        const all: ReadonlyArray<Move> = [...fans, ...answers, ...tickets, ...night]
        return all.filter(({ by }) => by === undefined || by !== you)
      }
    )
  }
}
