/**
 * Every port in memory.
 *
 * @module
 */
export * as MemoryPictures from "./MemoryPictures.ts"
export * as MemoryPublisher from "./MemoryPublisher.ts"
