/**
 * The interfaces about posts.
 *
 * Source: the interface pages of statuses/share and statuses/user_timeline, with what users of them report.
 *
 * @module
 */
import type { Call } from "./Call.ts"
import type { Posted } from "./Happening.ts"
import * as PostText from "./PostText.ts"
import { type Answer, answer, refuse } from "./Refusal.ts"
import * as Rendering from "./Rendering.ts"
import type { Account, World } from "./World.ts"

/** What the interfaces need to know of the app. */
export interface App {
  /** Hosts that are registered with the app and approved. */
  readonly safeDomains: ReadonlyArray<string>
}

const pictureTypes = ["image/jpeg", "image/gif", "image/png"]
const largestPicture = 5 * 1024 * 1024

/** `statuses/share`: a text with a link to a registered host, and at most one picture. */
export const share = (world: World, app: App, account: Account, call: Call): Answer => {
  const sent = call.params.get("status") ?? ""
  const flaw = flawOf(world, app, account, call, sent)
  if (flaw !== undefined) return flaw
  const posted: Posted = {
    _tag: "Posted",
    account: account.uid,
    post: world.nextId(),
    text: PostText.shorten(PostText.withoutTopics(sent)).trim(),
    sent,
    pictures: call.picture === undefined ? 0 : 1,
    at: world.now()
  }
  world.happen(posted)
  return answer(Rendering.status(world, posted))
}

const flawOf = (world: World, app: App, account: Account, call: Call, sent: string): Answer | undefined => {
  const no = (code: number, text?: string) => refuse(code, call.path, text)
  if (sent.trim() === "") return no(20008)
  if (!call.params.has("rip")) return no(10016, "Miss required parameter (rip), see doc for more info.")
  if (app.safeDomains.length === 0) return no(10017, "appkey not bind domain!")
  const hosts = PostText.hosts(sent)
  const isSafe = app.safeDomains.some((domain) => hosts.some((host) => host === domain || host.endsWith(`.${domain}`)))
  if (!isSafe) return no(10017, "text not find domain!")
  if (call.picture !== undefined && !pictureTypes.includes(call.picture.type)) return no(20005)
  if (call.picture !== undefined && call.picture.bytes >= largestPicture) return no(20006)
  if (PostText.units(PostText.shorten(PostText.withoutTopics(sent)).trim()) > 280) return no(20012)
  // "The same post cannot be published twice in a row."
  return world.postsOf(account.uid)[0]?.sent === sent ? no(20019) : undefined
}

/** `statuses/user_timeline`: the five newest posts of the account that the token is of, whatever is asked for. */
export const userTimeline = (world: World, account: Account, call: Call): Answer => {
  const uid = call.params.get("uid") ?? account.uid
  if (uid !== account.uid) return refuse(21335, call.path)
  const posts = world.postsOf(uid)
  return answer({
    statuses: posts
      .slice(0, Math.min(5, Number(call.params.get("count") ?? 20)))
      .map((post) => Rendering.status(world, post)),
    advertises: [],
    ad: [],
    hasvisible: false,
    previous_cursor: 0,
    next_cursor: 0,
    total_number: posts.length,
    interval: 2000,
    uve_blank: -1,
    since_id: 0,
    max_id: 0,
    has_unread: 0
  })
}
