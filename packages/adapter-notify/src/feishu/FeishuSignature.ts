/**
 * How a Feishu (飞书) robot knows who writes: nothing at all, signed with the moment and the secret as the key, in the body.
 *
 * Source: open.feishu.cn/document/client-docs/bot-v3/add-custom-bot; good for an hour.
 *
 * @module
 */
import { createHmac } from "node:crypto"

/** The signature of a moment, in seconds since 1970, in base 64. */
export const sign = (timestamp: number, secret: string): string =>
  createHmac("sha256", `${timestamp}\n${secret}`).digest("base64")
