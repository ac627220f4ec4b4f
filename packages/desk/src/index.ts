/**
 * A desk to work at: pages and an HTTP API, derived from the processes that a house runs.
 *
 * @module
 */
export * as Desk from "./Desk.ts"
export * as Door from "./door/Door.ts"
export * as ProxyDoor from "./door/ProxyDoor.ts"
export * as TokenDoor from "./door/TokenDoor.ts"

// What these are made of.

export * as Field from "./form/Field.ts"
export * as Fields from "./form/Fields.ts"
export * as Filled from "./form/Filled.ts"
export * as Typed from "./form/Typed.ts"
export * as Address from "./pages/Address.ts"
