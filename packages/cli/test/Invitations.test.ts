/** Members as the settings of `dualops run` name them: invited by e-mail, and opted out on the house's own page. */

import { readFileSync } from "node:fs"
import { Actor, type Carrier, Case, Operations, Worker } from "@dualops/core"
import { FanId } from "@dualops/core/account"
import { HandbookFile } from "@dualops/core/files"
import { OutreachHistory } from "@dualops/core/members"
import { InvitationCampaignProcess } from "@dualops/core/practices"
import { assert, describe, it } from "@effect/vitest"
import { DateTime, Effect, Result } from "effect"
import { make } from "../../adapter-crm/test/hubspot/FakeHubSpot.ts"
import * as Portal from "../../adapter-crm/test/hubspot/stage.ts"
import * as Mailbox from "../../adapter-notify/test/mailbox.ts"
import * as Invitations from "../src/run/Invitations.ts"
import * as MemberSettings from "../src/run/MemberSettings.ts"
import { readyOf, settingsOf, worldOf } from "./ready.ts"

const section = "\nmembers: { cap: 1, within: 30 days, segments: [gold], approvers: [he, zhou] }\n"
const written = readFileSync(new URL("../../../examples/handbooks/xinghe.yaml", import.meta.url), "utf8")
const text = written
  .replaceAll("team.takeOver,", "members.invite, members.approve, members.stop, team.takeOver,")
  .replace("\nembargo:", `${section}\nembargo:`)
const handbook = Result.getOrThrow(HandbookFile.read("handbook.yaml", text))
const account = handbook.account.id
const optOut = { secret: "OPT_OUT", at: "http://127.0.0.1/out", port: 0 }
const named = { members: { hubspot: "CRM" }, invitations: { mail: "MAIL", optOut } }

const [user, password] = ["club@brand.example", "pa55word"]
const [gold, silver, silent] = ["77001", "77002", "77003"].map((id) => FanId.make(id))

describe("Members of a house", () => {
  it.live("have a letter where the members' system has their address, and opt out of it with one request", () =>
    Effect.gen(function* () {
      const portal = make()
      const url = yield* Portal.serve(portal)
      for (const [uid, segment] of [
        [gold, "gold"],
        [silver, "silver"],
        [silent, "gold"]
      ]) {
        const properties = {
          weibo_uid: uid,
          firstname: "小林",
          weibo_segments: segment,
          email: `${uid}@members.example`
        }
        const consent = uid === silent ? {} : { weibo_consent: "given 2026-01-01T00:00:00.000Z" }
        portal.answer({
          method: "POST",
          url: new URL("http://fake/crm/v3/objects/contacts"),
          authorization: `Bearer ${portal.token}`,
          body: { properties: { ...properties, ...consent }, associations: [] }
        })
      }
      const mailbox = yield* Mailbox.open(user, password)
      const from = { name: "星河茶饮会员", address: user }
      const ready = readyOf(handbook, named, {
        CRM: { ...Portal.settings(portal.token), token: portal.token, url },
        MAIL: { host: "127.0.0.1", port: mailbox.port, user, password, from },
        OPT_OUT: "thirty-two characters, and a few more"
      })
      const told: Array<string> = []
      const carriers = yield* Invitations.carriers(ready, ({ en }) => Effect.sync(() => void told.push(en)))
      assert.deepStrictEqual(
        carriers.map(({ kind }) => kind.name),
        ["invitePage", "winBackPage", "winBackCount"]
      )
      const [page] = /http:\/\/127\.0\.0\.1:\d+/.exec(told.join()) ?? []
      assert.isDefined(page)

      const [lin, zhou] = [Actor.person("lin"), Actor.person("zhou")]
      const until = DateTime.add(yield* DateTime.now, { days: 2 })
      const input = {
        account,
        subject: "星河茶饮在微博等你",
        text: "会员日的暗号只在微博。",
        segments: ["gold"] as const,
        until
      }
      const order = { case: Case.CaseId.make("spring"), by: lin }
      yield* Operations.send(InvitationCampaignProcess, { ...order, key: "1", step: "Draft", input })
      yield* Operations.send(InvitationCampaignProcess, { ...order, key: "2", step: "Approve", by: zhou, input: {} })
      yield* Operations.send(InvitationCampaignProcess, { ...order, key: "3", step: "Begin", input: {} })
      for (let round = 0; round < 4; round++) yield* Worker.round({ processes: [InvitationCampaignProcess], carriers })
      assert.deepStrictEqual(
        mailbox.taken.map(({ to }) => to),
        [[`${gold}@members.example`]]
      )
      const [letter] = mailbox.taken
      const [link = ""] = /http:\/\/127\.0\.0\.1\/out\S+/.exec(letter?.mail.text ?? "") ?? []
      // What a proxy in front of the house does.
      const response = yield* Effect.promise(() =>
        fetch(link.replace("http://127.0.0.1", String(page)), {
          method: "POST",
          body: new URLSearchParams({ "List-Unsubscribe": "One-Click" })
        })
      )
      assert.strictEqual(response.status, 200)
      const history = yield* OutreachHistory.read({ account, fan: FanId.make(String(gold)) })
      assert.deepStrictEqual(
        history.map(({ what }) => what),
        ["invited", "optedOut"]
      )
      const [contact] = [...(portal.kinds.get("contacts")?.values() ?? [])]
      assert.match(String(contact?.properties.weibo_consent), /^withdrawn /)
    }).pipe(Effect.scoped, Effect.provide(worldOf(handbook)))
  )

  it("are asked for where the handbook writes to them, unless carriers of one's own do it", () => {
    const lacking = (more: object, own: ReadonlyArray<string> = []) =>
      MemberSettings.lacking(
        handbook,
        settingsOf(more),
        own.map((name) => ({ kind: { name } }) as Carrier.AnyCarrier<never>)
      ).map(({ path }) => path)
    assert.deepStrictEqual(lacking({}), ["members", "invitations"])
    assert.deepStrictEqual(lacking({ members: { requestTracker: "RT" } }), ["invitations"])
    assert.deepStrictEqual(lacking(named), [])
    assert.deepStrictEqual(lacking({}, ["invitePage", "winBackPage"]), [])
    assert.deepStrictEqual(lacking({}, ["invitePage"]), ["members", "invitations"])
  })

  it("are nobody's where a variable has no settings, or where they would opt out in the open", () => {
    const wrong = MemberSettings.wrong(
      settingsOf({ ...named, invitations: { mail: "MAIL", optOut: { ...optOut, at: "http://brand.example/out" } } }),
      { CRM: '{"token":"pat-secret"}', MAIL: "not json" }
    )
    assert.deepStrictEqual(
      wrong.map(({ path }) => path),
      ["members", "invitations.mail", "invitations.optOut.at"]
    )
    assert.notInclude(JSON.stringify(wrong), "pat-secret")
  })
})
