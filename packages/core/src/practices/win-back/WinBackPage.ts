/**
 * What a wave asks for while it runs: the page that is now under way, on the terms of its moment.
 *
 * @module
 */
import { Schema } from "effect"
import * as WinBack from "./WinBack.ts"

/** The terms that a step has found in the handbook. */
export const terms = { terms: Schema.Struct(WinBack.terms) }
type Terms = (typeof terms)["terms"]["Type"]

/** The terms of now. */
export const termsOf = ({ cap, quiet, stages, timeZone, within }: WinBack.Settings): Terms => ({
  cap,
  stages,
  timeZone,
  within,
  ...(quiet && { quiet })
})

/** The page that is now under way, while the wave runs. */
export const asks = {
  writePage: (state: WinBack.State, { facts }: { readonly facts: { readonly terms: Terms } }) => {
    if (state._tag !== "Running") return undefined
    const { account, after, audience, codes, holdout, page, subject, text, until } = state
    return {
      ...facts.terms,
      ...{ account, audience, holdout, page, subject, text, until },
      ...(codes !== undefined && { codes }),
      ...(after !== undefined && { after })
    }
  }
}
