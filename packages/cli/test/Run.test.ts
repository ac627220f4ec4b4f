/** `dualops run`: what it refuses to start with, and a house on the emulator, stopped and started again. */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { createServer } from "node:net"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { assert, describe, it } from "@effect/vitest"
import * as Clicking from "./clicking.ts"
import { filesOf, folderOf, start } from "./run.ts"

const minimal = readFileSync(new URL("../../../examples/handbooks/minimal.yaml", import.meta.url), "utf8")
const settings = {
  handbook: "handbook.yaml",
  store: "store.sqlite",
  weibo: { token: "T_WEIBO", rip: "127.0.0.1" },
  desk: { port: 0, door: "local" }
}
const folder = (config: unknown, more: Readonly<Record<string, string>> = {}) =>
  folderOf({ "handbook.yaml": minimal, "dualops.config.json": JSON.stringify(config), ...more })

describe("dualops run refuses to start", () => {
  it("where there are no settings, and says how to begin", async () => {
    const { error, exit } = await start(folderOf({}), ["run"]).ended
    assert.deepStrictEqual([exit, error], [1, "There is no dualops.config.ts. Begin with: npx dualops init\n"])
    const chinese = await start(folderOf({}), ["run", "--lang", "zh"]).ended
    assert.include(chinese.error, "npx dualops init")
  })

  it("and says everything that is missing at once: in the settings, the environment, the handbook and on this machine", async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const { port } = server.address() as AddressInfo
    const door = { header: "X-Person", secretHeader: "X-Proof", secret: "T_PROXY" }
    const config = { ...settings, desk: { port, door, secret: "T_FORMS" }, tell: { wecom: "T_WECOM" } }
    const { error, exit, out } = await start(
      folder(config, { "handbook.yaml": minimal.replace("owner: lin", "owner: nobody") }),
      ["run"],
      { T_PROXY: "shibboleth", T_WECOM: "not json" }
    ).ended
    server.close()
    assert.deepStrictEqual([exit, out], [1, ""])
    for (const place of ["weibo.token", "desk.door.secret", "desk.secret", "tell.wecom", "desk.port", "handbook.yaml:"])
      assert.include(error, place)
    assert.notInclude(error, "shibboleth")
    assert.notInclude(error, "not json")
  })

  it("for people who sign in at a provider, until it knows the secrets and where they are led back to", async () => {
    const door = { issuer: "https://login.example", clientId: "desk", clientSecret: "T_CLIENT", cookies: "T_COOKIES" }
    const config = { ...settings, desk: { port: 0, door: { ...door, accounts: { "00u1": "lin" } } } }
    const { error, exit } = await start(folder(config), ["run"], { T_WEIBO: "2.00x", T_COOKIES: "short" }).ended
    assert.strictEqual(exit, 1)
    for (const place of ["desk.door.clientSecret", "desk.door.cookies", "desk.origin"]) assert.include(error, place)
  })

  it("and shows no secret that somebody has put where the name of its variable belongs", async () => {
    const { error, exit } = await start(
      folder({ ...settings, weibo: { token: "2.00secretOfTheBrand", rip: 1 }, store: "" }),
      ["run"]
    ).ended
    assert.strictEqual(exit, 1)
    assert.include(error, "weibo")
    assert.include(error, "store")
    assert.notInclude(error, "2.00secretOfTheBrand")
  })

  it("with a webhook that others could read, whose secret can be guessed, or whose name another one has", async () => {
    const hook = { name: "crm", url: "https://crm.example/hooks", secret: "T_HOOK", person: "lin" }
    const wrong = [hook, { ...hook, url: "http://crm.example/" }, { ...hook, name: "b", secret: "T_SHORT" }]
    const { error, exit } = await start(folder({ ...settings, webhooks: wrong }), ["run"], {
      T_WEIBO: "token",
      T_HOOK: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
      T_SHORT: "whsec_c2hvcnQ="
    }).ended
    assert.strictEqual(exit, 1)
    assert.notInclude(error, "webhooks[0]")
    assert.include(error, "two webhooks are called crm")
    assert.include(error, "the secret of a webhook is whsec_")
    assert.notInclude(error, "c2hvcnQ")
  })

  it("with settings that cannot be read, or have a word that nobody knows", async () => {
    const broken = await start(folderOf({ "dualops.config.json": "{" }), ["run"]).ended
    assert.match(broken.error, /^dualops\.config\.json cannot be read: /)
    const slip = await start(folder({ ...settings, dsek: {} }), ["run"]).ended
    assert.include(slip.error, "dsek")
    const vague = await start(folder({ ...settings, weibo: { ...settings.weibo, expires: "soon" } }), ["run"]).ended
    assert.include(vague.error, "weibo.expires")
  })
})

describe("a house on the emulator", () => {
  it("is begun by init and check as they are printed, publishes what was approved by click, and goes on after Ctrl-C", async () => {
    const folder = folderOf({ ".gitignore": "mine\n" })
    const begun = await start(folder, ["init"]).ended
    assert.strictEqual(begun.exit, 0, begun.error)
    assert.include(begun.out, "Next: npx dualops check handbook.yaml")
    assert.include(begun.out, "Then: npx dualops run --emulator")
    assert.strictEqual(filesOf(folder)[".gitignore"], "mine\nnode_modules\n.env\n*.sqlite*\nemulator\n")
    assert.strictEqual((await start(folder, ["check", "handbook.yaml"]).ended).out, "No findings.\n")

    const first = start(folder, ["run", "--emulator", "--port", "0"])
    const desk = await Clicking.printed(first.said, /^desk +(\S+)$/m, first.ended)
    const weibo = await Clicking.printed(first.said, /^weibo .*(http\S+)$/m, first.ended)
    const text = await Clicking.publish(desk, "1000000001", "xinghe.example")
    assert.deepStrictEqual(
      (await Clicking.out(weibo, 1)).map(({ sent }) => sent),
      [text]
    )
    assert.include(await (await fetch(`${desk}weibo`)).text(), "中秋礼盒来了 first")
    // A report is made beside the house that runs, also by settings that name its port.
    const port = new URL(desk).port
    const file = join(folder, "dualops.config.ts")
    writeFileSync(file, readFileSync(file, "utf8").replace("port: 8400", `port: ${port}`))
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    const asked = ["report", "--emulator", "--kind", "weekly", "--on", today, "--out", "week.md"]
    const reported = await start(folder, asked).ended
    assert.strictEqual(reported.exit, 0, reported.error)
    // The house has read the account by itself.
    assert.include(readFileSync(join(folder, "week.md"), "utf8"), "| **followers** | 0 people |")
    // A post that is approved, and not out when the house is stopped.
    const slot = new Date(Date.now() + 2_000).toISOString()
    const content = { text: "第二条 https://xinghe.example/second ", pictures: [] }
    await Clicking.step(desk, "lin", "second/Compose", { account: "1000000001", content, slot })
    await Clicking.step(desk, "lin", "second/Submit", {})
    await Clicking.step(desk, "zhou", "second/Approve", {})
    await Clicking.step(desk, "lin", "second/Schedule", { slot })
    first.child.kill("SIGINT")
    const ended = await first.ended
    assert.include(ended.out, "Stopped; the next start goes on from here.")
    assert.isFalse(existsSync(join(folder, "store.sqlite")))

    const second = start(folder, ["run", "--emulator", "--port", "0"])
    const again = await Clicking.printed(second.said, /^weibo .*(http\S+)$/m, second.ended)
    const posts = await Clicking.out(again, 2)
    assert.deepStrictEqual(
      posts.map(({ sent }) => sent),
      [text, content.text]
    )
    second.child.kill("SIGTERM")
    await second.ended
  })

  it("hears a fan, whose comment is on the desk, and is kept under a key where the handbook speaks of personal data", async () => {
    const always = "{ time: 15 days, calendar: always }"
    const section = `personalData: { answerWithin: ${always}, reminds: ${always} }`
    const may = minimal.replaceAll("interaction.answer,", "interaction.answer, interaction.erase,")
    const place = folder({ ...settings, weibo: "emulator" }, { "handbook.yaml": `${may}\n${section}\n` })
    const running = start(place, ["run"])
    const desk = await Clicking.printed(running.said, /^desk +(\S+)$/m, running.ended)
    const weibo = await Clicking.printed(running.said, /^weibo .*(http\S+)$/m, running.ended)
    await Clicking.publish(desk, "1000000001", "xinghe.example")
    const [post] = (await Clicking.out(weibo, 1)) as ReadonlyArray<{ readonly sent: string; readonly post?: string }>
    const deed = { does: "comment", fan: "2489518277", post: post?.post, text: "请问门店有吗？" }
    const told = await fetch(`${weibo}/emulator/fans`, { method: "POST", body: JSON.stringify(deed) })
    assert.isTrue(told.ok)
    while (!(await (await fetch(`${desk}as/lin/zh`)).text()).includes("/Say"))
      await new Promise((resolve) => setTimeout(resolve, 200))
    running.child.kill("SIGINT")
    const { error } = await running.ended
    assert.notInclude(error, "carrier")
    const database = new DatabaseSync(join(place, "emulator/store.sqlite"))
    const [event] = database.prepare("SELECT event FROM dualops_events WHERE process = 'Answer'").all()
    database.close()
    assert.match(String(event?.["event"]), /"text":"~sealed:[0-9a-f]{32}:/)
    assert.isTrue(existsSync(join(place, "emulator/keys.sqlite")))
  })

  it("watches what its handbook is watched for, and goes on after a stop where it was", async () => {
    const section = [
      "monitoring:",
      "  terms: [{ name: leaks, any: [漏水] }]",
      "  bucket: 10 minutes",
      "  limit: 2",
      "  coolDown: 6 hours",
      "  mostADay: 8",
      "  levels: [{ name: look, title: { zh: 一般, en: look }, when: {}, team: [lin, zhou], within: { time: 2 hours, calendar: always }, steps: [] }]"
    ].join("\n")
    const may = minimal.replaceAll("interaction.answer,", "interaction.answer, monitoring.judge, crisis.declare,")
    const place = folder({ ...settings, weibo: "emulator" }, { "handbook.yaml": `${may}\n${section}\n` })
    const kept = () => {
      const database = new DatabaseSync(join(place, "emulator/store.sqlite"))
      const [row] = database
        .prepare("SELECT position FROM dualops_snapshots WHERE projection LIKE 'monitor of %'")
        .all()
      database.close()
      return row?.["position"]
    }
    const reached: Array<unknown> = []
    for (const _ of ["first", "second"]) {
      const running = start(place, ["run"])
      assert.strictEqual(await Clicking.printed(running.said, /^watched +(\S+)$/m, running.ended), "leaks")
      while (kept() === undefined) await new Promise((resolve) => setTimeout(resolve, 200))
      running.child.kill("SIGINT")
      const { error } = await running.ended
      assert.notInclude(error, "onitor")
      reached.push(kept())
    }
    // What the account has told of itself is passed over, and stands in the same series of positions.
    assert.isAtLeast(Number(reached[1]), Number(reached[0]))
  })

  it("is no other machine's: a name of somebody else's leads nowhere", async () => {
    const running = start(folder({ ...settings, weibo: "emulator" }), ["run"])
    const desk = await Clicking.printed(running.said, /^desk +(\S+)$/m, running.ended)
    const { request } = await import("node:http")
    const status = await new Promise((resolve) =>
      request(`${desk}as/lin/zh`, { headers: { host: "evil.example" } }, ({ statusCode }) => resolve(statusCode)).end()
    )
    assert.strictEqual(status, 403)
    running.child.kill("SIGINT")
    await running.ended
  })
})
