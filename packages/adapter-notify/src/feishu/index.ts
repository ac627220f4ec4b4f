/**
 * People told by the robot of a Feishu (飞书) or Lark group.
 *
 * @module
 */
export * as FeishuMessenger from "./FeishuMessenger.ts"

// What these are made of.

export * as FeishuSignature from "./FeishuSignature.ts"
