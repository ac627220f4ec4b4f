/**
 * What every `Messenger` does, judged by what the platform shows to those who are told.
 *
 * @module
 */
import { assert, describe, it } from "@effect/vitest"
import { Context, Effect, Exit, type Layer, Logger } from "effect"
import { cutMark } from "../messaging/MessageText.ts"
import * as Messenger from "../messaging/Messenger.ts"
import type * as Writing from "../operations/Writing.ts"
import type { Trouble } from "./Trouble.ts"

/** A message as the platform shows it. */
export interface Shown {
  /** Whom the platform alerts to it, by the addresses of the platform. */
  readonly alerts: ReadonlyArray<string>
  /** What is read, without marks of formatting that are not shown. */
  readonly text: string
  /** Where one who clicks in it is led. */
  readonly links: ReadonlyArray<string>
}

/** What the suite needs of the world in which people are told. The messenger tells in Chinese. */
export class Stage extends Context.Service<
  Stage,
  {
    /** A person whom the platform knows, and their address there. */
    readonly person: Messenger.Recipient
    readonly address: string
    /** The next message meets this trouble; the calls after it do not. */
    readonly next: (trouble: Trouble) => Effect.Effect<void>
    /** What the platform's code of the trouble "refused" is. */
    readonly refusal: string
    /** Everything that was shown, by the platform's own record, as its applications show it. */
    readonly record: Effect.Effect<ReadonlyArray<Shown>>
    /** How many signs are more than the platform takes. */
    readonly tooLong: number
    /** What nobody may ever read in an error or a log. */
    readonly secrets: ReadonlyArray<string>
  }
>()("@dualops/core/testing/MessengerSuite/Stage") {}

/** Runs the suite on a messenger and its stage. */
export const suite = <E>(name: string, layer: Layer.Layer<Messenger.Messenger | Stage, E>): void => {
  const test = (sentence: string, body: Effect.Effect<void, unknown, Messenger.Messenger | Stage>) =>
    it.live(sentence, () => Effect.provide(body, layer))

  describe(`${name} is a Messenger`, () => {
    test("tells a person a sentence and where they act, and alerts nobody else", tells)
    test("tells several matters in one message, each with its address", tellsSeveral)
    test("cuts what is too long between two signs, says so, and keeps every address", cuts)
    test("refuses addresses that leave no room for anything, and sends nothing", tooMany)
    test("lets no words of a fan mention anybody, format anything or lead anywhere", defuses)
    test("writes what a fan wrote on one line, so that nobody can forge a second matter", oneLine)
    test("has told a repeated message twice", repeats)
    test("tells nobody who has no address that it takes", noAddress)
    test("a refused message was not shown, and the platform's code is said", refuses)
    test("without a valid key nothing was shown", meets("unauthorised", "Writing.Unauthorised", 0))
    test("a message that came too fast was not shown, and may come later at a moment that is said", rests)
    test("a message of unknown outcome may have been shown", meets("lost after", "Writing.Unknown", 1))
    test("a message of unknown outcome may not have been shown", meets("lost before", "Writing.Unknown", 0))
    test("no failure and no log says a secret", secret)
  })
}

const act = "https://desk.brand.example/cases/Post/moon"
const sentence = "「桂花乌龙」在等你审核，今天 18:00 到期。"

const matter = (zh: string, where = act): Messenger.Matter => ({ message: { zh, en: `in English: ${zh}` }, act: where })

const tell = (...matters: readonly [Messenger.Matter, ...Array<Messenger.Matter>]) =>
  Effect.gen(function* () {
    const { person } = yield* Stage
    yield* Messenger.Messenger.use((port) => port.tell({ to: person, matters }))
  })

const record = Stage.use((stage) => stage.record)

const shownOnce = Effect.map(record, (all) => {
  assert.lengthOf(all, 1)
  return all[0] ?? { alerts: [], text: "", links: [] }
})

const tells = Effect.gen(function* () {
  const { address } = yield* Stage
  yield* tell(matter(sentence))
  const { alerts, links, text } = yield* shownOnce
  assert.deepEqual(alerts, [address])
  assert.include(text, sentence)
  assert.deepEqual(links, [act])
})

const tellsSeveral = Effect.gen(function* () {
  const all = ["moon", "tea", "autumn"].map((one) => ({ one, at: `https://desk.brand.example/cases/Post/${one}` }))
  const [first, ...others] = all.map(({ at, one }) => matter(`「${one}」在等你审核。`, at))
  yield* tell(first ?? matter(sentence), ...others)
  const { links, text } = yield* shownOnce
  assert.deepEqual(
    links,
    all.map(({ at }) => at)
  )
  for (const { one } of all) assert.include(text, `「${one}」在等你审核。`)
})

const cuts = Effect.gen(function* () {
  const { tooLong } = yield* Stage
  // A family of four is one sign, of eleven UTF-16 units.
  const family = "👨‍👩‍👧‍👦"
  yield* tell(matter(family.repeat(tooLong)), matter("短的一句。", `${act}2`))
  const { links, text } = yield* shownOnce
  assert.deepEqual(links, [act, `${act}2`])
  assert.include(text, `${family}${cutMark.zh}`)
  assert.include(text, "短的一句。")
  assert.isTrue(text.isWellFormed())
})

const tooMany = Effect.gen(function* () {
  const { tooLong } = yield* Stage
  const failure = yield* Effect.flip(tell(matter(sentence, `${act}/${"a".repeat(tooLong)}`)))
  assert.strictEqual(failure._tag, "Writing.Refused")
  assert.deepEqual(yield* record, [])
})

/** What fans have tried. */
const hostile = [
  '@all @所有人 @everyone <@all> <@lin> <at user_id="all">所有人</at> <at id=all></at>',
  "[点我](https://evil.example/a) ![x](http://evil.example/b) <https://evil.example/c>",
  '<a href="https://evil.example/d">客服</a> <img src=x onerror=alert(1)> <script>x</script>',
  "www.evil.example/e 或 evil.com 或 HTTPS://EVIL.EXAMPLE/f 或 ftp://evil.example/g 或 a@evil.com 或 weixin://dl/h",
  "evil．com \u202Emoc.live\u202C ev\u200Bil.com &lt;b&gt; **重** # 标题 > 引用 `码` ~~删~~"
]

const defuses = Effect.gen(function* () {
  const { address } = yield* Stage
  yield* tell(matter(hostile.join(" ")))
  const { alerts, links } = yield* shownOnce
  assert.deepEqual(alerts, [address])
  assert.deepEqual(links, [act])
})

const oneLine = Effect.gen(function* () {
  yield* tell(matter("很好喝\r\n2. 请重置密码\nhttps://evil.example\u2028再来"))
  const { links, text } = yield* shownOnce
  assert.deepEqual(links, [act])
  assert.include(text, "很好喝 2. 请重置密码 https:[//]evil[.]example 再来")
})

const repeats = Effect.gen(function* () {
  yield* tell(matter(sentence))
  yield* tell(matter(sentence))
  assert.lengthOf(yield* record, 2)
})

const noAddress = Effect.gen(function* () {
  const { person } = yield* Stage
  const message: Messenger.Message = { to: { ...person, contact: {} }, matters: [matter(sentence)] }
  const failure = yield* Effect.flip(Messenger.Messenger.use((port) => port.tell(message)))
  assert.strictEqual(failure._tag, "Writing.Refused")
  assert.strictEqual(failure.code, "no-address")
  assert.deepEqual(yield* record, [])
})

const meets = (trouble: Trouble, tag: Writing.Failure["_tag"], shown: 0 | 1) =>
  Effect.gen(function* () {
    const stage = yield* Stage
    yield* stage.next(trouble)
    const failure = yield* Effect.flip(tell(matter(sentence)))
    assert.strictEqual(failure._tag, tag)
    assert.lengthOf(yield* record, shown)
    // Trouble passes.
    yield* tell(matter(sentence))
    assert.lengthOf(yield* record, shown + 1)
  })

const refuses = Effect.gen(function* () {
  const stage = yield* Stage
  yield* stage.next("refused")
  const failure = yield* Effect.flip(tell(matter(sentence)))
  assert.strictEqual(failure._tag, "Writing.Refused")
  assert.strictEqual(failure.code, stage.refusal)
  assert.deepEqual(yield* record, [])
})

const rests = Effect.gen(function* () {
  const stage = yield* Stage
  yield* stage.next("busy")
  const failure = yield* Effect.flip(tell(matter(sentence)))
  assert.strictEqual(failure._tag, "Writing.TryLater")
  assert.isTrue(failure._tag === "Writing.TryLater" && failure.after !== undefined)
  assert.deepEqual(yield* record, [])
})

const secret = Effect.gen(function* () {
  const stage = yield* Stage
  const seen: Array<string> = []
  const logger = Logger.make((options) => void seen.push(JSON.stringify(options.message), String(options.cause)))
  for (const trouble of ["refused", "unauthorised", "busy", "lost before", "lost after"] as const) {
    yield* stage.next(trouble)
    const exit = yield* Effect.exit(tell(matter(sentence)).pipe(Effect.tapError(Effect.logError))).pipe(
      Effect.provide(Logger.layer([logger]))
    )
    assert.isTrue(Exit.isFailure(exit))
    seen.push(JSON.stringify(exit), String(exit))
  }
  assert.isAtLeast(seen.length, 10)
  for (const one of stage.secrets) assert.notInclude(seen.join(), one)
})
