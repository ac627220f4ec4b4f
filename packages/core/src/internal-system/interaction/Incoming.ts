/**
 * What a fan wrote to the account, in public or in private: where it came from is where it is answered.
 *
 * @module
 */
import { Schema } from "effect"
import { Moment } from "../../calendar/Moment.ts"
import * as Label from "../../finding/Label.ts"
import { Fan } from "../fans/Fan.ts"
import { Interaction, InteractionId, Kind } from "./Interaction.ts"

/** What a fan wrote in private. No post stands above it, and nobody but the account reads it: hostile text all the same. */
export const PrivateMessage = Schema.Struct({
  kind: Schema.Literal("private message"),
  id: InteractionId,
  from: Fan,
  text: Schema.String,
  at: Moment
}).annotate(Label.of({ zh: "粉丝私信", en: "what the fan wrote in private" }))
/** What a fan wrote in private. */
export interface PrivateMessage extends Schema.Struct.Type<typeof PrivateMessage.fields> {}
/** The same as it is written. */
export interface PrivateMessageWritten extends Schema.Struct.Encoded<typeof PrivateMessage.fields> {}
/** An interaction as it is written. */
export interface InteractionWritten extends Schema.Struct.Encoded<typeof Interaction.fields> {}

/** What a fan wrote, in public or in private. */
export type Incoming = Interaction | PrivateMessage
/** What a fan wrote, in public or in private. */
export const Incoming: Schema.Codec<Incoming, InteractionWritten | PrivateMessageWritten> = Schema.Union([
  Interaction,
  PrivateMessage
]).annotate(Label.of({ zh: "粉丝留言", en: "what the fan wrote" }))

/** What a fan wrote in public. */
export const InPublic: Schema.Codec<Interaction, InteractionWritten> = Interaction
/** What a fan wrote in private. */
export const InPrivate: Schema.Codec<PrivateMessage, PrivateMessageWritten> = PrivateMessage

const mention = Schema.Struct({ ...Interaction.fields, kind: Schema.Literals(["mention", "mention in a comment"]) })
/** What a fan wrote in public, with the account's name after an @. */
export interface Mention extends Schema.Struct.Type<typeof mention.fields> {}
/** The same as it is written. */
export interface MentionWritten extends Schema.Struct.Encoded<typeof mention.fields> {}
/** What a fan wrote in public, with the account's name after an @. */
export const Mention: Schema.Codec<Mention, MentionWritten> = mention.annotate(
  Label.of({ zh: "粉丝的 @ 提及", en: "where the fan mentioned the account" })
)

/** What lets the account write to the fan in private: their own message as often as wanted, their mention once (`AnswerWindow`). */
export type Opening = PrivateMessage | Mention
/** What lets the account write to the fan in private. */
export const Opening: Schema.Codec<Opening, PrivateMessageWritten | MentionWritten> = Schema.Union([
  PrivateMessage,
  Mention
]).annotate(
  Label.of({ zh: "粉丝私信或提及", en: "what the fan wrote in private, or where they mentioned the account" })
)

/** Every kind of it. */
export const IncomingKind = Schema.Literals([...Kind.literals, "private message"])

/** Whether nobody but the account reads it. */
export const isPrivate = (incoming: Incoming): incoming is PrivateMessage => incoming.kind === "private message"

/** Whether the fan has named the account in public. */
export const isMention = (incoming: Incoming): incoming is Mention =>
  incoming.kind === "mention" || incoming.kind === "mention in a comment"
