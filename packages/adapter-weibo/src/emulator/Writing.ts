/**
 * The interfaces that write posts.
 *
 * Source: the interface pages of statuses/share, update, upload and of the business interfaces, with what users report.
 *
 * @module
 */
import { Route, TextLength } from "@dualops/core/content"
import type { Call } from "./Call.ts"
import type { App, Desk, Serve } from "./Desk.ts"
import type { Posted } from "./Happening.ts"
import { missed } from "./Parameters.ts"
import * as Picture from "./Picture.ts"
import * as PostText from "./PostText.ts"
import { type Answer, answer, refuse } from "./Refusal.ts"
import * as Rendering from "./Rendering.ts"
import type { Account } from "./World.ts"

/** A way to write a post, with what `Route` says of it. */
export const by =
  (route: Route.Route): Serve =>
  (desk, account, call) => {
    const sent = statusOf(route, call)
    const allowance = Route.allowance[route]
    const text = PostText.shorten(allowance.topics ? sent : PostText.withoutTopics(sent)).trim()
    const flaw = flawOf(desk, route, account, call, sent, text)
    if (flaw !== undefined) return flaw
    const ids = (call.params.get("pic_id") ?? "").split(",").filter((id) => id !== "")
    const posted: Posted = {
      _tag: "Posted",
      account: account.uid,
      post: desk.world.nextId(),
      text,
      sent,
      pictures: call.picture === undefined ? ids.length : 1,
      at: desk.world.now()
    }
    desk.world.happen(posted)
    return answer(Rendering.status(desk.world, posted))
  }

/** `upload_pic`: keeps a picture for a post that is to come. The shape of its answer is from memory of a published SDK. */
export const picture: Serve = ({ world }, _account, call) =>
  Picture.flawOf(call, true) ?? answer({ pic_id: world.nextId() })

/**
 * The text that was sent. `upload` undoes a percent-encoding within the part, as its page asks for one; `share` asks too, and does not.
 * Source: the client of npm `weibo`, hooopo/oauth_china#6; xiaosier/libweibo#22.
 */
const statusOf = (route: Route.Route, { params }: Call): string => {
  const sent = params.get("status") ?? ""
  if (route !== "upload" || !/^(?:[\w!'()*.~-]|%[\da-f]{2})+$/i.test(sent)) return sent
  try {
    return decodeURIComponent(sent)
  } catch {
    return sent
  }
}

const flawOf = (
  { app, takesRepeats, world }: Desk,
  route: Route.Route,
  account: Account,
  call: Call,
  sent: string,
  text: string
): Answer | undefined => {
  const no = (code: number, text?: string) => refuse(code, call.path, text)
  // Recorded for upload; elsewhere the empty text has a code of its own.
  if (sent.trim() === "") return route === "upload" ? no(10016, missed("status")) : no(20008)
  const unbound = Route.allowance[route].safeDomain ? flawOfDomain(app, sent, call) : undefined
  if (unbound !== undefined) return unbound
  const wrong = Picture.flawOf(call, route === "upload")
  if (wrong !== undefined) return wrong
  const isLong = route === "business" || (route === "update" && call.params.get("is_longtext") === "1")
  if (TextLength.units(text) > (isLong ? 4000 : 280)) return no(isLong ? 20049 : 20012)
  // "The same post cannot be published twice in a row."
  return !takesRepeats && world.postsOf(account.uid)[0]?.sent === sent ? no(20019) : undefined
}

const flawOfDomain = (app: App, sent: string, call: Call): Answer | undefined => {
  if (app.safeDomains.length === 0) return refuse(10017, call.path, "appkey not bind domain!")
  const hosts = PostText.hosts(sent)
  const isSafe = app.safeDomains.some((domain) => hosts.some((host) => host === domain || host.endsWith(`.${domain}`)))
  return isSafe ? undefined : refuse(10017, call.path, "text not find domain!")
}
