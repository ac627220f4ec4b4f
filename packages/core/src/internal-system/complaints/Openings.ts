/**
 * What lets the account write in private to a fan whose complaint stands in public: their last message there as often as wanted, or else their last
 * mention, once.
 *
 * @module
 */
import { DateTime, Result, Schema } from "effect"
import type { Moment } from "../../calendar/Moment.ts"
import type { Bilingual } from "../../finding/Bilingual.ts"
import * as AnswerWindow from "../interaction/AnswerWindow.ts"
import { type Incoming, InPrivate, isMention, isPrivate, Mention, type Opening } from "../interaction/Incoming.ts"
import { InteractionId } from "../interaction/Interaction.ts"
import * as PrivateAnswer from "../private-messages/PrivateAnswer.ts"

const fields = Schema.Struct({
  /** What the fan wrote in private, the last of it. */
  message: Schema.optionalKey(InPrivate),
  /** Where the fan mentioned the account, the last of it. */
  mention: Schema.optionalKey(Mention),
  /** What was last answered in private to a fan who had written last in public: a mention is answered so once. */
  answered: Schema.optionalKey(InteractionId)
})
/** What lets the account write in private. */
export interface Openings extends Schema.Struct.Type<typeof fields.fields> {}
/** The same as it is written. */
export interface OpeningsWritten extends Schema.Struct.Encoded<typeof fields.fields> {}
/** What lets the account write in private. */
export const Openings: Schema.Codec<Openings, OpeningsWritten> = fields

/** What of it there is when the fan has written on; what comes late, or once more, opens nothing anew. */
export const wrote = ({ openings }: { readonly openings?: Openings }, incoming: Incoming): { openings?: Openings } => {
  if (isPrivate(incoming)) return { openings: { ...openings, message: later(openings?.message, incoming) } }
  if (isMention(incoming)) return { openings: { ...openings, mention: later(openings?.mention, incoming) } }
  return openings === undefined ? {} : { openings }
}

const later = <O extends Opening>(before: O | undefined, one: O): O =>
  before !== undefined && DateTime.isLessThanOrEqualTo(one.at, before.at) ? before : one

/** What was said by it was said: a mention is used up by that. */
export const used = (before: Openings, opening: InteractionId): Openings => ({ ...before, answered: opening })

/** Why nothing can be said in answer to it any more. */
export const over = (opening: Opening, at: Moment): PrivateAnswer.WindowOver | undefined =>
  PrivateAnswer.overAt(AnswerWindow.openedBy(AnswerWindow.closed, opening), at)

/** What lets the account write in private now. */
export const find = (
  { answered, mention, message }: Openings,
  at: Moment
): Result.Result<Opening, NothingOpens | OnceOnly | PrivateAnswer.WindowOver> => {
  if (message !== undefined && over(message, at) === undefined) return Result.succeed(message)
  const opening = mention ?? message
  if (opening === undefined) return Result.fail(new NothingOpens())
  const closed = over(opening, at)
  if (closed !== undefined) return Result.fail(closed)
  return opening.id === answered ? Result.fail(new OnceOnly()) : Result.succeed(opening)
}

/** The one of that name. */
export const named = ({ mention, message }: Openings, id: InteractionId): Opening | undefined =>
  [message, mention].find((one) => one?.id === id)

/** The fan has done nothing that lets the account write to them in private. */
export class NothingOpens extends Schema.TaggedError<NothingOpens>()("Complaint.NothingOpens", {}) {
  get said(): Bilingual {
    return {
      zh: "粉丝没有 @ 过本账号，也没有来过私信，不能主动私信：请公开请对方来信。",
      en: "The fan has neither mentioned the account nor written to it in private, so nothing can be said to them there: ask them in public to write."
    }
  }
  override get message() {
    return this.said.en
  }
}

/** The fan's mention was answered in private before. */
export class OnceOnly extends Schema.TaggedError<OnceOnly>()("Complaint.OnceOnly", {}) {
  get said(): Bilingual {
    return {
      zh: `粉丝 @ 之后只能私信答复一次，这一次已经用过。${PrivateAnswer.remains.zh}`,
      en: `A mention can be answered in private once, and was. ${PrivateAnswer.remains.en}`
    }
  }
  override get message() {
    return this.said.en
  }
}
