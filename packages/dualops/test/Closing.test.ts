/** Closing and stopping: what others report of queues and workers, tried here. */
import { DatabaseSync } from "node:sqlite"
import { assert, describe, it } from "@effect/vitest"
import * as dualops from "dualops"
import { PostProcess } from "dualops/processes"
import { carriers, compose, freshFile, idea, open, scheduled, stores, text, until } from "./house.ts"

/** Something that is under way until it is let go. */
const gate = () => {
  const begun = Promise.withResolvers<void>()
  const gone = Promise.withResolvers<void>()
  const pass = async () => {
    begun.resolve()
    await gone.promise
  }
  return { begun, gone, pass }
}

for (const [name, store] of Object.entries(stores)) {
  describe(`a house on ${name}`, () => {
    it("closes once, however often it is asked, also at the same time (dat-node#85, camunda#465)", async () => {
      const house = await open(store())
      await Promise.all([house.close(), house.close()])
      await house.close()
      await house[Symbol.asyncDispose]()
    })

    it("rejects what is asked afterwards, and hangs in nothing (bullmq#670)", async () => {
      const house = await open(store())
      await house.close()
      const asked = [
        compose(house),
        house.desk("lin"),
        house.offers("lin"),
        house.history(PostProcess, "moon"),
        house.submit({}, "lin")
      ]
      for (const one of asked) assert.strictEqual(await one.catch((why) => why._tag), "Dualops.Closed")
      assert.throws(() => house.events(), dualops.Closed)
      assert.throws(() => house.work(), dualops.Closed)
    })

    it("lets what is in hand be done and taken in when it stops (graphile-worker#321, pg-boss#237, pg-boss#421)", async () => {
      const { begun, gone, pass } = gate()
      const given = store()
      const house = await open(given, pass)
      house.work({ poll: 20 })
      await scheduled(house)
      await begun.promise
      const state = house.history(PostProcess, "moon").then((events) => events.at(-1)?.step)
      const closed = house.close()
      gone.resolve()
      await closed
      assert.notStrictEqual(await state, "MarkPublished")
      if (given === "memory") return
      await using again = await open(given)
      assert.strictEqual((await again.find(PostProcess, "moon"))?.state._tag, "Published")
    })

    it("answers a carrier that asks it while it closes (pg-boss#576)", async () => {
      const { begun, gone, pass } = gate()
      const house: dualops.House = await open(store(), async () => {
        await pass()
        const answer = await compose(house, "sun")
        assert.isTrue(answer.ok)
        said.push("asked")
      })
      const said: Array<string> = []
      house.work({ poll: 20 })
      await scheduled(house)
      await begun.promise
      const closed = house.close()
      gone.resolve()
      await closed
      assert.deepStrictEqual(said, ["asked"])
    })

    it("stops a worker and stays open (bullmq#2437), and works again (pg-boss#268)", async () => {
      await using house = await open(store())
      const first = house.work({ poll: 20 })
      await first.stop()
      await first.ended
      await scheduled(house)
      house.work({ poll: 20 })
      assert.strictEqual((await until(house, "Published")).state, "Published")
    })

    it("takes one order once, also when it is sent three times at the same time (inngest#875)", async () => {
      await using house = await open(store())
      const order = { key: "1", case: "moon", step: "Compose", by: "lin", input: idea() } as const
      const answers = await Promise.all([1, 2, 3].map(() => house.send(PostProcess, order)))
      assert.isTrue(answers.every(({ ok }) => ok))
      assert.lengthOf(await house.history(PostProcess, "moon"), 1)
    })
  })
}

describe("a house on a file", () => {
  it("closes while its store does not answer (bullmq#4656, bullmq#2430)", async () => {
    const file = freshFile()
    const house = await open({ file })
    await compose(house)
    house.work({ poll: 20 })
    const locked = new DatabaseSync(file)
    locked.exec("BEGIN EXCLUSIVE")
    const answer = await compose(house, "sun")
    assert.strictEqual(answer.ok ? "" : answer.refusal._tag, "StoreUnavailable")
    await house.close()
    locked.exec("ROLLBACK")
    locked.close()
  })

  it("gives up what takes longer than its patience, and touches nothing afterwards (pg-boss#361)", async () => {
    const file = freshFile()
    const { begun, gone, pass } = gate()
    const lines: Array<string> = []
    const house = await dualops.open({
      handbook: { text },
      store: { file },
      carriers: carriers(pass),
      log: ({ level, message }) => level === "error" && lines.push(message)
    })
    house.work({ poll: 20, patience: 50 })
    await scheduled(house)
    await begun.promise
    await house.close()
    gone.resolve()
    await new Promise((resolve) => setTimeout(resolve, 100))
    assert.deepStrictEqual(lines, [])
    // Nobody knows what has become of it: it is not done again.
    await using again = await open({ file })
    assert.strictEqual((await again.find(PostProcess, "moon"))?.state._tag, "Publishing")
  })

  it("takes steps of two programs at once, and neither finds it locked (better-sqlite3#836, beads#4681)", async () => {
    const file = freshFile()
    await using one = await open({ file })
    await using other = await open({ file })
    const ids = Array.from({ length: 25 }, (_, index) => `post ${index}`)
    const answers = await Promise.all(ids.flatMap((id) => [compose(one, id, "1"), compose(other, id, "2")]))
    assert.lengthOf(
      answers.filter(({ ok }) => ok),
      ids.length
    )
    const why = answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal._tag as string]))
    assert.deepStrictEqual(new Set(why), new Set(["Process.OutOfOrder"]))
  })

  it("has moments, and not texts of them, when it is opened again (xstate#5077)", async () => {
    const file = freshFile()
    const input = idea()
    const before = await open({ file })
    await before.send(PostProcess, { key: "1", case: "moon", step: "Compose", by: "lin", input })
    await before.close()
    await using house = await open({ file })
    const found = await house.find(PostProcess, "moon")
    assert.strictEqual(found?.state._tag === "Draft" && found.state.slot.epochMilliseconds, input.slot.getTime())
  })
})
