/**
 * Private messages: the account writes to a fan, if the fan has opened the window.
 *
 * Source: the fan-service page on customer replies. The code for a closed window and the good answer were never captured;
 * 20301 ("not your follower") and `{"result":true}` stand in for them.
 *
 * @module
 */
import * as Comments from "./Comments.ts"
import type { Serve } from "./Desk.ts"
import type { Happening } from "./Happening.ts"
import { answer, refuse } from "./Refusal.ts"
import * as Timelines from "./Timelines.ts"
import type { Account, World } from "./World.ts"

const types = ["text", "articles", "position"]

/** `messages/reply`: to a fan who wrote, followed, clicked or scanned within 48 hours, or once after a mention. */
export const reply: Serve = ({ world }, account, call) => {
  const fan = call.params.get("receiver_id") ?? ""
  const type = call.params.get("type") ?? ""
  const data = call.params.get("data") ?? ""
  if (!types.includes(type) || !isObject(data)) return refuse(10017, call.path)
  const text = type === "text" ? String(JSON.parse(data).text ?? "") : ""
  if (type === "text" && text.trim() === "") return refuse(20008, call.path)
  if (text.length >= 300) return refuse(20013, call.path)
  if (!isOpen(world, account, fan)) return refuse(20301, call.path)
  world.happen({ _tag: "Messaged", account: account.uid, fan, way: "customer", type, data, at: world.now() })
  return answer({ result: true, sender_id: account.uid, receiver_id: fan })
}

const isObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === "object" && value !== null
  } catch {
    return false
  }
}

const window = 48 * 3_600_000
const opening = ["text", "position", "voice", "image", "follow", "subscribe", "scan", "scan_follow", "click"]

/** Told from the happenings alone, and not by the library's own rule, for this is the judge of that rule. */
const isOpen = (world: World, account: Account, fan: string): boolean => {
  let free = Number.NEGATIVE_INFINITY
  let once = Number.NEGATIVE_INFINITY
  const isMention = mentions(world, account, fan)
  for (const one of world.happenings) {
    if (isMention(one)) once = one.at
    if (!("fan" in one) || one.fan !== fan || one.account !== account.uid) continue
    if (one._tag === "Received") {
      const kind = one.type === "event" ? (one.data.subtype ?? "") : one.type
      if (opening.includes(kind)) free = one.at
      if (kind === "unfollow") free = once = Number.NEGATIVE_INFINITY
    } else if (one._tag === "Messaged" && one.way === "customer" && one.at - free > window) {
      once = Number.NEGATIVE_INFINITY
    }
  }
  return world.now() - free <= window || world.now() - once <= window
}

/** Whether the fan names the account: in a post, in a comment, or as the fan service pushes it, which takes a permission of its own. */
const mentions = (world: World, account: Account, fan: string): ((one: Happening) => boolean) => {
  const inPost = Timelines.isMention(world, account)
  return (one) => {
    switch (one._tag) {
      case "Posted":
        return one.account === fan && inPost(one)
      case "Commented":
        return one.by === fan && Comments.isMention(world, account, one)
      case "Received":
        return one.fan === fan && one.account === account.uid && one.type === "mention"
      default:
        return false
    }
  }
}
