/**
 * Every port in memory.
 *
 * @module
 */
export {}
