import { spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { fromSources } from "../fromSources.ts"
import { freshFolder, happenings } from "./running.ts"

/** Starts the day with its desks, and gives their address once they are open. */
const opened = async (out: string, ...watching: ReadonlyArray<string>) => {
  const main = join(import.meta.dirname, "main.ts")
  const child = spawn(process.execPath, [...fromSources, main, "--out", out, ...watching])
  let printed = ""
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      printed += chunk.toString()
      const [, found] = /^Everybody's desk: (\S+)/m.exec(printed) ?? []
      if (found !== undefined) resolve(found)
    }
    child.stdout.on("data", hear)
    child.stderr.on("data", hear)
    child.on("close", () => reject(new Error(printed)))
  })
  return { url, child }
}

/** The fields of the form of a page that are there already, such as the key of the order. */
const given = (page: string) => {
  const form = /<form class="step"[\s\S]*?<\/form>/.exec(page)?.[0] ?? page
  const found = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)]
  return new URLSearchParams(found.map(([, name = "", value = ""]) => [name, value]))
}

describe("The desks of the day", () => {
  it("open when the day is over; what is answered there goes out", async () => {
    const out = freshFolder()
    const { child, url } = await opened(out, "--desk")
    const all = await (await fetch(url)).text()
    assert.include(all, 'href="/as/chen/zh"')
    const desk = await (await fetch(`${url}as/chen/zh`)).text()
    const [, step = ""] = /href="\/([^"]*\/Say)"/.exec(desk) ?? []
    const form = given(await (await fetch(url + step)).text())
    const text = "检测报告在官网可查，有具体情况请私信告诉小河。"
    form.set("input.text", text)
    const headers = { "content-type": "application/x-www-form-urlencoded", origin: new URL(url).origin }
    const answer = await fetch(url + step, { method: "POST", headers, body: form, redirect: "manual" })
    assert.strictEqual(answer.status, 303, await answer.text())
    const said = () => happenings(out).some((one) => one._tag === "Commented" && one.sent === text)
    while (!said()) await new Promise((resolve) => setTimeout(resolve, 50))
    const closed = once(child, "close")
    child.kill("SIGINT")
    assert.deepEqual(await closed, [130, null])
  })
  it("are open while the day goes by, and a fan on Weibo's page is heard", async () => {
    const out = freshFolder()
    const { child, url } = await opened(out, "--live", "300", "--as", "chen")
    const page = async () => {
      const answer = await fetch(`${url}weibo`)
      return { url: answer.url, html: await answer.text() }
    }
    const until = async <A>(look: () => Promise<A | undefined>): Promise<A> =>
      (await look()) ?? (await new Promise((resolve) => setTimeout(resolve, 100)).then(() => until(look)))
    const post = await until(async () => /name="post" value="(\d+)"/.exec((await page()).html)?.[1])
    const text = "<b>桂花乌龙</b>还有吗？"
    const said = await fetch((await page()).url, {
      method: "POST",
      body: new URLSearchParams({ fan: "2489518277", post, text })
    })
    assert.include(await said.text(), "&#60;b&#62;桂花乌龙")
    const step = await until(async () => {
      const desk = await (await fetch(`${url}as/chen/zh`)).text()
      return desk.includes("还有吗") ? /href="\/([^"]*\/Say)"/.exec(desk)?.[1] : undefined
    })
    assert.match(step, /^as\/chen\/zh\/cases\/Answer\//)
    const closed = once(child, "close")
    child.kill("SIGINT")
    assert.deepEqual(await closed, [130, null])
  })
})
