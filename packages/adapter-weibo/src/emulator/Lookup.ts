/**
 * The interfaces that look something up: ids, short links, emotions.
 *
 * Source: the interface pages of statuses/queryid, querymid, short_url/shorten, expand, emotions. The two emotions are those of the page's
 * sample.
 *
 * @module
 */
import * as WeiboId from "../WeiboId.ts"
import type { Desk, Serve } from "./Desk.ts"
import { missed } from "./Parameters.ts"
import * as PostText from "./PostText.ts"
import { type Answer, answer, refuse } from "./Refusal.ts"
import type { World } from "./World.ts"

/** One id, or with `is_batch` at most twenty with their answers; a post's `mid` is its `id`, a comment's is not. */
const query =
  (given: "id" | "mid", wanted: "id" | "mid", find: (world: World, type: string, one: string) => string | undefined) =>
  ({ world }: Desk, _account: unknown, { params, path }: Parameters<Serve>[2]): Answer => {
    const type = params.get("type") ?? "1"
    const isForm = given === "mid" && params.get("isBase62") === "1"
    const answerOf = (one: string) => find(world, type, isForm ? WeiboId.fromBase62(one) : one)
    const asked = params.get(given) ?? ""
    if (params.get("is_batch") !== "1") return answer({ [wanted]: answerOf(asked) ?? "-1" })
    const all = asked.split(",")
    return all.length > 20 ? refuse(20009, path) : answer(all.map((one) => ({ [one]: answerOf(one) ?? "-1" })))
  }

/** `statuses/queryid`: the id of a `mid`, also of one as it stands in an address (`isBase62`). */
export const queryId: Serve = query("mid", "id", ({ comments, posts }, type, mid) =>
  type === "2" ? [...comments.values()].find((one) => one.mid === mid)?.comment : posts.get(mid)?.post
)

/** `statuses/querymid`: a post's id as it stands in addresses, a comment's `mid`. */
export const queryMid: Serve = query("id", "mid", ({ comments, posts }, type, id) =>
  type === "2" ? comments.get(id)?.mid : posts.has(id) ? WeiboId.toBase62(id) : undefined
)

/** At most twenty links, each by a parameter of its own, and what became of each. */
const links =
  (
    given: "url_long" | "url_short",
    pair: (desk: Desk, link: string) => readonly [short: string, long: string]
  ): Serve =>
  (desk, _account, call) => {
    const asked = call.all(given).filter((link) => link !== "")
    if (!call.params.has(given)) return refuse(10016, call.path, missed(given))
    if (asked.length === 0) return refuse(21501, call.path)
    if (asked.length > 20) return refuse(21502, call.path)
    return answer({
      urls: asked.map((link) => {
        const [url_short, url_long] = pair(desk, link)
        return { url_short, url_long, type: 0, result: url_short !== "" && url_long !== "" }
      })
    })
  }

/** `short_url/shorten`: granted to few apps since 2017. */
export const shorten = links("url_long", ({ shortened }, long) => {
  const short = URL.canParse(long) && PostText.hosts(long).length > 0 ? PostText.shorten(long) : ""
  if (short !== "") shortened.set(short, long)
  return [short, long]
})

/** `short_url/expand`: of links that stand in posts, or were shortened. */
export const expand = links("url_short", ({ shortened, world }, short) => {
  const inPosts = [...world.posts.values()].flatMap(({ sent }) => PostText.linksOf(sent))
  return [short, shortened.get(short) ?? inPosts.find((link) => PostText.shorten(link) === short) ?? ""]
})

const faces = "http://img.t.sinajs.cn/t35/style/images/common/face/ext/normal"
const emotion = (phrase: string, file: string) => ({
  phrase,
  type: "face",
  url: `${faces}/${file}`,
  hot: false,
  common: true,
  category: "表情",
  icon: `${faces}/${file}`,
  value: phrase,
  picid: ""
})

/** `emotions`: the words in brackets that Weibo draws as faces; two of them. */
export const emotions: Serve = () => answer([emotion("[嘻嘻]", "c2/tooth.gif"), emotion("[呵呵]", "eb/smile.gif")])
