/**
 * Pages of the web, for the channels of a company: whether a link still stands where it was placed.
 *
 * @module
 */
export * as WebPlacementCheck from "./WebPlacementCheck.ts"

// What it is made of.

export * as LinkOnPage from "./LinkOnPage.ts"
export * as PageReading from "./PageReading.ts"
export * as PublicAddress from "./PublicAddress.ts"
