/**
 * A draw that everybody can check: how it is frozen, drawn, and verified from what is published of it. docs/draws.md tells how, so that a stranger can write it anew.
 *
 * @module
 */
export { fingerprint } from "./Canonical.ts"
export { type Known, type Options, verify } from "./DrawCheck.ts"
export { draw, freeze, type List } from "./Drawing.ts"
export { type Done, type Sifted, sift } from "./Sifting.ts"
