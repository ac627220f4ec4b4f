/**
 * Carries what a post asks for to the `Publisher`.
 *
 * @module
 */
import { DateTime, Duration, Effect } from "effect"
import * as Carrier from "../../operations/Carrier.ts"
import * as Action from "../../process/Action.ts"
import * as Post from "./Post.ts"
import { type Failure, type Publication, Publisher } from "./Publisher.ts"

/** Publishes, once. */
const publish = Carrier.make(Post.publish, (request) =>
  Effect.flatMap(Publisher, (publisher) => publisher.publish(request)).pipe(
    Effect.map(({ at, post }) => ({ post, publishedAt: at })),
    Effect.mapError(outcomeOf)
  )
)

/** Looks whether it stands on the timeline. That it does not is no proof that it never will. */
const look = Carrier.make(Post.look, ({ account, content, since }) =>
  Effect.flatMap(Publisher, (publisher) => publisher.latest(account)).pipe(
    Effect.mapError(outcomeOf),
    Effect.flatMap((latest) => {
      const earliest = DateTime.subtractDuration(since, skew)
      const found = latest.find(({ at, text }) => DateTime.isGreaterThan(at, earliest) && isSame(content.text, text))
      return found === undefined
        ? Effect.fail(notSeen(latest))
        : Effect.succeed({ post: found.post, publishedAt: found.at })
    })
  )
)

/** The carriers of a post's actions. */
export const carriers: ReadonlyArray<Carrier.AnyCarrier<Publisher>> = [publish, look]

/** Our clock and the platform's may differ by as much. */
const skew = Duration.minutes(2)

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

const notSeen = (latest: ReadonlyArray<Publication>) =>
  new Action.Refused({ code: "not-seen", detail: `not among the ${latest.length} latest posts of the account` })

/** The platform shortens links, drops topics on some routes, and cuts long texts off: what is left has to be the same. */
const isSame = (ours: string, theirs: string): boolean => {
  const wanted = bare(ours)
  const seen = bare(theirs)
  const whole = seen.replace(/(…|\.{3})?全文$/, "")
  return wanted === seen || (whole.length < seen.length && whole.length > 0 && wanted.startsWith(whole))
}

const bare = (text: string): string => text.replaceAll(/https?:\/\/[\w\-./?%&=~#:@!$'*+,;]+|#[^#]+#|\s|\u200b/g, "")
