/**
 * A typed client of the API of a desk.
 *
 * @module
 */
export * as DeskClient from "./DeskClient.ts"
