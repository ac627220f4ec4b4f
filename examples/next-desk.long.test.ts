import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { assert, describe, it } from "@effect/vitest"
import { elements, formOf } from "../packages/desk/test/house.ts"

const folder = join(import.meta.dirname, "next-desk")
const next = join(import.meta.dirname, "../node_modules/next/dist/bin/next")
const secrets = { PROXY: "only the proxy knows it", FORMS: "the secret of the forms", ORIGIN: "https://brand.example" }
const options = {
  cwd: folder,
  env: {
    ...process.env,
    ...secrets,
    NODE_OPTIONS: "--conditions=dualops:source",
    NEXT_TELEMETRY_DISABLED: "1",
    HANDBOOK: "../handbooks/minimal.yaml"
  }
}

/** Next as it is run in production, on a port that is free. */
const started = async () => {
  const built = spawnSync(process.execPath, [next, "build", "--webpack"], { ...options, encoding: "utf8" })
  assert.strictEqual(built.status, 0, built.stdout + built.stderr)
  const server = spawn(process.execPath, [next, "start", "--hostname", "127.0.0.1", "--port", "0"], options)
  const said: Array<string> = []
  for await (const line of createInterface(server.stdout)) {
    said.push(line)
    const [at] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? []
    if (at !== undefined) return { at, server }
  }
  throw new Error(said.join("\n"))
}

describe("The desk in a Next.js application", () => {
  it("lets people in, begins a case by a form, tells programs of it, and follows the log", async () => {
    const { at, server } = await started()
    try {
      const people = { "x-person": "lin", "x-proof": secrets.PROXY }
      const browser = { ...people, origin: secrets.ORIGIN, "sec-fetch-site": "same-origin" }
      const ask = (path: string, more: RequestInit = {}) =>
        fetch(at + path, { headers: people, redirect: "manual", ...more })

      assert.strictEqual((await ask("/desk/zh", { headers: { "x-person": "lin" } })).status, 401)
      assert.strictEqual((await ask("/desk")).headers.get("location"), "/desk/zh")
      const events = await ask("/desk/events")
      assert.include(events.headers.get("content-type"), "text/event-stream")

      const form = formOf(await (await ask("/desk/zh/begin/Post/Compose")).text())
      const filled = {
        ...form,
        "input.account": "1000000001",
        "input.content.text": "中秋礼盒来了 https://xinghe.example/moon ",
        "input.slot": "2030-09-10T10:00"
      }
      const send = (headers: Record<string, string>) =>
        ask("/desk/zh/begin/Post/Compose", { method: "POST", headers, body: new URLSearchParams(filled) })
      assert.strictEqual((await send({ ...browser, "sec-fetch-site": "cross-site" })).status, 403)
      const sent = await send(browser)
      assert.strictEqual(sent.status, 303)
      const written = await (await ask(sent.headers.get("location") ?? "")).text()
      assert.include(elements(written).find(({ tag }) => tag === "main")?.text, "中秋礼盒来了")

      const { items } = await (await ask("/desk/api/desk")).json()
      assert.strictEqual(items[0].case.state.name, "Draft")
      const news = await events.body?.pipeThrough(new TextDecoderStream()).getReader().read()
      assert.include(news?.value, "here")
    } finally {
      // Asked to stop, Next would wait for whoever follows the log.
      server.kill("SIGKILL")
      await once(server, "exit")
    }
  })
})
