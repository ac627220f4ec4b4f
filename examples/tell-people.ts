/**
 * Messages to people that arrive: by the robot of a group, and by mail where the person has no account there.
 *
 * @module
 */
import { readFileSync } from "node:fs"
import { MemoryEditionStore, MemoryStore } from "@dualops/adapter-memory"
import { DingtalkMessenger } from "@dualops/adapter-notify/dingtalk"
import { FeishuMessenger } from "@dualops/adapter-notify/feishu"
import { MailMessenger } from "@dualops/adapter-notify/mail"
import { WecomMessenger } from "@dualops/adapter-notify/wecom"
import { Actor, Case, ChineseHolidays, Operations, Worker } from "@dualops/core"
import { NoticeProcess } from "@dualops/core/attention"
import { HandbookFile } from "@dualops/core/files"
import { MessageCarrier, Messenger } from "@dualops/core/messaging"
import { KeptEditions } from "@dualops/core/practices"
import { Effect, Layer, Result, Schema } from "effect"
import { FetchHttpClient } from "effect/http"

/** Tells somebody, with the settings of the house, as they stand in its environment: every address and password is a secret. */
export const tell = (environment: Readonly<Record<"WECOM" | "DINGTALK" | "FEISHU" | "MAIL", string>>) => {
  const file = new URL("brand-day/handbook.yaml", import.meta.url)
  const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", readFileSync(file, "utf8")))

  // #region wecom
  const wecom = WecomMessenger.make(
    Schema.decodeSync(Schema.fromJsonString(WecomMessenger.Settings))(environment.WECOM)
  )
  // #endregion
  // #region dingtalk
  const dingtalk = DingtalkMessenger.make(
    Schema.decodeSync(Schema.fromJsonString(DingtalkMessenger.Settings))(environment.DINGTALK)
  )
  // #endregion
  // #region feishu
  const feishu = FeishuMessenger.make(
    Schema.decodeSync(Schema.fromJsonString(FeishuMessenger.Settings))(environment.FEISHU)
  )
  // #endregion
  // #region mail
  const mail = Effect.succeed(
    MailMessenger.make(Schema.decodeSync(Schema.fromJsonString(MailMessenger.Settings))(environment.MAIL))
  )
  // #endregion

  // #region house
  // Each is asked only when those before it have told nobody: a person whom WeCom does not know has a mail.
  const messenger = Layer.effect(
    Messenger.Messenger,
    Effect.map(Effect.all([wecom, dingtalk, feishu, mail]), Messenger.inTurn)
  )

  const program = Effect.gen(function* () {
    const notify = yield* MessageCarrier.make({
      desk: ({ case: id, process }) => `https://desk.brand.example/zh/cases/${process}/${encodeURIComponent(id)}`
    })
    const notice = { case: Case.CaseId.make("notice 1"), by: Actor.world }
    const message = { zh: "粉丝 <@all> 的投诉没人接。", en: "Nobody takes the complaint of the fan <@all>." }
    const input = { process: "Answer", case: "answer 1", message }
    yield* Operations.send(NoticeProcess, { ...notice, key: "it turned up", step: "TurnUp", input })
    // What has to be told is work as any other; `Worker.run` goes on with it for ever.
    return yield* Worker.round({ processes: [], carriers: [notify] })
  })
  // #endregion

  const store = Layer.merge(MemoryStore.layer, MemoryEditionStore.layer)
  const house = Layer.merge(
    KeptEditions.layer(handbook, ChineseHolidays.holidays).pipe(Layer.provideMerge(store)),
    messenger.pipe(Layer.provide(FetchHttpClient.layer))
  )
  return Effect.provide(program, house)
}
