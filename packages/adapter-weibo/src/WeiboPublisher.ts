/**
 * `Publisher` on Weibo: writes by the routes that the app has, reposts by statuses/repost, looks by statuses/user_timeline.
 *
 * @module
 */
import { createHash } from "node:crypto"
import { type AccountId, PostId } from "@dualops/core/account"
import { type Content, type Publication, Publisher, Repost, Route, TextLength } from "@dualops/core/content"
import { Writing } from "@dualops/core/operations"
import { Pictures } from "@dualops/core/pictures"
import { Effect, Layer } from "effect"
import { type PictureBytes, WeiboApi } from "./WeiboApi.ts"
import * as WeiboEndpoint from "./WeiboEndpoint.ts"
import type { WeiboError } from "./WeiboError.ts"
import * as WeiboFailure from "./WeiboFailure.ts"
import { idOf, isDeleted, type Status, statusesOf } from "./WeiboObjects.ts"
import * as WeiboRip from "./WeiboRip.ts"

/** What publishing needs to know. */
export interface Options extends WeiboRip.Rip {
  /**
   * The routes that Weibo granted to the app, the preferred one first, as the handbook's `account` says them; only `share`, which every app has,
   * unless told.
   */
  readonly routes?: ReadonlyArray<Route.Route>
}

/** Weibo says that the post does not exist: whoever wanted it gone has what they wanted. */
const gone = 20101

/** The publisher of the accounts whose grants the client holds. */
export const layer = (options: Options): Layer.Layer<Publisher.Publisher, never, WeiboApi | Pictures.Pictures> =>
  Layer.effect(
    Publisher.Publisher,
    Effect.gen(function* () {
      const api = yield* WeiboApi
      const pictures = yield* Pictures.Pictures

      const publish = Effect.fn("WeiboPublisher.publish")(function* (request: Publication.Request) {
        const { account, by, content } = request
        if (content.repostOf !== undefined) return yield* repost(request, content.repostOf)
        const { routes = ["share"] } = options
        const route = Route.choose(routes, content)
        if (route === undefined) return yield* noRoute(routes, content)
        const sent = yield* Effect.forEach(content.pictures, (picture) =>
          pictures.read(picture).pipe(
            Effect.tap((bytes) => approved(picture, bytes)),
            Effect.mapBoth({
              onSuccess: (bytes): PictureBytes => ({ bytes, type: mimeByFormat[picture.format] }),
              onFailure: ({ message }) => new Writing.Refused({ code: "picture", detail: message })
            })
          )
        )
        const isLong = TextLength.units(content.text) > Route.allowance.share.units
        const rip = yield* WeiboRip.of(options, by)
        const params = { status: content.text, rip, ...(isLong && { is_longtext: 1 }) }
        const status =
          sent.length > 1
            ? yield* withPictures(account, params, sent)
            : yield* Effect.mapError(
                api.call(account, endpoint(route, sent.length), params, sent[0]),
                WeiboFailure.ofWrite
              )
        return toPublication(status)
      })

      const repost = Effect.fnUntraced(function* ({ account, by, content }: Publication.Request, id: PostId) {
        const obstacle = Repost.obstacle(content)
        if (obstacle !== undefined) return yield* new Writing.Refused({ code: "repost", detail: obstacle.en })
        const rip = yield* WeiboRip.of(options, by)
        const params = { id, status: Repost.textOf(content), rip }
        return toPublication(
          yield* Effect.mapError(api.call(account, WeiboEndpoint.repost, params), WeiboFailure.ofWrite)
        )
      })

      const withPictures = Effect.fnUntraced(function* (
        account: AccountId,
        params: { readonly status: string },
        sent: ReadonlyArray<PictureBytes>
      ) {
        const ids = yield* Effect.forEach(sent, (picture) =>
          Effect.mapError(api.call(account, WeiboEndpoint.businessPicture, {}, picture), beforeThePost)
        )
        const withIds = { ...params, pic_id: ids.map(({ pic_id }) => pic_id).join(",") }
        return yield* Effect.mapError(api.call(account, WeiboEndpoint.businessPictures, withIds), WeiboFailure.ofWrite)
      })

      const latest = Effect.fn("WeiboPublisher.latest")(function* (account: AccountId) {
        const params = { uid: account, count: 20 }
        const page = yield* Effect.mapError(
          api.call(account, WeiboEndpoint.userTimeline, params),
          WeiboFailure.ofReading
        )
        return statusesOf(page).map(toPublication)
      })

      const takeDown = Effect.fn("WeiboPublisher.takeDown")(({ account, post }: Publication.Place) =>
        api.call(account, WeiboEndpoint.destroy, { id: post }).pipe(
          Effect.asVoid,
          Effect.catchTag("WeiboError.TargetGone", (error) => (error.code === gone ? Effect.void : Effect.fail(error))),
          Effect.mapError(WeiboFailure.ofWrite)
        )
      )

      const stands = Effect.fn("WeiboPublisher.stands")(({ account, post }: Publication.Place) =>
        api.call(account, WeiboEndpoint.show, { id: post }).pipe(
          Effect.map((status) => !isDeleted(status)),
          Effect.catchTag("WeiboError.TargetGone", (error) =>
            error.code === gone ? Effect.succeed(false) : Effect.fail(error)
          ),
          Effect.mapError(WeiboFailure.ofReading)
        )
      )

      return Publisher.Publisher.of({ publish, latest, takeDown, stands })
    })
  )

/** What was approved is what is sent. */
const approved = (
  { sha256, source }: Content.Picture,
  bytes: Uint8Array
): Effect.Effect<void, Pictures.Unbound | Pictures.Changed> => {
  if (sha256 === undefined) return Effect.fail(new Pictures.Unbound({ source }))
  const found = createHash("sha256").update(bytes).digest("hex")
  return found === sha256 ? Effect.void : Effect.fail(new Pictures.Changed({ source, approved: sha256, found }))
}

const noRoute = (routes: ReadonlyArray<Route.Route>, content: Content.Content) =>
  Effect.fail(
    new Writing.Refused({
      code: "route",
      detail: `no route of the app takes this post: ${routes.flatMap((route) => Route.obstacle(route, content)?.en ?? []).join("; ")}`
    })
  )

const endpoint = (route: Route.Route, pictures: number): WeiboEndpoint.WeiboEndpoint<Status> => {
  switch (route) {
    case "share":
      return WeiboEndpoint.share
    case "update":
      return WeiboEndpoint.update
    case "upload":
      return WeiboEndpoint.upload
    case "business":
      return pictures === 0 ? WeiboEndpoint.businessUpdate : WeiboEndpoint.businessUpload
  }
}

const mimeByFormat: Readonly<Record<Content.Picture["format"], PictureBytes["type"]>> = {
  jpeg: "image/jpeg",
  gif: "image/gif",
  png: "image/png"
}

const toPublication = (status: Status): Publication.Publication => ({
  post: PostId.make(idOf(status)),
  text: status.text,
  at: status.created_at,
  ...(status.isLongText !== undefined && { cut: status.isLongText }),
  ...(status.textLength !== undefined && { length: status.textLength }),
  ...(status.retweeted_status && { repostOf: [PostId.make(idOf(status.retweeted_status))] })
})

/** While pictures are handed in, nothing is out, whatever became of them. */
const beforeThePost = (error: WeiboError): Writing.Failure => {
  const failure = WeiboFailure.ofWrite(error)
  return failure._tag === "Writing.Unknown"
    ? new Writing.TryLater({ code: failure.code, detail: failure.detail })
    : failure
}
