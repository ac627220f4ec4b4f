/**
 * What the story hears and counts beside the observations of the house: calls about the codes at customer service, and prizes that have come.
 *
 * @module
 */
import { FanId } from "@dualops/core/account"
import { Observation } from "@dualops/core/observations"
import { Schema } from "effect"

/** Somebody called customer service about the codes. */
export const ServiceCall = Observation.define("ServiceCall", {
  title: { zh: "客服来电", en: "Call at customer service" },
  facts: { about: Schema.String },
  personal: { fan: FanId }
})

/** Prizes were put in store. */
export const PrizesArrived = Observation.define("PrizesArrived", {
  title: { zh: "奖品入库", en: "Prizes in store" },
  facts: { cups: Schema.Int }
})
