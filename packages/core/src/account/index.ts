/**
 * What everything else is about: the account, its posts and its fans by their ids at the platform, and the nine functions of its work.
 *
 * @module
 */
export * as AccountFunction from "./AccountFunction.ts"
export { AccountId } from "./AccountId.ts"
export { FanId } from "./FanId.ts"
export * as Personal from "./Personal.ts"
export { PostId } from "./PostId.ts"
export * as Tag from "./Tag.ts"
export * as Uid from "./Uid.ts"
