/** What fans wrote is corrected on the desk: from a case that triage has opened, and from the page of all that they wrote. */
import { MemoryObservationStore, MemoryReportShelf } from "@dualops/adapter-memory"
import { FanId, PostId } from "@dualops/core/account"
import { ChineseHolidays } from "@dualops/core/calendar"
import { HousePages, type Ways } from "@dualops/core/house-pages"
import { Interaction, Reception } from "@dualops/core/interaction"
import { Observations } from "@dualops/core/observations"
import { Carrier, Worker } from "@dualops/core/operations"
import { Edition, Practices, triageOf } from "@dualops/core/practices"
import { Actor, Notify } from "@dualops/core/process"
import { BuiltIn, CorrectionCarriers, Corrections, Triage } from "@dualops/core/triage"
import { Desk } from "@dualops/desk"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Layer } from "effect"
import { TestClock } from "effect/testing"
import {
  door,
  elements,
  formOf,
  get,
  handbookWith,
  options,
  post,
  practices,
  processes,
  services,
  ten
} from "./house.ts"

const handbook = handbookWith(
  "triage: { counted: [praise, spam, noise], flood: { underPost: 30, ofAccount: 300, within: 1 hour } }"
)
const account = handbook.account.id
const wrote = (id: string, text: string, minutes = 0): Interaction.Interaction => ({
  kind: "comment",
  id: Interaction.InteractionId.make(id),
  post: PostId.make("5034567890123456"),
  from: { id: FanId.make(`24895182${id}`), name: `粉丝${id}` },
  text,
  at: DateTime.add(ten, { minutes })
})
const [praise, question] = ["店员态度很好，味道也很棒，非常满意！", "请问门店几点开门？"]
const receive = (...all: ReadonlyArray<Interaction.Interaction>) =>
  Reception.use((reception) => reception.receive(account, all))

const carriers = [...CorrectionCarriers.carriers, Carrier.make(Notify.notify, () => Effect.succeed({}))]
const worked = Effect.gen(function* () {
  while ((yield* Worker.round({ processes, carriers })).carried > 0);
})

const house = { handbook, processes, kinds: Practices.hears(practices) }
const layer = Triage.layer(triageOf(handbook)).pipe(
  Layer.provide(BuiltIn.layer()),
  Layer.provideMerge(Layer.mergeAll(MemoryReportShelf.layer, MemoryObservationStore.layer, services))
)
const atTen = (body: (desk: Desk.Handler) => Effect.Effect<void, unknown, Layer.Success<typeof layer>>) =>
  TestClock.setTime(ten.epochMilliseconds).pipe(
    Effect.andThen(Effect.flatMap(Desk.handler({ ...options, pages: HousePages.reading(house) }), body)),
    Effect.scoped,
    Effect.provide(Layer.merge(layer, door))
  )

const page = (asked = "") => `/zh/house/${account}/heard${asked}`
const linkTo = (html: string, part: string) =>
  elements(html)
    .flatMap(({ has, tag }) => (tag === "a" ? [has["href"] ?? ""] : []))
    .find((href) => href.includes(part))
    ?.replaceAll("&amp;", "&") ?? ""
/** Where links lead, as words. */
const to: Ways = {
  case: ({ case: id }) => `case ${id}`,
  begin: (process) => `begin ${process}`,
  page: (name) => `page ${name}`,
  file: (_, name) => `file ${name}`
}
const rowOf = (html: string, word: string) =>
  elements(html).find(({ tag, text }) => tag === "tr" && text.includes(word))?.text ?? ""

/** Opens the form, says what it is, and sends it. */
const correct = Effect.fnUntraced(function* (desk: Desk.Handler, person: string, way: string, meant: string) {
  const opened = (yield* get(desk, person, way)).text
  const form = { ...formOf(opened), "input.account": account, "input.meant": meant }
  const sent = yield* post(desk, person, "/zh/begin/Correction/Correct", form)
  yield* worked
  return { form, opened, sent }
})

describe("What a fan wrote that became no case", () => {
  it.effect("stands on a page with what it was taken for, and by a word there an answer is owed to it", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* receive(wrote("1", praise), wrote("2", question, 1))
        const { text } = yield* get(desk, "lin", page("?case=none"))
        assert.match(rowOf(text, praise), /粉丝1.*好评 \d\d%.*只计数.*更正判断/)
        assert.notInclude(text, question)
        const way = linkTo(text, "/begin/Correction/Correct")
        const { opened, sent } = yield* correct(desk, "lin", way, "question")
        assert.include(opened, "谣言或攻击")
        assert.strictEqual(sent.status, 303)
        const done = yield* get(desk, "lin", sent.headers.get("location") ?? "")
        assert.include(done.text, `「${praise}」其实是提问`)
        assert.include((yield* get(desk, "zhou", "/zh")).text, praise)
        assert.match(rowOf((yield* get(desk, "lin", page())).text, praise), /只计数.*提问.*更正判断/)
        assert.deepStrictEqual<unknown>([...(yield* Corrections.meant)], [["1", "question"]])
      })
    )
  )

  it.effect("leads nobody to a form that they may not take", () =>
    atTen(() =>
      Effect.gen(function* () {
        yield* receive(wrote("1", praise))
        const [heard] = HousePages.reading(house)
        const asking = { at: ten, person: Actor.person("lin"), asked: new Map<string, string>() }
        const beside = yield* heard?.reads?.beside?.(asking) ?? Effect.undefined
        const leads = (isEntitled: boolean) => {
          const editions = [
            { ...Edition.edition(handbook, ChineseHolidays.holidays), entitled: () => isEntitled }
          ] as const
          const shown = heard?.of({ ...asking, beside, cases: [], editions, to })
          return JSON.stringify(shown).includes("begin Correction")
        }
        assert.deepStrictEqual([true, false].map(leads), [true, false])
      })
    )
  )

  it.effect("is found by its fan and by what it was taken for, page by page", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const all = Array.from({ length: 120 }, (_, index) => wrote(`${index + 100}`, `${praise}${index}`, -index))
        yield* receive(...all)
        const seen: Array<string> = []
        let way = page("?label=praise")
        while (way !== "") {
          const { text } = yield* get(desk, "lin", way)
          seen.push(...[...text.matchAll(/非常满意！(\d+)/g)].map(([, index = ""]) => index))
          // The same page in English has an address like it.
          way = text.includes("更早的") ? linkTo(text.slice(text.indexOf("</table>")), "before=") : ""
        }
        assert.deepStrictEqual(
          seen.map(Number),
          all.map((_, index) => index)
        )
        const { text } = yield* get(desk, "lin", page("?label=spam"))
        assert.notInclude(text, praise)
        const ofFan = (yield* get(desk, "lin", page(`?fan=${all[7]?.from.id}`))).text
        assert.lengthOf(ofFan.match(/非常满意！/g) ?? [], 1)
        yield* Observations.erase(FanId.make(`${all[0]?.from.id}`))
        assert.notInclude((yield* get(desk, "lin", page())).text, all[0]?.text ?? "")
      })
    )
  )

  it.effect("is found by its words, from where anything is looked for, and no more once its fan is forgotten", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const sought = wrote("1", `${praise}杯盖上的Ｌｏｇｏ真可爱`)
        // As many as are looked through at once, and more, lie above it.
        const others = Array.from({ length: 600 }, (_, index) =>
          wrote(`${index + 100}`, `${praise}${index}`, index + 1)
        )
        yield* receive(sought, ...others)
        const found = Effect.fnUntraced(function* (words: string, person = "lin") {
          const { text } = yield* get(desk, person, `/zh/search?q=${encodeURIComponent(words)}`)
          const way = linkTo(text, "words=")
          return way === "" ? way : (yield* get(desk, person, way)).text
        })
        const shown = yield* found("logo 杯盖")
        assert.include(shown, sought.text)
        assert.notInclude(shown, others[0]?.text ?? "")
        assert.include(shown, "「logo 杯盖」")
        assert.notInclude(yield* found("logo 杯底"), sought.text)
        assert.strictEqual(yield* found("logo 杯盖", "stranger"), "")
        yield* Observations.erase(sought.from.id)
        assert.notInclude(yield* found("logo 杯盖"), sought.text)
      })
    )
  )

  // mattermost#22345, Rocket.Chat#36818, tdesktop#1562, Telegram-iOS#1207, conduwuit#630
  it.effect.each<readonly [text: string, words: string]>([
    ["我家在上海东边。", "上海"],
    ["我的爸爸肚子很餓", "爸爸"],
    ["这是一句中文", "句中文"],
    ["這是測試", "測"],
    ["还有可能是定期检修", "可能"]
  ])("is found by whatever stands together in it: %s", ([text, words]) =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* receive(wrote("1", text), wrote("2", praise, 1))
        const found = (yield* get(desk, "lin", page(`?words=${encodeURIComponent(words)}`))).text
        assert.include(found, text)
        assert.notInclude(found, praise)
      })
    )
  )
})

describe("A case that triage has opened", () => {
  it.effect("leads to the form by which its judgement is corrected, and corrected again: the last word counts", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        yield* receive(wrote("2", question))
        const open = linkTo((yield* get(desk, "lin", "/zh")).text, "/cases/Answer/")
        const way = linkTo((yield* get(desk, "lin", open)).text, "/begin/Correction/Correct")
        const { form } = yield* correct(desk, "lin", way, "spam")
        assert.propertyVal(form, "input.interaction", "2")
        yield* TestClock.adjust("1 minute")
        yield* correct(desk, "zhou", way, "lead")
        assert.deepStrictEqual<unknown>([...(yield* Corrections.lessons)], [{ id: "2", text: question, label: "lead" }])
      })
    )
  )

  it.effect("leads to the words that it is about, and not to those that came before", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        for (const [index, id] of ["8", "9"].entries()) {
          const { post: _, ...words } = wrote("8", question, index)
          const message = { ...words, id: Interaction.InteractionId.make(id), kind: "private message" as const }
          yield* Reception.use((reception) => reception.receive(account, [message]))
        }
        const open = linkTo((yield* get(desk, "lin", "/zh")).text, "/cases/PrivateAnswer/")
        const way = linkTo((yield* get(desk, "lin", open)).text, "/begin/Correction/Correct")
        assert.propertyVal(formOf((yield* get(desk, "lin", way)).text), "input.interaction", "9")
      })
    )
  )
})
