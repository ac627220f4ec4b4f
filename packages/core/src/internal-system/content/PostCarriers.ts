/**
 * Carries what a post asks for to the `Publisher`.
 *
 * @module
 */
import { Duration, Effect } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import * as Carrier from "../../operations/Carrier.ts"
import * as Action from "../../process/Action.ts"
import * as Post from "./Post.ts"
import { type Failure, type Publication, Publisher } from "./Publisher.ts"
import type * as Reading from "./Reading.ts"
import * as Sighting from "./Sighting.ts"

/** Publishes, once: what was sent earlier and may have come out since is looked for first. */
const publish = Carrier.make(Post.publish, ({ earlier, ...request }) =>
  Effect.gen(function* () {
    const publisher = yield* Publisher
    const [found, ...others] = earlier === undefined ? [] : yield* sightings(request, earlier)
    if (others.length > 0) return yield* new Action.Unknown({ detail: manyAlike })
    return toDone(found ?? (yield* Effect.mapError(publisher.publish(request), outcomeOf)))
  })
)

/** Looks whether it stands on the timeline. That it does not is no proof that it never will. */
const look = Carrier.make(Post.look, ({ since, ...request }) =>
  Effect.gen(function* () {
    const [found, ...others] = yield* sightings(request, since)
    if (found === undefined) return yield* new Action.Refused({ code: "not-seen", detail: notSeen })
    if (others.length > 0) return yield* new Action.Refused({ code: "many-alike", detail: manyAlike })
    return toDone(found)
  })
)

const sightings = ({ account, content }: Pick<Post.Idea, "account" | "content">, since: Moment) =>
  Effect.flatMap(Publisher, (publisher) => publisher.latest(account)).pipe(
    Effect.mapBoth({ onFailure: outcomeOf, onSuccess: (latest) => Sighting.all(content, since, latest) })
  )

const toDone = ({ at, post }: Publication) => ({ post, publishedAt: at })

/** Takes it down, once: where that was tried earlier and may have come about, it is looked for first. */
const takeDown = Carrier.make(Post.takeDown, ({ earlier, ...place }) =>
  Effect.gen(function* () {
    const publisher = yield* Publisher
    const isGone = earlier !== undefined && !(yield* Effect.mapError(publisher.stands(place), outcomeOf))
    if (!isGone) yield* Effect.mapError(publisher.takeDown(place), outcomeOf)
    return {}
  })
)

/** Looks whether it is gone. That it stands there is no proof that it will stay. */
const lookWhetherGone = Carrier.make(Post.lookWhetherGone, (place) =>
  Effect.gen(function* () {
    const publisher = yield* Publisher
    const stands = yield* Effect.mapError(publisher.stands(place), outcomeOf)
    return stands ? yield* new Action.Refused({ code: "still-seen", detail: "the account still shows it" }) : {}
  })
)

/** The carriers of a post's actions. */
export const carriers: ReadonlyArray<Carrier.AnyCarrier<Publisher>> = [publish, look, takeDown, lookWhetherGone]

/** A longer wait is for people to decide about: the post is not out, and its slot will be gone. */
const longestWait = Duration.minutes(1)

const outcomeOf = (failure: Failure | Reading.Failure): Carrier.Failure => {
  switch (failure._tag) {
    case "Publisher.Refused":
    case "Publisher.Unauthorised":
    case "Reading.NotShown":
    case "Reading.Unauthorised":
      return new Action.Refused({ code: failure.code, detail: failure.detail })
    case "Publisher.Unknown":
      return new Action.Unknown({ detail: failure.message })
    case "Publisher.TryLater":
    case "Reading.TryLater": {
      const { after = Duration.seconds(15), code, detail } = failure
      return Duration.isGreaterThan(after, longestWait)
        ? new Action.Refused({ code, detail: `${detail}; it can be tried again in ${Duration.format(after)}` })
        : new Action.TryLater({ code, detail, after })
    }
  }
}

const notSeen = "not among the latest posts of the account"

const manyAlike = "several of the latest posts of the account look like it; a person has to say which it is"
