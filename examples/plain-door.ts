/**
 * The plain door: a house opened by one call, without a word of Effect. A post is written, refused to its own author, approved by somebody else, and goes out.
 *
 * @module
 */
// #region plain-door
import * as dualops from "dualops"
import { actions, PostProcess } from "dualops/processes"

const published: Array<string> = []
const publish = dualops.carrier(actions.publish, async ({ content }) => {
  published.push(content.text)
  return { post: "5012000000000001", publishedAt: new Date() }
})
const tell = dualops.carrier(actions.notify, async ({ message, to }) => {
  console.log(`${to}: ${message.en}`)
  return {}
})

await using house = await dualops.open({
  handbook: { file: new URL("handbooks/minimal.yaml", import.meta.url) },
  store: "memory", // or { file: "store.sqlite" }, or { postgres: "postgres://…" }
  carriers: [publish, tell]
})
house.work({ poll: 100 })

const [slot, post] = [new Date(Date.now() + 2_000), { key: "moon/1", case: "moon", by: "lin" }]
const content = { text: "中秋礼盒来了 https://xinghe.example/moon ", pictures: [] }
await house.send(PostProcess, { ...post, step: "Compose", input: { account: "1000000001", content, slot } })
await house.send(PostProcess, { ...post, key: "moon/2", step: "Submit", input: {} })
const own = await house.send(PostProcess, { ...post, key: "moon/3", step: "Approve", input: {} })
const why = own.ok ? "" : own.refusal.message
await house.send(PostProcess, { ...post, key: "moon/4", step: "Approve", input: {}, by: "zhou" })
await house.send(PostProcess, { ...post, key: "moon/5", step: "Schedule", input: { slot } })
for await (const { state } of house.events()) if (state === "Published") break

export const answer = { why, published, desk: (await house.desk("lin")).map(({ step }) => step) }
console.log(answer) // => { why: 'Approve has to be …', published: [ '中秋礼盒来了 …' ], desk: [ 'TakeDown', … ] }
// #endregion
