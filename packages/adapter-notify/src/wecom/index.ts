/**
 * People told by the robot of a WeCom (企业微信) group.
 *
 * @module
 */
export * as WecomMessenger from "./WecomMessenger.ts"
