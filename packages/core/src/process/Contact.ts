/**
 * How a person is reached when something cannot wait until they look at their desk.
 *
 * @module
 */
import { Schema } from "effect"

/** How a person is reached; each way is the one that a messenger of its own takes. */
export const Contact = Schema.Struct({
  phone: Schema.optionalKey(Schema.NonEmptyString),
  email: Schema.optionalKey(Schema.NonEmptyString),
  wecom: Schema.optionalKey(Schema.NonEmptyString).annotateKey({ description: "The account at WeCom (企业微信)." }),
  dingtalk: Schema.optionalKey(Schema.NonEmptyString).annotateKey({ description: "The user id at DingTalk (钉钉)." }),
  feishu: Schema.optionalKey(Schema.NonEmptyString).annotateKey({
    description: "The open id or user id at Feishu (飞书), such as ou_3f…."
  })
})
/** How a person is reached. */
export type Contact = typeof Contact.Type
