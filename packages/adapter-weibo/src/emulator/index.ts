/**
 * A local server that speaks the contract of Weibo.
 *
 * @module
 */
export {}
