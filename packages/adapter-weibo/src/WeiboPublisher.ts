/**
 * `Publisher` on Weibo: writes by statuses/share, looks by statuses/user_timeline.
 *
 * @module
 */
import { type Content, Pictures, Publisher } from "@dualops/core"
import { Duration, Effect, Layer } from "effect"
import { type PictureBytes, WeiboApi } from "./WeiboApi.ts"
import * as WeiboEndpoint from "./WeiboEndpoint.ts"
import type { WeiboError } from "./WeiboError.ts"
import { idOf, isDeleted, type Status, statusesOf } from "./WeiboObjects.ts"

/** What publishing needs to know. */
export interface Options {
  /** The address of whoever publishes, which Weibo asks for with every write (`rip`). */
  readonly rip: string
}

/** The publisher of the accounts whose grants the client holds. */
export const layer = (options: Options): Layer.Layer<Publisher.Publisher, never, WeiboApi | Pictures.Pictures> =>
  Layer.effect(
    Publisher.Publisher,
    Effect.gen(function* () {
      const api = yield* WeiboApi
      const pictures = yield* Pictures.Pictures

      const publish = Effect.fn("WeiboPublisher.publish")(function* ({ account, content }: Publisher.Request) {
        const picture = yield* onlyPicture(content)
        const bytes = picture && (yield* Effect.mapError(pictures.read(picture), missing))
        const params = { status: content.text, rip: options.rip }
        const sent = picture && bytes && { bytes, type: mimeByFormat[picture.format] }
        const status = yield* Effect.mapError(api.call(account, WeiboEndpoint.share, params, sent), toFailure)
        return toPublication(status)
      })

      const latest = Effect.fn("WeiboPublisher.latest")(function* (account: Publisher.AccountId) {
        const params = { uid: account, count: 20 }
        const page = yield* Effect.mapError(api.call(account, WeiboEndpoint.userTimeline, params), toLookFailure)
        return statusesOf(page)
          .filter((status) => !isDeleted(status))
          .map(toPublication)
      })

      return Publisher.Publisher.of({ publish, latest })
    })
  )

const mimeByFormat: Readonly<Record<Content.Picture["format"], PictureBytes["type"]>> = {
  jpeg: "image/jpeg",
  gif: "image/gif",
  png: "image/png"
}

/** A post that would lose pictures on this route is not sent at all. */
const onlyPicture = (content: Content.Content) =>
  content.pictures.length > 1
    ? Effect.fail(
        new Publisher.Refused({ code: "pictures", detail: `statuses/share takes one, not ${content.pictures.length}` })
      )
    : Effect.succeed(content.pictures[0])

const missing = (error: Pictures.Missing) => new Publisher.Refused({ code: "picture", detail: error.message })

const toPublication = (status: Status): Publisher.Publication => ({
  post: Publisher.PostId.make(idOf(status)),
  text: status.text,
  at: status.created_at
})

/** Weibo answers no `Retry-After`; its quotas are counted by the hour and by the day. */
const pause = (code: number) => Duration.minutes(code === 20016 ? 10 : 60)

/** What a failed write means for the post. */
export const toFailure = (error: WeiboError): Publisher.Failure => {
  switch (error._tag) {
    case "WeiboError.Busy":
      return new Publisher.TryLater(facts(error))
    case "WeiboError.RateLimited":
      return new Publisher.TryLater({ ...facts(error), after: pause(error.code) })
    case "WeiboError.Unreachable":
      return new Publisher.TryLater({ code: "unreachable", detail: error.detail })
    case "WeiboError.TokenDead":
      return new Publisher.Unauthorised(facts(error))
    case "WeiboError.NotPermitted":
    case "WeiboError.RequestRefused":
    case "WeiboError.ContentRefused":
    case "WeiboError.TargetGone":
      return new Publisher.Refused(facts(error))
    case "WeiboError.Duplicate":
    case "WeiboError.AcceptedSlowly":
      return new Publisher.Unknown(facts(error))
    case "WeiboError.OutcomeUnknown":
      return new Publisher.Unknown({ code: error.reason, detail: error.detail })
  }
}

/** A look changes nothing, so whatever is not a dead token may be tried again. */
const toLookFailure = (error: WeiboError): Publisher.Unauthorised | Publisher.TryLater => {
  const failure = toFailure(error)
  return failure._tag === "Publisher.Refused" || failure._tag === "Publisher.Unknown"
    ? new Publisher.TryLater({ code: failure.code, detail: failure.detail })
    : failure
}

const facts = (error: { readonly code: number; readonly detail: string }) => ({
  code: String(error.code),
  detail: error.detail
})
