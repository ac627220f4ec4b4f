/**
 * Starts a house: its desk, its worker, whoever listens to fans, and what its agenda says; until it is stopped, which leaves nothing half done.
 *
 * @module
 */
import { WeiboRenewal } from "@dualops/adapter-weibo"
import { Emulator } from "@dualops/adapter-weibo/emulator"
import { Carrier, ChineseHolidays, Worker } from "@dualops/core"
import { PlacementCarriers } from "@dualops/core/channels"
import { PostCarriers } from "@dualops/core/content"
import type { Bilingual } from "@dualops/core/finding"
import { Intake, Polling, ReplyCarriers } from "@dualops/core/interaction"
import { MessageCarrier } from "@dualops/core/messaging"
import { Restored } from "@dualops/core/operations"
import {
  AlarmWatch,
  FanWatch,
  MonitoringSection,
  PersonalDataCarriers,
  PostCounting,
  Practices
} from "@dualops/core/practices"
import { PrivateMessageCarriers } from "@dualops/core/private-messages"
import { Notify } from "@dualops/core/process"
import { CorrectionCarriers } from "@dualops/core/triage"
import { Webhooks } from "@dualops/desk/webhooks"
import { Cause, Effect, Exit, Layer, Logger, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"
import * as Desks from "./Desks.ts"
import * as Ground from "./Ground.ts"
import * as Hooks from "./Hooks.ts"
import * as Reading from "./Reading.ts"
import * as Reports from "./Reports.ts"
import * as Resources from "./Resources.ts"
import { midnight } from "./Settings.ts"
import * as Telling from "./Telling.ts"

/** How a house is started, and who hears what it says. */
export interface Options extends Reading.Asked {
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
  readonly signal: AbortSignal
}

/** Runs a house until it is stopped by the signal. Answers what the command ends with: 0 when it was stopped, 1 where something is wrong, told line by line. */
export const start = async ({ complain, say, signal, ...asked }: Options): Promise<0 | 1> => {
  const ready = await Reading.read(asked).catch((why) => {
    if (why instanceof Reading.Refused) return why
    throw why
  })
  if (ready instanceof Reading.Refused) {
    complain(ready.text.trimEnd())
    return 1
  }
  const logger = Logger.layer([
    Logger.make(({ logLevel, message }) => {
      if (logLevel === "Warn" || logLevel === "Error" || logLevel === "Fatal")
        complain([message].flat().map(String).join(" "))
    })
  ])
  const running = run(ready, asked.language, say).pipe(
    Effect.scoped,
    Effect.provide(Ground.layer(ready)),
    Effect.provide(logger)
  )
  const exit = await Effect.runPromiseExit(running, { signal })
  if (Exit.isSuccess(exit) || signal.aborted) {
    say(inWords(asked.language, { zh: "已停止；下次从这里继续。", en: "Stopped; the next start goes on from here." }))
    return 0
  }
  const why = Cause.squash(exit.cause)
  complain(why instanceof Error ? why.message : String(why))
  return 1
}

const run = Effect.fnUntraced(function* (
  ready: Reading.Ready,
  language: Bilingual.Language,
  say: (line: string) => void
) {
  const { emulated, handbook, practices } = ready
  const { account, brand, version } = handbook
  const tell = (zh: string, en: string) => Effect.sync(() => say(inWords(language, { zh, en })))
  yield* tell(
    `手册    ${ready.settings.handbook}，${brand.zh}，版本 ${version}`,
    `handbook  ${ready.settings.handbook}, ${brand.en}, edition ${version}`
  )
  const store = Ground.storeOf(ready)
  yield* tell(`存储    ${store}`, `store     ${store}`)
  const { url } = yield* Emulator.Emulator
  yield* emulated
    ? tell(`微博    本机的模拟微博 ${url}`, `weibo     an emulator on this machine, ${url}`)
    : tell(`微博    真实的微博，账号 ${account.name}`, `weibo     Weibo itself, as ${account.name}`)

  const desk = yield* Desks.open(ready)
  const usual = [
    ...ready.carriers,
    ...PostCarriers.carriers,
    PostCounting.carrier(),
    ...ReplyCarriers.carriers,
    ...PrivateMessageCarriers.carriers,
    ...PlacementCarriers.carriers,
    ...CorrectionCarriers.carriers,
    ...PersonalDataCarriers.carriers(Practices.processes(practices)),
    ...Reports.carriers(ready),
    ...(yield* Resources.carriers(ready, ({ en, zh }) => tell(zh, en))),
    yield* telling(ready, desk, language, say)
  ]
  const { restored } = ready.settings
  const carriers: ReturnType<typeof Restored.carriers<(typeof usual)[number]>> =
    restored === undefined ? usual : Restored.carriers(restored, usual)
  const worker = yield* Worker.start(
    { processes: Practices.processes(practices), carriers },
    { patience: "10 seconds" }
  )
  yield* tell(
    "执行    发布、答复、到期提醒、按计划开始的事",
    "worker    carries what is decided, fires deadlines, begins what the agenda says"
  )

  const hooks = emulated ? [] : Hooks.of(ready.settings.webhooks ?? [], ready.secret)
  if (hooks.length > 0) {
    yield* Effect.forkScoped(Webhooks.run(hooks))
    const names = hooks.map(({ name }) => name).join(", ")
    yield* tell(`通知    ${names}：发生了什么，逐一告知`, `webhooks  ${names} hear of what happens`)
  }
  yield* Effect.forkScoped(listening(ready))
  yield* tell(`粉丝    ${account.name} 的评论与提及`, `fans      comments and mentions of ${account.name} are heard`)
  yield* Effect.forkScoped(emulated ? FanWatch.run(account.id, Ground.plenty, "1 minute") : FanWatch.run(account.id))
  const monitoring = MonitoringSection.find(handbook)
  if (monitoring !== undefined) {
    yield* Effect.forkScoped(watching(ready, monitoring))
    const names = monitoring.terms.map(({ name }) => name).join(", ")
    yield* tell(`监测    ${names}`, `watched   ${names}`)
  }
  yield* tell(`工作台  ${desk}/`, `desk      ${desk}/`)
  if (emulated) yield* tell(`已发出  ${desk}/weibo`, `out       ${desk}/weibo`)
  yield* tell("按 Ctrl-C 停止。", "Ctrl-C stops it.")
  return yield* worker.broken
})

/** On Weibo as often as the promise asks and the calls allow; on the emulator all the time, for nobody who tries it waits for minutes. */
const listening = ({ emulated, handbook: { account }, settings: { weibo } }: Reading.Ready) => {
  if (emulated || weibo === "emulator") {
    const hear = Effect.forEach(Polling.everywhere, (source) => Intake.poll(account.id, source), { discard: true })
    return Effect.forever(
      Effect.andThen(
        Effect.catch(hear, ({ message }) => Effect.logWarning(message)),
        Effect.sleep("2 seconds")
      )
    )
  }
  const { from } = weibo
  const options = { account: account.id, ...(from !== undefined && { from: midnight(from) }) }
  return Effect.all([Polling.run(options), WeiboRenewal.run(account.id)], { concurrency: "unbounded", discard: true })
}

/** What is heard becomes alarms; on the emulator at once. */
const watching = (
  { emulated, handbook: { account, timeZone }, settings }: Reading.Ready,
  monitoring: MonitoringSection
) =>
  AlarmWatch.run(
    { account: account.id, monitoring, zone: timeZone, holidays: ChineseHolidays.holidays },
    emulated || settings.weibo === "emulator" ? "2 seconds" : "1 minute"
  )

/** Messengers where the house has some; else people are told on the terminal. */
const telling = (ready: Reading.Ready, desk: string, language: Bilingual.Language, say: (line: string) => void) => {
  const { emulated, handbook, settings } = ready
  const messenger = emulated
    ? undefined
    : Telling.layer(settings.tell ?? {}, (name) => Redacted.value(ready.secret(name)))
  if (messenger === undefined) {
    const onTerminal = Carrier.make(Notify.notify, ({ message, to }) =>
      Effect.sync(() => {
        const { name } = handbook.team.people[to] ?? { name: to }
        say(`→ ${name}: ${inWords(language, message)}`)
        return {}
      })
    )
    return Effect.succeed(onTerminal)
  }
  const at = settings.desk.origin ?? desk
  return Effect.gen(function* () {
    const context = yield* Layer.build(Layer.provide(messenger, FetchHttpClient.layer))
    const carrier = yield* MessageCarrier.make({
      desk: ({ case: id, process }) => `${at}/${language}/cases/${process}/${encodeURIComponent(id)}`
    })
    return Carrier.provide(carrier, context)
  })
}

const inWords = (language: Bilingual.Language, { en, zh }: Bilingual.Bilingual): string => (language === "zh" ? zh : en)
