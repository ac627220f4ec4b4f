/**
 * Weibo over HTTP.
 *
 * @module
 */
export {}
