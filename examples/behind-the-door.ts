/**
 * What the guide of the plain door shows: a handbook with a mistake, JSON from outside, the log followed, a worker stopped, a program of Effect on the same store.
 *
 * @module
 */
import { mkdtempSync, readFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as dualops from "dualops"
import { actions, PostProcess } from "dualops/processes"

const text = readFileSync(new URL("handbooks/minimal.yaml", import.meta.url), "utf8")
const file = join(mkdtempSync(join(tmpdir(), "dualops-")), "store.sqlite")

// #region findings
const wrong = text.replace("owner: lin", "owner: nobody")
const faulty = await dualops.open({ handbook: { text: wrong }, store: "memory" }).catch((why: unknown) => why)
if (!(faulty instanceof dualops.HandbookFaulty)) throw faulty
const findings = faulty.findings.map(({ where }) => where.path)
// #endregion

// #region carriers
const publish = dualops.carrier(actions.publish, async ({ content }, { key, signal }) => {
  const answer = await fetch("https://gateway.brand.example/posts", {
    method: "POST",
    // The same key at every try: so the gateway can tell a second try from a second post.
    headers: { "idempotency-key": key },
    body: content.text,
    signal
  })
  if (answer.status === 422) throw new dualops.Writing.Refused({ code: "422", detail: await answer.text() })
  const { id } = await answer.json()
  return { post: id, publishedAt: new Date() }
})
// #endregion

const house = await dualops.open({ handbook: { text }, store: { file }, carriers: [publish], log: () => {} })

// #region send
const input = {
  account: "1000000001",
  content: { text: "中秋礼盒来了 https://xinghe.example/moon ", pictures: [] },
  slot: new Date(Date.now() + 3_600_000)
}
const sent = await house.send(PostProcess, { key: "click 1", case: "moon", step: "Compose", by: "lin", input })
if (sent.ok)
  console.log(sent.case.state._tag) // => Draft
else if (sent.refusal._tag === "StoreUnavailable") console.log("send it again, with the same key")
else console.log(sent.refusal.message)
// #endregion

// #region submit
const [offer] = (await house.offers("lin")).filter(({ step }) => step.name === "Edit")
const form = JSON.stringify(offer?.input) // JSON Schema: what a form, or an assistant, asks for
const json = { process: "Post", step: "Aprove", case: "moon", key: "click 2", input: {} }
const submitted = await house.submit(json, dualops.Actor.inPlaceOf("zhou", "lin"))
const refusal = submitted.ok ? "" : submitted.refusal._tag
// #endregion

// #region events
const seen: Array<string> = []
let position = 0 // kept by you, wherever you keep it
for await (const { event, position: at } of house.events({ after: position, live: false })) {
  seen.push(String(Reflect.get(Object(event), "step")))
  position = at
}
// #endregion

// #region stop
const worker = house.work()
worker.ended.catch((why: unknown) => console.error("the worker broke", why))
process.once("SIGTERM", () => void house.close())
await worker.stop() // takes nothing up any more, and finishes what is in hand
await house.close()
// #endregion

export const answer = { findings, refusal, seen, form }
