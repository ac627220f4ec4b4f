/** Law: whatever goes wrong between the program and Weibo, and whenever the program dies, each thing that a fan wrote has one case. */
import { MemoryCursors } from "@dualops/adapter-memory"
import { WeiboInteractions } from "@dualops/adapter-weibo"
import { Chance } from "@dualops/adapter-weibo/emulator"
import { type Answer, Intake, Interaction, Polling } from "@dualops/core/interaction"
import { EventLog } from "@dualops/core/operations"
import { Actor, Allowance } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Duration, Effect, Layer, Option, Result } from "effect"
import * as house from "../house.ts"
import { many, type Schedule, under } from "./Schedule.ts"

const settings: Answer.Settings = {
  within: Allowance.always("2 hours"),
  lead: Actor.PersonId.make("service-agent"),
  attention: Allowance.always("1 day"),
  patience: Duration.minutes(5),
  looks: { every: Duration.minutes(1), times: 4 },
  rules: { route: "share" }
}

const paths = ["/2/comments/to_me.json", "/2/statuses/mentions.json", "/2/comments/mentions.json"]

/** Fans write, more than a page now and then: under the brand's post, or of the brand; gives the ids. */
const write = ({ chance, emulator: { fans } }: Schedule, post: string): ReadonlyArray<string> => {
  const fan = house.fans[0].uid
  const count = Chance.below(chance, 4) === 0 ? 40 + Chance.below(chance, 60) : Chance.below(chance, 5)
  return Array.from({ length: count }, (_, number) => {
    if (chance() < 0.7) return fans.comment(fan, post, `第 ${number} 条`)
    if (chance() < 0.5) return fans.post(fan, `@${house.brandName} 在吗`)
    return fans.comment(fan, fans.post(fan, "今天喝什么"), `问问 @${house.brandName}`)
  })
}

/** Reads every source to its end, or until something goes wrong with it. */
const hearAll = Effect.forEach(
  Polling.everywhere,
  (source) => Effect.result(Effect.repeat(Intake.poll(house.brand, source), { while: ({ more }) => more })),
  { concurrency: "unbounded" }
)

const live = (schedule: Schedule) =>
  Effect.gen(function* () {
    const { chance, emulator } = schedule
    const post = emulator.fans.post(house.brand, house.text(1))
    const wrote: Array<string> = []
    for (let life = 0; life < 6; life++) {
      wrote.push(...write(schedule, post))
      // The program may die at any moment, with a call on its way.
      yield* chance() < 0.5 ? Effect.timeoutOption(hearAll, `${1 + Chance.below(chance, 40)} millis`) : hearAll
    }
    emulator.weather(undefined)
    const store = yield* EventLog.EventLog
    const before = (yield* store.log(0, 10_000)).length
    for (const read of yield* hearAll) assert.deepEqual(Result.getFailure(read), Option.none())
    const opened = (yield* store.log(0, 10_000)).map(({ case: id, process }) => `${process} ${id}`)
    const expected = wrote.map((id) => `Answer ${Intake.caseOf(house.brand, Interaction.InteractionId.make(id))}`)
    assert.deepEqual(opened.sort(), expected.sort())
    return { written: wrote.length, late: opened.length - before }
  })

const ports = Layer.merge(WeiboInteractions.layer.pipe(Layer.provide(house.api())), MemoryCursors.layer)

describe("What fans write", () => {
  it.live(
    "under 100 schedules of faults and deaths has one case each, and nothing else has",
    () =>
      Effect.gen(function* () {
        const ends = yield* Effect.forEach(
          Array.from({ length: 100 }, (_, seed) => seed),
          (seed) =>
            under(seed, paths, settings, (schedule) => Effect.provide(live(schedule), ports)).pipe(
              Effect.mapError((error) => new Error(`seed ${seed}`, { cause: error }))
            ),
          { concurrency: many.atOnce }
        )
        const [written, late] = (["written", "late"] as const).map((name) =>
          ends.reduce((sum, one) => sum + one[name], 0)
        )
        console.log(`heard: ${written}, of them ${late} only when the weather was fine`)
        // A law that is never put to the test says nothing.
        assert.isAbove(late ?? 0, 100)
      }),
    many.timeout
  )
})
