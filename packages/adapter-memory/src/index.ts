/**
 * Every port in memory: the reference implementation, and what tests and simulations run on.
 *
 * @module
 */
export * as MemoryEventStore from "./MemoryEventStore.ts"
export * as MemoryPictures from "./MemoryPictures.ts"
export * as MemoryPublisher from "./MemoryPublisher.ts"
