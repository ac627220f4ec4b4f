/**
 * Carries what a post asks for to the `Publisher`.
 *
 * @module
 */
import { Duration, Effect } from "effect"
import * as Carrier from "../../operations/Carrier.ts"
import * as Action from "../../process/Action.ts"
import * as Post from "./Post.ts"
import { type Failure, type Publication, Publisher } from "./Publisher.ts"
import * as Sighting from "./Sighting.ts"

/** Publishes, once: what was sent earlier and may have come out since is looked for first. */
const publish = Carrier.make(Post.publish, ({ earlier, ...request }) =>
  Effect.gen(function* () {
    const publisher = yield* Publisher
    const latest = earlier === undefined ? [] : yield* Effect.mapError(publisher.latest(request.account), outcomeOf)
    const [found, ...others] = earlier === undefined ? [] : Sighting.all(request.content, earlier, latest)
    if (others.length > 0) return yield* new Action.Unknown({ detail: manyAlike })
    return toDone(found ?? (yield* Effect.mapError(publisher.publish(request), outcomeOf)))
  })
)

/** Looks whether it stands on the timeline. That it does not is no proof that it never will. */
const look = Carrier.make(Post.look, ({ account, content, since }) =>
  Effect.flatMap(Publisher, (publisher) => publisher.latest(account)).pipe(
    Effect.mapError(outcomeOf),
    Effect.flatMap((latest) => {
      const [found, ...others] = Sighting.all(content, since, latest)
      if (others.length > 0) return Effect.fail(new Action.Refused({ code: "many-alike", detail: manyAlike }))
      return found === undefined ? Effect.fail(notSeen(latest)) : Effect.succeed(toDone(found))
    })
  )
)

const toDone = ({ at, post }: Publication) => ({ post, publishedAt: at })

/** The carriers of a post's actions. */
export const carriers: ReadonlyArray<Carrier.AnyCarrier<Publisher>> = [publish, look]

/** A longer wait is for people to decide about: the post is not out, and its slot will be gone. */
const longestWait = Duration.minutes(1)

const outcomeOf = (failure: Failure): Carrier.Failure => {
  switch (failure._tag) {
    case "Publisher.Refused":
    case "Publisher.Unauthorised":
      return new Action.Refused({ code: failure.code, detail: failure.detail })
    case "Publisher.Unknown":
      return new Action.Unknown({ detail: failure.message })
    case "Publisher.TryLater": {
      const { after = Duration.seconds(15), code, detail } = failure
      return Duration.isGreaterThan(after, longestWait)
        ? new Action.Refused({ code, detail: `${detail}; it can be tried again in ${Duration.format(after)}` })
        : new Action.TryLater({ code, detail, after })
    }
  }
}

const manyAlike = "several of the latest posts of the account look like it; a person has to say which it is"

const notSeen = (latest: ReadonlyArray<Publication>) =>
  new Action.Refused({ code: "not-seen", detail: `not among the ${latest.length} latest posts of the account` })
