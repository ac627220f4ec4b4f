/**
 * Conversions divided among the codes, links and posts that people came past. Whatever the method, credits and what nobody touched make the conversions.
 *
 * @module
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import { channels, converted, type Journey } from "./Journey.ts"
import * as Markov from "./Markov.ts"
import * as Positional from "./Positional.ts"
import * as Shapley from "./Shapley.ts"

/** How conversions are divided. `decay` halves with so many hours. */
export type Method =
  | { readonly by: "first" | "last" | "linear" | "position" | "markov" | "shapley" }
  | { readonly by: "decay"; readonly halfLife: number }

/** What a division of conversions says. */
export interface Attribution {
  readonly method: Method
  /** What each channel is given, in the order in which they are first met. */
  readonly credits: ReadonlyMap<string, number>
  /** Conversions of which no touch was seen; they are nobody's. */
  readonly untouched: number
  /** Credits and untouched ones together. */
  readonly conversions: number
  /** What the numbers are, and what they are not. */
  readonly said: Bilingual
}

/** Divides the conversions of journeys. Each of the same journeys in another order gives the same. */
export const divide = (journeys: ReadonlyArray<Journey>, method: Method): Attribution => {
  const touched = journeys.filter(({ touches }) => touches.length > 0)
  const given = creditsOf(touched, method)
  return {
    method,
    credits: new Map(channels(touched).map((channel) => [channel, given.get(channel) ?? 0])),
    untouched: converted(journeys) - converted(touched),
    conversions: converted(journeys),
    said
  }
}

const creditsOf = (journeys: ReadonlyArray<Journey>, method: Method): ReadonlyMap<string, number> => {
  switch (method.by) {
    case "markov":
      return Markov.credits(journeys)
    case "shapley":
      return Shapley.credits(journeys)
    case "decay":
      return Positional.credits(journeys, Positional.decay(method.halfLife))
    case "first":
      return Positional.credits(journeys, Positional.first)
    case "last":
      return Positional.credits(journeys, Positional.last)
    case "linear":
      return Positional.credits(journeys, Positional.linear)
    case "position":
      return Positional.credits(journeys, Positional.position)
  }
}

/** What every division of conversions says of itself. */
export const said: Bilingual = {
  zh: "这是把已有的转化分给各个触点的一种算法，不是因果：去掉某个触点会少多少转化，只有试验能说明。",
  en: "This divides the conversions there were among what was touched. It is no cause: what one brings in, only a trial shows."
}
