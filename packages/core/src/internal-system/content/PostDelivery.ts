/**
 * What a post asks to be done outside, once each: to be published, and to be taken down.
 *
 * @module
 */
import { Schema } from "effect"
import { AccountId } from "../../account/AccountId.ts"
import { PostId } from "../../account/PostId.ts"
import { Moment } from "../../calendar/Moment.ts"
import * as Label from "../../finding/Label.ts"
import { PersonId } from "../../process/Actor.ts"
import * as AtMostOnce from "../../process/AtMostOnce.ts"
import { Content } from "./Content.ts"
import { OfCategory } from "./ContentMix.ts"
import { Place, Request } from "./Publication.ts"
import { Review } from "./ReviewPolicy.ts"

/** What is published where and when, and everyone who answers for the text, the author first. */
export const idea = {
  account: AccountId,
  authors: Schema.NonEmptyArray(PersonId),
  content: Content,
  slot: Moment,
  category: OfCategory,
  ...AtMostOnce.givenUp,
  ...AtMostOnce.before(Content)
}
/** An idea that others have read, or read now. */
export const reviewed = { ...idea, review: Review }
/** A post with its slot, and who gave it that: whoever publishes it, though the clock sends it. */
const scheduled = { ...reviewed, by: PersonId }
/** Under which id a post is out, and since when. */
const out = { post: PostId, publishedAt: Moment.annotate(Label.of({ zh: "发布时间", en: "published at" })) }

/** A scheduled post is published; where it was sent earlier and given up, only if it has not come out since. */
export const publication = AtMostOnce.delivery({
  kinds: { send: "Publish", look: "Look" },
  request: Request.fields,
  done: out,
  keeps: scheduled,
  asks: ({ account, by, content }) => ({ account, content, by }),
  by: "planning.schedule",
  uniqueKey: ({ post }) => `post ${post}`,
  titles: {
    waiting: { zh: "已排期", en: "scheduled" },
    sent: { zh: "发布中", en: "on its way" },
    done: { zh: "已发布", en: "out" },
    failed: { zh: "未发出", en: "not out" }
  },
  names: { send: "publish", waiting: "Scheduled", sent: "Publishing", done: "Published" }
})

/** A post that is out, and must go, is taken down; where that was tried earlier and given up, only if it still stands there. */
export const takingDown = AtMostOnce.delivery({
  kinds: { send: "TakeDownPost", look: "LookWhetherPostIsGone" },
  request: Place.fields,
  done: {},
  keeps: { ...scheduled, ...out, reason: Schema.NonEmptyString },
  asks: ({ account, post }) => ({ account, post }),
  by: "content.takeDown",
  titles: {
    sent: { zh: "删除中", en: "being taken down" },
    done: { zh: "已删除", en: "gone" },
    failed: { zh: "仍未删除", en: "still out" }
  },
  names: {
    send: "takeDown",
    look: "lookWhetherGone",
    sent: "TakingDown",
    unconfirmed: "MaybeGone",
    failed: "StillOut",
    done: "TakenDown",
    Confirm: "SeeGone",
    Refuse: "KeepUp",
    LoseSight: "LoseTrack",
    TimeOut: "HearNothing",
    NotSeen: "StillSeen",
    LookAgain: "SeekAgain",
    Find: "FindGone",
    GiveUp: "FindStanding",
    patience: "answer",
    nextLook: "nextSeek"
  }
})
