/**
 * Who is meant by a call: a user by number or by name.
 *
 * @module
 */
import type { Call } from "./Call.ts"
import type { World } from "./World.ts"

/** The user whom these two parameters name: their number, `undefined` if neither is there, and `"nobody"` if there is no such user. */
export const asked = (world: World, { params }: Call, byId = "uid", byName = "screen_name"): string | undefined => {
  const [id, name] = [params.get(byId) ?? "", params.get(byName) ?? ""]
  if (id !== "") return exists(world, id) ? id : "nobody"
  if (name === "") return undefined
  return everybody(world).find((uid) => world.nameOf(uid) === name) ?? "nobody"
}

/** Whether there is such a user: known by name, or by what they did. */
export const exists = (world: World, uid: string): boolean => everybody(world).includes(uid)

const everybody = ({ accounts, comments, fans, follows, posts }: World): ReadonlyArray<string> => [
  ...[...accounts, ...fans].map(({ uid }) => uid),
  ...[...posts.values()].map(({ account }) => account),
  ...[...comments.values()].map(({ by }) => by),
  ...[...follows.keys()].flatMap((key) => key.split(" "))
]

/** Fans whom Weibo hides from the app, for they did not authorise it. */
export const hidden = ({ fans }: World): ReadonlySet<string> =>
  new Set(fans.filter(({ authorised }) => authorised === false).map(({ uid }) => uid))

/** How many somebody follows, or how many follow somebody. */
export const count = ({ follows }: World, uid: string, side: "friends" | "followers"): number =>
  [...follows.keys()].filter((key) => (side === "friends" ? key.startsWith(`${uid} `) : key.endsWith(` ${uid}`))).length

/** Whom somebody follows, or who follows somebody, the latest first. */
export const follows = (world: World, uid: string, side: "friends" | "followers"): ReadonlyArray<string> =>
  [...world.follows]
    .map(([key, at]) => ({ pair: key.split(" "), at }))
    .filter(({ pair: [fan, account] }) => (side === "friends" ? fan : account) === uid)
    .sort((one, two) => two.at - one.at)
    .map(({ pair: [fan = "", account = ""] }) => (side === "friends" ? account : fan))
