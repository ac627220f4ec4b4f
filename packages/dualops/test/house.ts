/**
 * Houses for the tests: the smallest handbook, a post of lin's that zhou approves, and carriers that write down what they were asked.
 *
 * @module
 */
import { mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as dualops from "dualops"
import { actions, PostProcess } from "dualops/processes"

export const text = readFileSync(new URL("../../../examples/handbooks/minimal.yaml", import.meta.url), "utf8")

/** A file of SQLite that nobody has used. */
export const freshFile = (): string => join(mkdtempSync(join(tmpdir(), "dualops-door-")), "store.sqlite")

/** Every kind of store that needs no server; a file is a new one each time. */
export const stores: Readonly<Record<string, () => dualops.StoreGiven>> = {
  memory: () => "memory",
  "a file": () => ({ file: freshFile() })
}

/** Nobody is told anything, and posts go out when this says so. */
export const carriers = (publish: (key: string) => Promise<void> = async () => {}) => [
  dualops.carrier(actions.publish, async (_, { key }) => {
    await publish(key)
    return { post: "5012000000000001", publishedAt: new Date() }
  }),
  dualops.carrier(actions.notify, async () => ({}))
]

/** A house that says nothing. */
export const open = (store: dualops.StoreGiven, publish?: (key: string) => Promise<void>) =>
  dualops.open({ handbook: { text }, store, carriers: carriers(publish), log: () => {} })

/** What lin has in mind, and when it is to go out: soon, unless told. */
export const idea = (slot = new Date(Date.now() + 60_000)) => ({
  account: "1000000001",
  content: { text: "中秋礼盒来了 https://xinghe.example/moon ", pictures: [] },
  slot
})

/** Lin begins a post. */
export const compose = (house: dualops.House, id = "moon", key = `${id}/1`) =>
  house.send(PostProcess, { key, case: id, step: "Compose", by: "lin", input: idea() })

/** A post that goes out as soon as a worker is there. */
export const scheduled = async (house: dualops.House, id = "moon") => {
  const slot = new Date(Date.now() + 400)
  const steps = [
    { step: "Compose", by: "lin", input: idea(slot) },
    { step: "Submit", by: "lin", input: {} },
    { step: "Approve", by: "zhou", input: {} },
    { step: "Schedule", by: "lin", input: { slot } }
  ] as const
  for (const order of steps) {
    const answer = await house.send(PostProcess, { ...order, key: `${id}/${order.step}`, case: id })
    if (!answer.ok) throw answer.refusal
  }
}

/** The first event of the case in that state, whenever it comes. */
export const until = async (house: dualops.House, state: string) => {
  for await (const one of house.events({ every: 20 })) if (one.state === state) return one
  throw new Error(`the house closed before ${state}`)
}
