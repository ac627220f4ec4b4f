/**
 * Objects of the world as Weibo writes them. Fields and their types are those that 650 recorded posts always had.
 *
 * @module
 */
import * as WeiboDate from "../WeiboDate.ts"
import type { Posted } from "./Happening.ts"
import { units } from "./PostText.ts"
import type { World } from "./World.ts"

/** A user as it comes inside other objects. */
export const user = (world: World, uid: string) => {
  const account = world.accounts.find((one) => one.uid === uid)
  const name = account?.name ?? `用户${uid}`
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
    followers_count: 0,
    friends_count: 0,
    statuses_count: world.postsOf(uid).length,
    created_at: "Fri Aug 28 00:00:00 +0800 2009",
    verified: account !== undefined,
    verified_type: account === undefined ? -1 : 2,
    verified_reason: "",
    lang: "zh-cn"
  }
}

/** A post. */
export const status = (world: World, post: Posted) => ({
  created_at: WeiboDate.format(post.at),
  id: Number(post.post),
  mid: post.post,
  idstr: post.post,
  text: post.text,
  textLength: units(post.text),
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
  reposts_count: 0,
  comments_count: 0,
  attitudes_count: 0,
  isLongText: false,
  mlevel: 0,
  visible: { type: 0, list_id: 0 },
  biz_feature: 4_294_967_300,
  darwin_tags: [],
  hot_weibo_tags: [],
  text_tag_tips: [],
  userType: 0
})
