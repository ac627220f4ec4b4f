/**
 * What the fan service pushes, read into the words of core.
 *
 * Source: the samples of the fan-service pages. Fields that are missing or new make a message `Other`, never an error; what is
 * not a push at all is `undefined`.
 *
 * @module
 */
import { FanMessage } from "@dualops/core/interaction"
import { Option, Result, Schema } from "effect"
import { WeiboDate } from "./WeiboDate.ts"
import { Id, parse } from "./WeiboJson.ts"

const Push = Schema.Struct({
  type: Schema.String,
  receiver_id: Id,
  sender_id: Id,
  created_at: WeiboDate,
  text: Schema.optionalKey(Schema.NullOr(Schema.String)),
  data: Schema.optionalKey(Schema.Unknown)
})
const decode = Schema.decodeUnknownOption(Push)

const data = {
  event: Schema.decodeUnknownOption(
    Schema.Struct({ subtype: FanMessage.Gesture, key: Schema.optionalKey(Schema.Union([Schema.String, Schema.Int])) })
  ),
  mention: Schema.decodeUnknownOption(Schema.Struct({ subtype: Schema.Literals(["status", "comment"]), key: Id })),
  position: Schema.decodeUnknownOption(Schema.Struct({ longitude: Schema.String, latitude: Schema.String })),
  file: Schema.decodeUnknownOption(Schema.Struct({ tovfid: Id }))
}

const toMessage = Schema.decodeUnknownOption(Schema.toType(FanMessage.FanMessage))

/** The message in the body of a push, or `undefined` if it is none. */
export const read = (body: string): FanMessage.FanMessage | undefined => {
  const json = parse(body)
  if (Result.isFailure(json)) return undefined
  return Option.getOrUndefined(
    Option.flatMap(decode(json.success), (push) => {
      const { type, receiver_id: account, sender_id: fan, created_at: at } = push
      return toMessage({ account, fan, at, text: push.text ?? "", ...kindOf(type, push.data) })
    })
  )
}

const kindOf = (type: string, given: unknown): { readonly _tag: FanMessage.FanMessage["_tag"] } => {
  const other = { _tag: "Other", type } as const
  switch (type) {
    case "text":
      return { _tag: "Text" }
    case "position":
      return Option.match(data.position(given), {
        onNone: () => other,
        onSome: (where) => ({ _tag: "Position", ...where })
      })
    case "voice":
      return Option.match(data.file(given), {
        onNone: () => other,
        onSome: ({ tovfid }) => ({ _tag: "Voice", file: tovfid })
      })
    case "image":
      return Option.match(data.file(given), {
        onNone: () => other,
        onSome: ({ tovfid }) => ({ _tag: "Image", file: tovfid })
      })
    case "event":
      return Option.match(data.event(given), {
        onNone: () => other,
        onSome: ({ subtype, key }) => ({
          _tag: "Event",
          gesture: subtype,
          ...(key !== undefined && { key: String(key) })
        })
      })
    case "mention":
      return Option.match(data.mention(given), {
        onNone: () => other,
        onSome: ({ subtype, key }) => ({ _tag: "Mention", in: subtype === "status" ? "post" : "comment", id: key })
      })
  }
  return other
}
