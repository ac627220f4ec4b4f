/**
 * Every port in memory: the reference implementation, and what tests and simulations run on.
 *
 * @module
 */
export * as MemoryAccountFacts from "./MemoryAccountFacts.ts"
export * as MemoryCursors from "./MemoryCursors.ts"
export * as MemoryCustomerDesk from "./MemoryCustomerDesk.ts"
export * as MemoryDrawRecords from "./MemoryDrawRecords.ts"
export * as MemoryEditionStore from "./MemoryEditionStore.ts"
export * as MemoryFans from "./MemoryFans.ts"
export * as MemoryInbox from "./MemoryInbox.ts"
export * as MemoryInteractions from "./MemoryInteractions.ts"
export * as MemoryInvitations from "./MemoryInvitations.ts"
export * as MemoryMemberList from "./MemoryMemberList.ts"
export * as MemoryMembers from "./MemoryMembers.ts"
export * as MemoryMessenger from "./MemoryMessenger.ts"
export * as MemoryObservationStore from "./MemoryObservationStore.ts"
export * as MemoryOwnPosts from "./MemoryOwnPosts.ts"
export * as MemoryPersonalKeys from "./MemoryPersonalKeys.ts"
export * as MemoryPictures from "./MemoryPictures.ts"
export * as MemoryPrivateMessages from "./MemoryPrivateMessages.ts"
export * as MemoryPublicRandomness from "./MemoryPublicRandomness.ts"
export * as MemoryPublisher from "./MemoryPublisher.ts"
export * as MemoryQuotaLedger from "./MemoryQuotaLedger.ts"
export * as MemoryQuotaLeft from "./MemoryQuotaLeft.ts"
export * as MemoryReplies from "./MemoryReplies.ts"
export * as MemoryStore from "./MemoryStore.ts"
export * as MemoryUnread from "./MemoryUnread.ts"
