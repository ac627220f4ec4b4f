/**
 * What a post asks to be done outside: published, looked for, taken down.
 *
 * @module
 */
import { Moment } from "../../calendar/Moment.ts"
import * as Action from "../../process/Action.ts"
import * as AtMostOnce from "../../process/AtMostOnce.ts"
import { Place, PostId, Request } from "./Publisher.ts"

/** Under which id a post is out, and since when. */
export const out = { post: PostId, publishedAt: Moment }

/** Publish this on the account; where it was sent earlier and given up, only if it has not come out since. */
export const publish = Action.kind({
  name: "Publish",
  request: { ...Request.fields, ...AtMostOnce.givenUp },
  done: out,
  repeatable: false
})

/** Look for this on the account's timeline, where it would stand since that moment. */
export const look = Action.kind({
  name: "Look",
  request: { ...Request.fields, ...AtMostOnce.sent },
  done: out,
  repeatable: true
})

/** Take this post down, once; where that was tried earlier and given up, only if it still stands there. */
export const takeDown = Action.kind({
  name: "TakeDownPost",
  request: { ...Place.fields, ...AtMostOnce.givenUp },
  done: {},
  repeatable: false
})

/** Look whether this post is gone. */
export const lookWhetherGone = Action.kind({
  name: "LookWhetherPostIsGone",
  request: Place.fields,
  done: {},
  repeatable: true
})
