/**
 * How people of a house are told something: by the messengers that its settings name, or on the terminal.
 *
 * @module
 */
import { DingtalkMessenger } from "@dualops/adapter-notify/dingtalk"
import { FeishuMessenger } from "@dualops/adapter-notify/feishu"
import { MailMessenger } from "@dualops/adapter-notify/mail"
import { WecomMessenger } from "@dualops/adapter-notify/wecom"
import { Messenger } from "@dualops/core/messaging"
import { Array as Arrays, Effect, Layer, Result } from "effect"
import type { HttpClient } from "effect/http"
import * as JsonVariable from "./JsonVariable.ts"
import type { Settings } from "./Settings.ts"
import type { Wrong } from "./Wrong.ts"

type Made = Effect.Effect<Messenger.Messenger["Service"], never, HttpClient.HttpClient>

const kinds = {
  wecom: (json: string) => Result.map(JsonVariable.decode(WecomMessenger.Settings, json), WecomMessenger.make),
  dingtalk: (json: string) => Result.map(JsonVariable.decode(DingtalkMessenger.Settings, json), DingtalkMessenger.make),
  feishu: (json: string) => Result.map(JsonVariable.decode(FeishuMessenger.Settings, json), FeishuMessenger.make),
  mail: (json: string) =>
    Result.map(
      JsonVariable.decode(MailMessenger.Settings, json),
      (one): Made => Effect.succeed(MailMessenger.make(one))
    )
} satisfies Record<string, (json: string) => Result.Result<Made, unknown>>

/** What the settings name. */
type Named = NonNullable<Settings["tell"]>

const named = (tell: Named) =>
  (["wecom", "dingtalk", "feishu", "mail"] as const).flatMap((kind) => {
    const variable = tell[kind]
    return variable === undefined ? [] : [{ kind, variable }]
  })

/** What is wrong with the variables that have the settings of messengers; never what stands in them. */
export const wrong = (tell: Named, environment: NodeJS.Dict<string>): ReadonlyArray<Wrong> =>
  named(tell).flatMap(({ kind, variable }) =>
    Result.isSuccess(kinds[kind](environment[variable] ?? ""))
      ? []
      : [JsonVariable.wrong(`tell.${kind}`, variable, kind, "@dualops/adapter-notify")]
  )

/** The messengers, one asked after the other; nothing where none is named. */
export const layer = (
  tell: Named,
  secret: (variable: string) => string
): Layer.Layer<Messenger.Messenger, never, HttpClient.HttpClient> | undefined => {
  // What is wrong with them has been said.
  const made = named(tell).map(({ kind, variable }): Made => Result.getOrThrow(kinds[kind](secret(variable))))
  return Arrays.isArrayNonEmpty(made)
    ? Layer.effect(
        Messenger.Messenger,
        // As many as there were ways of making them, so one at least.
        Effect.map(Effect.all(made), (all) => Messenger.inTurn(all as never))
      )
    : undefined
}
