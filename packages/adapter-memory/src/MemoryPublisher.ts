/**
 * `Publisher` in memory: keeps what was published, and fails as it is told to.
 *
 * @module
 */
import { type AccountId, PostId } from "@dualops/core/account"
import { type Content, type Publication, Publisher, Repost } from "@dualops/core/content"
import { Writing } from "@dualops/core/operations"
import { Context, DateTime, Effect, Layer } from "effect"

/** What becomes of one write: how it fails, and whether it has happened all the same. */
export interface Fate {
  readonly failure: Writing.Failure
  readonly out: boolean
}

/** A post that is out, and whose it is. */
export interface Posted extends Publication.Publication {
  readonly account: AccountId
}

/** The side of the platform: what is out, and what the next writes will meet. */
export class Platform extends Context.Service<
  Platform,
  {
    /** The next writes meet these fates, one each, before the world is fine again. */
    readonly next: (...fates: ReadonlyArray<Fate>) => Effect.Effect<void>
    /** Everything that is out, in the order in which it went out. */
    readonly posts: Effect.Effect<ReadonlyArray<Posted>>
  }
>()("@dualops/adapter-memory/MemoryPublisher/Platform") {}

/** A publisher and its platform; a look shows the five latest posts, as Weibo's does. */
export const layer: Layer.Layer<Publisher.Publisher | Platform> = Layer.effectContext(
  Effect.sync(() => {
    const posts: Array<Posted> = []
    const fates: Array<Fate> = []
    let written = 0

    const publish = Effect.fnUntraced(function* ({ account, content }: Publication.Request) {
      const obstacle = content.repostOf === undefined ? undefined : Repost.obstacle(content)
      if (obstacle !== undefined) return yield* new Writing.Refused({ code: "repost", detail: obstacle.en })
      const fate = fates.shift()
      const at = yield* DateTime.now
      const post = PostId.make(String(5_000_000_000_000_000 + written++))
      const posted = { account, ...shown(content), post, at }
      if (fate === undefined || fate.out) posts.push(posted)
      return fate === undefined ? toPublication(posted) : yield* Effect.fail(fate.failure)
    })

    const latest = (account: AccountId) =>
      Effect.sync(() =>
        posts
          .filter((one) => one.account === account)
          .slice(-5)
          .reverse()
          .map(toPublication)
      )

    const indexOf = ({ account, post }: Publication.Place) =>
      posts.findIndex((one) => one.account === account && one.post === post)

    const takeDown = Effect.fnUntraced(function* (place: Publication.Place) {
      const fate = fates.shift()
      const index = indexOf(place)
      if ((fate === undefined || fate.out) && index >= 0) posts.splice(index, 1)
      if (fate !== undefined) return yield* Effect.fail(fate.failure)
    })

    const stands = (place: Publication.Place) => Effect.sync(() => indexOf(place) >= 0)

    return Context.make(Publisher.Publisher, { publish, latest, takeDown, stands }).pipe(
      Context.add(Platform, {
        next: (...more) => Effect.sync(() => void fates.push(...more)),
        posts: Effect.sync(() => [...posts])
      })
    )
  })
)

const shown = (content: Content.Content): Pick<Publication.Publication, "text" | "repostOf"> =>
  content.repostOf === undefined
    ? { text: content.text }
    : { text: Repost.textOf(content), repostOf: [content.repostOf] }

const toPublication = ({ account: _, ...publication }: Posted): Publication.Publication => publication
