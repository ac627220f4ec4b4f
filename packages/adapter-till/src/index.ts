/**
 * Tills over HTTP: what answers them in the house, and what asks in the shop.
 *
 * @module
 */
export * as TillClient from "./TillClient.ts"
export * as TillHandler from "./TillHandler.ts"

// What these are made of.

export * as TillWire from "./TillWire.ts"
