/**
 * Where Weibo answers. Source: the addresses on the interface pages.
 *
 * @module
 */

/** The base address of each family of interfaces, without a slash at the end. */
export interface WeiboHosts {
  readonly api: string
  readonly upload: string
  readonly business: string
  readonly messages: string
  /** What has come and was not looked at. */
  readonly remind: string
}

/** Weibo itself. */
export const weibo: WeiboHosts = {
  api: "https://api.weibo.com",
  upload: "https://upload.api.weibo.com",
  business: "https://c.api.weibo.com",
  messages: "https://m.api.weibo.com",
  remind: "https://rm.api.weibo.com"
}

/** One address for everything: a gateway of the house, or the emulator. */
export const at = (url: string): WeiboHosts => ({
  api: url,
  upload: url,
  business: url,
  messages: url,
  remind: url
})
