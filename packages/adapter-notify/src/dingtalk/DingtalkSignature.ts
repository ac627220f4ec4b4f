/**
 * How a DingTalk (钉钉) robot knows who writes: the moment and the secret, signed with the secret, in the address.
 *
 * Source: open.dingtalk.com/document/robots/customize-robot-security-settings; good for an hour.
 *
 * @module
 */
import { createHmac } from "node:crypto"

/** The signature of a moment, in milliseconds since 1970, in base 64. */
export const sign = (timestamp: number, secret: string): string =>
  createHmac("sha256", secret).update(`${timestamp}\n${secret}`).digest("base64")

/** The address with the moment and its signature. */
export const signed = (webhook: string, timestamp: number, secret: string): string => {
  const url = new URL(webhook)
  url.searchParams.set("timestamp", String(timestamp))
  url.searchParams.set("sign", sign(timestamp, secret))
  return url.href
}
