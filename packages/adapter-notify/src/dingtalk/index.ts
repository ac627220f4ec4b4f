/**
 * People told by the robot of a DingTalk (钉钉) group.
 *
 * @module
 */
export * as DingtalkMessenger from "./DingtalkMessenger.ts"

// What these are made of.

export * as DingtalkSignature from "./DingtalkSignature.ts"
