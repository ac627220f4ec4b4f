/**
 * Prizes that are drawn so that everybody can check it: who takes part, the frozen list, the lots, the record that is published, and the public randomness in it.
 *
 * @module
 */
export * as Beacon from "./Beacon.ts"
export * as CheckerPage from "./CheckerPage.ts"
export * as Draw from "./Draw.ts"
export * as DrawEntry from "./DrawEntry.ts"
export * as DrawRecord from "./DrawRecord.ts"
export { DrawRecords } from "./DrawRecords.ts"
export * as DrawSecrets from "./DrawSecrets.ts"
export { PublicRandomness } from "./PublicRandomness.ts"
export * as Ticket from "./Ticket.ts"

// What these are made of.

export * as BeaconSignature from "./BeaconSignature.ts"
export * as Canonical from "./Canonical.ts"
export { FrozenDraw, type Kept } from "./DrawRecords.ts"
export * as Lot from "./Lot.ts"
export * as TicketList from "./TicketList.ts"
