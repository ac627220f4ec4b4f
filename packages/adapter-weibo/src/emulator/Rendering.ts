/**
 * Objects of the world as Weibo writes them. Fields and their types are those that 650 recorded posts always had.
 *
 * @module
 */
import * as WeiboDate from "../WeiboDate.ts"
import type { Commented, Posted } from "./Happening.ts"
import * as People from "./People.ts"
import * as PostText from "./PostText.ts"
import type { World } from "./World.ts"

/** A user as it comes inside other objects and from users/show. */
export const user = (world: World, uid: string) => {
  const isBrand = world.accounts.some((one) => one.uid === uid)
  const name = world.nameOf(uid)
  return {
    id: Number(uid),
    idstr: uid,
    class: 1,
    screen_name: name,
    name,
    province: "11",
    city: "1000",
    location: "北京",
    description: "",
    url: "",
    profile_image_url: `http://tp1.sinaimg.cn/${uid}/50/0/1`,
    profile_url: `u/${uid}`,
    domain: "",
    weihao: "",
    gender: "n",
    followers_count: People.count(world, uid, "followers"),
    friends_count: People.count(world, uid, "friends"),
    pagefriends_count: 0,
    statuses_count: world.postsOf(uid).length,
    favourites_count: 0,
    created_at: "Fri Aug 28 00:00:00 +0800 2009",
    verified: isBrand,
    verified_type: isBrand ? 2 : -1,
    verified_reason: "",
    lang: "zh-cn"
  }
}

/** What Weibo puts in the place of an original that its author deleted. */
const regret = { text: "此微博已被原作者删除。", deleted: "1" }

/** What a repost shows is the origin, also of a repost of a repost. */
const original = (world: World, repostOf: string): object => {
  const post = world.posts.get(repostOf)
  const known = { id: Number(repostOf), mid: repostOf, idstr: repostOf, created_at: "" }
  if (post === undefined) return { ...known, ...regret, created_at: WeiboDate.format(world.now()) }
  return post.repostOf === undefined ? status(world, post) : original(world, post.repostOf)
}

/** A post. */
export const status = (world: World, post: Posted): object => ({
  created_at: WeiboDate.format(post.at),
  id: Number(post.post),
  mid: post.post,
  idstr: post.post,
  ...PostText.shown(post, world.longPosts),
  source_allowclick: 0,
  source_type: 1,
  source: '<a href="http://app.weibo.com/t/feed/emulated" rel="nofollow">emulated</a>',
  favorited: false,
  truncated: false,
  in_reply_to_status_id: "",
  in_reply_to_user_id: "",
  in_reply_to_screen_name: "",
  pic_urls: Array.from({ length: post.pictures }, (_, index) => ({
    thumbnail_pic: `http://ww1.sinaimg.cn/thumbnail/${post.post}${index}.jpg`
  })),
  geo: null,
  user: user(world, post.account),
  ...counts(world, post.post),
  mlevel: 0,
  visible: { type: 0, list_id: 0 },
  biz_feature: 4_294_967_300,
  darwin_tags: [],
  hot_weibo_tags: [],
  text_tag_tips: [],
  userType: 0,
  ...(post.repostOf !== undefined && { retweeted_status: original(world, post.repostOf) })
})

/** How a post fares. */
export const counts = (world: World, post: string) => ({
  reposts_count: [...world.posts.values()].filter(({ repostOf }) => repostOf === post).length,
  comments_count: [...world.comments.values()].filter((comment) => comment.post === post).length,
  attitudes_count: 0
})

/** A comment. Its `mid` is another number than its `id`, and greater than a double can hold. */
export const comment = (world: World, { comment: id, mid, post, by, text, answers, at }: Commented): object => {
  const under = world.posts.get(post)
  const answered = answers === undefined ? undefined : world.comments.get(answers)
  return {
    created_at: WeiboDate.format(at),
    id: Number(id),
    rootid: Number(answers ?? id),
    floor_number: 1,
    text,
    disable_reply: 0,
    user: user(world, by),
    mid,
    idstr: id,
    source: "",
    ...(under !== undefined && { status: status(world, under) }),
    ...(answered !== undefined && { reply_comment: comment(world, answered) })
  }
}
