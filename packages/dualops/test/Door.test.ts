import { assert, describe, it } from "@effect/vitest"
import { assertEquals } from "@effect/vitest/utils"
import * as dualops from "dualops"
import { PostProcess } from "dualops/processes"
import { carriers, compose, freshFile, idea, open, scheduled, stores, text, until } from "./house.ts"

for (const [name, store] of Object.entries(stores)) {
  describe(`a house on ${name}`, () => {
    it("takes steps, and has what happened and whose turn it is", async () => {
      await using house = await open(store())
      const answer = await compose(house)
      assert.isTrue(answer.ok && answer.case.state._tag === "Draft")
      const history = await house.history(PostProcess, "moon")
      assert.deepStrictEqual(
        history.map(({ step, version }) => [step, version]),
        [["Compose", 1]]
      )
      assert.include(
        (await house.desk("lin")).map(({ step }) => step),
        "Submit"
      )
      assert.isEmpty(await house.desk("nobody"))
      const offer = (await house.offers("zhou")).find(({ step }) => step.name === "Compose")
      assert.strictEqual(offer?.process.name, "Post")
      assert.strictEqual((await house.find(PostProcess, "moon"))?.version, 1)
      assert.isUndefined(await house.find(PostProcess, "sun"))
    })

    it("answers the same order alike, and takes it once", async () => {
      await using house = await open(store())
      const order = { key: "1", case: "moon", step: "Compose", by: "lin", input: idea() } as const
      const first = await house.send(PostProcess, order)
      assertEquals(await house.send(PostProcess, order), first)
      assert.lengthOf(await house.history(PostProcess, "moon"), 1)
    })

    it("gives a refusal as a value, with the tag and the facts that the kernel has for it", async () => {
      await using house = await open(store())
      await compose(house)
      const submit = { key: "2", case: "moon", step: "Submit", by: "lin", input: {} } as const
      await house.send(PostProcess, submit)
      const own = await house.send(PostProcess, { ...submit, key: "3", step: "Approve" })
      assert.isFalse(own.ok)
      if (own.ok) return
      assert.strictEqual(own.refusal._tag, "Process.NotSeparate")
      assert.include(own.refusal.message, "somebody else")
      const late = await house.send(PostProcess, {
        ...submit,
        key: "4",
        step: "Withdraw",
        input: { reason: "x" },
        expected: 1
      })
      assert.strictEqual(late.ok ? "" : late.refusal._tag, "EventLog.VersionConflict")
    })

    it("tells every mistake in an input at once, with its place, also those that a compiler would have found", async () => {
      await using house = await open(store())
      const input = { ...idea(new Date(Number.NaN)), account: "", colour: "red" }
      const answer = await house.send(PostProcess, { key: "1", case: "moon", step: "Compose", by: "lin", input })
      assert.strictEqual(answer.ok ? "" : answer.refusal._tag, "Operations.BadInput")
      const places =
        answer.ok || !("findings" in answer.refusal) ? [] : answer.refusal.findings.map(({ where }) => where.path)
      assert.sameMembers(
        [...places],
        ["Post.Compose.input.account", "Post.Compose.input.colour", "Post.Compose.input.slot"]
      )
    })

    it("takes JSON from outside, and answers whatever comes", async () => {
      await using house = await open(store())
      const json = {
        process: "Post",
        step: "Compose",
        case: "moon",
        key: "1",
        input: JSON.parse(JSON.stringify(idea()))
      }
      const taken = await house.submit(json, "lin")
      assert.isTrue(taken.ok)
      const tags = []
      for (const one of [undefined, 1, { process: "Pots" }, { ...json, step: "Compsoe" }, { ...json, key: 1 }]) {
        const answer = await house.submit(one, "lin")
        tags.push(answer.ok ? "taken" : answer.refusal._tag)
      }
      assert.deepStrictEqual(tags, [
        "Operations.BadInput",
        "Operations.BadInput",
        "Operations.UnknownProcess",
        "Operations.UnknownStep",
        "Operations.BadInput"
      ])
    })

    it("works: what is approved goes out by an async function, once", async () => {
      const out: Array<string> = []
      await using house = await open(store(), async (key) => void out.push(key))
      house.work({ poll: 50 })
      await scheduled(house)
      await until(house, "Published")
      assert.lengthOf(out, 1)
    })

    it("knows a plain error of a carrier from one that says what happened", async () => {
      const { Refused, TryLater } = dualops.Writing
      const failing: ReadonlyArray<readonly [Error, string]> = [
        [new Error("the connection broke"), "Unconfirmed"],
        [new Refused({ code: "20012", detail: "too long" }), "Failed"]
      ]
      for (const [why, state] of failing) {
        await using house = await open(store(), async () => {
          throw why
        })
        house.work({ poll: 50 })
        await scheduled(house)
        assert.strictEqual((await until(house, state)).state, state)
      }
      assert.isTrue(TryLater.name.length > 0)
    })
  })
}

describe("opening a house", () => {
  it("takes a handbook as a file, as text, and as a value", async () => {
    const file = new URL("../../../examples/handbooks/minimal.yaml", import.meta.url)
    for (const handbook of [{ file }, { text }]) await (await dualops.open({ handbook, store: "memory" })).close()
    const { HandbookFile } = await import("@dualops/core/files")
    const { Result } = await import("effect")
    const value = Result.getOrThrow(HandbookFile.read("handbook.yaml", text))
    await using house = await dualops.open({ handbook: value, store: "memory" })
    assert.isTrue((await compose(house)).ok)
  })

  it("takes a handbook for each account", async () => {
    const other = text.replace('"1000000001"', '"1000000002"').replace('version: "1"', 'version: "other 1"')
    await using house = await dualops.open({ handbook: [{ text }, { text: other }], store: "memory" })
    const input = { ...idea(), account: "1000000002" }
    const answer = await house.send(PostProcess, { key: "1", case: "moon", step: "Compose", by: "lin", input })
    assert.isTrue(answer.ok)
    assert.strictEqual((await house.find(PostProcess, "moon"))?.handbook, "other 1")
  })

  it("rejects with every finding of a handbook, with places, and leaves no store behind", async () => {
    const broken = text.replace("owner: lin", "owner: nobody").replace("needs: any", "needs: none")
    const file = freshFile()
    const why = await dualops.open({ handbook: { text: broken, name: "h.yaml" }, store: { file } }).then(
      () => undefined,
      (error) => error
    )
    assert.instanceOf(why, dualops.HandbookFaulty)
    assert.sameMembers(
      why.findings.map(({ where }: { where: { path: string } }) => where.path),
      ["content.review.needs", "duties.posting.owner"]
    )
    assert.match(why.message, /h\.yaml:\d+/)
    assert.isFalse((await import("node:fs")).existsSync(file))
  })

  it("rejects where the store cannot be opened, or has the same edition with other words", async () => {
    const nowhere = await dualops
      .open({ handbook: { text }, store: { file: "/nowhere/at/all" } })
      .catch((error) => error)
    assert.include(String(nowhere.message), "/nowhere/at/all")
    const file = freshFile()
    await (await open({ file })).close()
    const changed = text.replace("tolerance: 30 minutes", "tolerance: 31 minutes")
    const refused = await dualops.open({ handbook: { text: changed }, store: { file } }).catch((error) => error)
    assert.strictEqual(refused._tag, "KeptEdition.ChangedWithoutVersion")
  })

  it("runs a capability of one's own beside those of the house", async () => {
    const { Bilingual, Process } = await import("@dualops/core")
    const words = Process.define("Key", {
      title: Bilingual.same("key"),
      states: { Lent: { title: Bilingual.same("lent") }, Back: { title: Bilingual.same("back") } }
    })
    const by = "planning.ask"
    const Key = words.process({
      about: () => Bilingual.same("the key"),
      steps: {
        Lend: words.start({
          title: Bilingual.same("lend"),
          to: ["Lent"],
          by,
          input: {},
          evolve: () => ({ _tag: "Lent" })
        }),
        Return: words.step({ title: Bilingual.same("return"), from: ["Lent"], to: ["Back"], by })
      },
      final: ["Back"]
    })
    const practices = [...dualops.Practices.house, dualops.Practice.own(Key, {})]
    await using house = await dualops.open({ handbook: { text }, store: "memory", practices, carriers: carriers() })
    const answer = await house.send(Key, { key: "1", case: "shop", step: "Lend", by: "lin", input: {} })
    assert.isTrue(answer.ok && answer.case.state._tag === "Lent")
    assert.include(
      (await house.desk("zhou")).map(({ step }) => step),
      "Return"
    )
  })

  it("takes the carriers of the house with the layers that they need", async () => {
    const { MemoryPublisher } = await import("@dualops/adapter-memory")
    const { PostCarriers } = await import("@dualops/core/content")
    await using house = await dualops.open({
      handbook: { text },
      store: "memory",
      carriers: PostCarriers.carriers,
      services: MemoryPublisher.layer,
      log: () => {}
    })
    house.work({ poll: 50 })
    await scheduled(house)
    assert.strictEqual((await until(house, "Published")).state, "Published")
  })
})
