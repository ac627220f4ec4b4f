/**
 * What a function of the internal system needs of the company, and the resources that meet it.
 *
 * Needs are the only place where the two systems are tied: what a resource is used for, and the matrix of both, are read off these lines.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountFunction } from "../account/AccountFunction.ts"
import { Bilingual } from "../finding/Bilingual.ts"
import { ResourceId } from "./Resource.ts"

/** What a function needs. */
export const Need = Schema.Struct({
  title: Bilingual,
  function: AccountFunction.annotateKey({ description: "The function that needs it." }),
  metBy: Schema.Array(ResourceId).annotateKey({ description: "The resources that meet it; none: it is unmet." })
})
/** What a function needs. */
export type Need = typeof Need.Type
