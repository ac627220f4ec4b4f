/**
 * Customer systems: Request Tracker and HubSpot as customer desk and as members, and the signatures of what such systems push.
 *
 * @module
 */
export * as RequestTrackerDesk from "./rt/RequestTrackerDesk.ts"
export * as RequestTrackerMembers from "./rt/RequestTrackerMembers.ts"
export * as RtApi from "./rt/RtApi.ts"
