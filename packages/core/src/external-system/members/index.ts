/**
 * The company's members: who a fan is to it, and which discount codes they have used.
 *
 * @module
 */
export * as Member from "./Member.ts"
export { Members } from "./Members.ts"
