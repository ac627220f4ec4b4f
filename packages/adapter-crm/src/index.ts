/**
 * Customer systems: Request Tracker and HubSpot as customer desk and as members, and the signatures of what such systems push.
 *
 * @module
 */
export * as HubSpotAddresses from "./hubspot/HubSpotAddresses.ts"
export * as HubSpotDesk from "./hubspot/HubSpotDesk.ts"
export * as HubSpotMemberList from "./hubspot/HubSpotMemberList.ts"
export * as HubSpotMembers from "./hubspot/HubSpotMembers.ts"
export * as RequestTrackerAddresses from "./rt/RequestTrackerAddresses.ts"
export * as RequestTrackerDesk from "./rt/RequestTrackerDesk.ts"
export * as RequestTrackerMemberList from "./rt/RequestTrackerMemberList.ts"
export * as RequestTrackerMembers from "./rt/RequestTrackerMembers.ts"
export * as WebhookSignature from "./webhooks/WebhookSignature.ts"

// What these are made of.

export * as Secret from "./http/Secret.ts"
export * as HubSpotApi from "./hubspot/HubSpotApi.ts"
export * as RtApi from "./rt/RtApi.ts"
