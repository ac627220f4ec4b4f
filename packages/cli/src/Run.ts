/**
 * `dualops run`: starts the house that a file of settings names, and stops it so that nothing is lost.
 *
 * What runs is not a part of this program, but stands where npm has put it: so it shares what it is made of with practices and carriers of the house's own.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { Effect, Option } from "effect"
import { Command, Flag } from "effect/cli"
import * as Asked from "./Asked.ts"
import { Found, inWords, safe, undone } from "./Words.ts"

/** Starts a house. */
export const command = (language: Bilingual.Language) => {
  const words = inWords(language)
  const asks = {
    ...Asked.house(language, {
      zh: "用本机的模拟微博，另存一处，不碰真实账号",
      en: "a Weibo on this machine, kept apart; the real account is left alone"
    }),
    port: Flag.Int("port").pipe(Flag.withDescription(words("工作台的端口", "the port of the desk")), Flag.optional)
  }
  return Command.make("run", asks, ({ config, emulator, port }) =>
    Effect.gen(function* () {
      const stop = new AbortController()
      const { start } = yield* Effect.promise(() => import("@dualops/cli/run"))
      const asked = { config: Option.getOrUndefined(config), emulator, port: Option.getOrUndefined(port), language }
      const print = (line: string) => console.log(safe(line))
      const complain = (line: string) => console.error(safe(line))
      // An interruption waits until the house has stopped.
      const code = yield* Effect.acquireUseRelease(
        Effect.sync(() => start({ ...asked, say: print, complain, signal: stop.signal })),
        (running) => Effect.tryPromise({ try: () => running, catch: (why) => undone(String(why), String(why)) }),
        (running) =>
          Effect.promise(async () => {
            stop.abort()
            await running.catch(() => {})
          })
      )
      if (code !== 0) return yield* new Found()
    })
  ).pipe(
    Command.withShortDescription(
      words(
        "启动：工作台、发布与答复、到期提醒、按计划开始的事",
        "start the house: its desk, its worker, whoever listens"
      )
    ),
    Command.withDescription(
      words(
        "按设置文件启动一个账号的工作台、执行者与监听；缺什么先一次说清，不缺才启动。Ctrl-C 停止，什么也不会丢。",
        "Starts the desk, the worker and the listeners of an account by its settings. Whatever is missing is told at once, before anything starts. Ctrl-C stops it, and nothing is lost."
      )
    ),
    Command.withExamples([{ command: "dualops run --emulator" }, { command: "dualops run --config brands/tea.json" }])
  )
}
