/**
 * The interfaces that write posts.
 *
 * Source: the interface pages of statuses/share, update, upload and of the business interfaces, with what users report.
 *
 * @module
 */
import { Route, TextLength } from "@dualops/core"
import type { Call } from "./Call.ts"
import type { App, Desk, Serve } from "./Desk.ts"
import type { Posted } from "./Happening.ts"
import * as PostText from "./PostText.ts"
import { type Answer, answer, refuse } from "./Refusal.ts"
import * as Rendering from "./Rendering.ts"
import type { Account } from "./World.ts"

const pictureTypes = ["image/jpeg", "image/gif", "image/png"]

/** A way to write a post, with what `Route` says of it. */
export const by =
  (route: Route.Route): Serve =>
  (desk, account, call) => {
    const sent = call.params.get("status") ?? ""
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
export const picture: Serve = ({ app, world }, _account, call) => {
  if (!app.routes.includes("business")) return refuse(10014, call.path)
  return flawOfPicture(call, true) ?? answer({ pic_id: world.nextId() })
}

const flawOf = (
  { app, takesRepeats, world }: Desk,
  route: Route.Route,
  account: Account,
  call: Call,
  sent: string,
  text: string
): Answer | undefined => {
  const no = (code: number, detail?: string) => refuse(code, call.path, detail)
  if (!app.routes.includes(route)) return no(10014)
  if (sent.trim() === "") return no(20008)
  if (!call.params.has("rip")) return no(10016, "Miss required parameter (rip), see doc for more info.")
  const unbound = Route.allowance[route].safeDomain ? flawOfDomain(app, sent, call) : undefined
  if (unbound !== undefined) return unbound
  const wrong = flawOfPicture(call, route === "upload")
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

const flawOfPicture = ({ path, picture }: Call, isNeeded: boolean): Answer | undefined => {
  if (picture === undefined) return isNeeded ? refuse(20007, path) : undefined
  if (!pictureTypes.includes(picture.type)) return refuse(20005, path)
  return picture.bytes >= Route.allowance.share.pictureBytes ? refuse(20006, path) : undefined
}
