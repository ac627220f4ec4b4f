/**
 * Carries what a post asks for to the `Publisher`.
 *
 * @module
 */
import { Duration, Effect } from "effect"
import * as Carrier from "../../operations/Carrier.ts"
import * as Writing from "../../operations/Writing.ts"
import type * as Action from "../../process/Action.ts"
import * as Post from "./Post.ts"
import type { Publication } from "./Publication.ts"
import { Publisher } from "./Publisher.ts"
import * as SendOnce from "./SendOnce.ts"
import * as Sighting from "./Sighting.ts"

/** A longer wait is for people to decide about: the post is not out, and its slot will be gone. */
const longestWait = Duration.minutes(1)

const make = <Request, Done, R>(
  kind: Action.Kind<string, Request, Done>,
  carry: (request: Request) => Effect.Effect<Done, Carrier.Failure, R>
) => Carrier.make(kind, (request) => Effect.mapError(carry(request), impatient))

const impatient = (failure: Carrier.Failure): Carrier.Failure => {
  if (failure._tag !== "Writing.TryLater" && failure._tag !== "Reading.TryLater") return failure
  const { after = Duration.seconds(15), code, detail } = failure
  return Duration.isGreaterThan(after, longestWait)
    ? new Writing.Refused({ code, detail: `${detail}; it can be tried again in ${Duration.format(after)}` })
    : new Writing.TryLater({ code, detail, after })
}

const posts: SendOnce.Looked<Pick<Post.Idea, "account" | "content">, Publication, Publisher> = {
  what: "posts",
  latest: ({ account }) => Effect.flatMap(Publisher, (publisher) => publisher.latest(account)),
  all: ({ content }, since, latest) => Sighting.all(content, since, latest)
}

/** Publishes, once: what was sent earlier and may have come out since is looked for first. */
const publish = make(Post.publish, ({ earlier, ...request }) => {
  const sending = Effect.flatMap(Publisher, (publisher) => publisher.publish(request))
  return Effect.map(SendOnce.send(posts, request, earlier, sending), toDone)
})

/** Looks whether it stands on the timeline. */
const look = make(Post.look, ({ since, ...request }) => Effect.map(SendOnce.look(posts, request, since), toDone))

const toDone = ({ at, post }: Publication) => ({ post, publishedAt: at })

/** Takes it down, once: where that was tried earlier and may have come about, it is looked for first. */
const takeDown = make(Post.takeDown, ({ earlier, ...place }) =>
  Effect.gen(function* () {
    const publisher = yield* Publisher
    const isGone = earlier !== undefined && !(yield* publisher.stands(place))
    if (!isGone) yield* publisher.takeDown(place)
    return {}
  })
)

/** Looks whether it is gone. That it stands there is no proof that it will stay. */
const lookWhetherGone = make(Post.lookWhetherGone, (place) =>
  Effect.gen(function* () {
    const publisher = yield* Publisher
    const stands = yield* publisher.stands(place)
    return stands ? yield* new Writing.Refused({ code: "still-seen", detail: "the account still shows it" }) : {}
  })
)

/** The carriers of a post's actions. */
export const carriers: ReadonlyArray<Carrier.AnyCarrier<Publisher>> = [publish, look, takeDown, lookWhetherGone]
