/**
 * Sign-in by OpenID Connect, for a desk whose people have accounts elsewhere. It needs the package `openid-client`.
 *
 * @module
 */
export * as OidcDoor from "./OidcDoor.ts"
export type { Options } from "./Options.ts"
