/**
 * The company's own channels: links that say where they stood, QR codes of them for print, where they were placed, whether they still stand there, and who
 * came by them.
 *
 * @module
 */
export * as Placement from "./Placement.ts"
export * as PlacementCarriers from "./PlacementCarriers.ts"
export * as PlacementCheck from "./PlacementCheck.ts"
export { PlacementProcess } from "./PlacementProcess.ts"
export * as QrCode from "./QrCode.ts"
export * as TrackedLink from "./TrackedLink.ts"
export * as Visit from "./Visit.ts"
