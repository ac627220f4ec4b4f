import { MailInvitations } from "@dualops/adapter-notify/mail"
import { AccountId, FanId } from "@dualops/core/account"
import type { Invitations } from "@dualops/core/members"
import { InvitationsSuite } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import { simpleParser } from "mailparser"
import * as Mailbox from "./mailbox.ts"

const [user, password] = ["club@brand.example", "pa55word+of/the=club"]
const [reached, unreached] = [FanId.make("77001"), FanId.make("77002")]
const email = "xiaolin@member.example"

const options = (port: number): MailInvitations.Options => ({
  settings: {
    host: "127.0.0.1",
    port,
    user,
    password: Redacted.make(password),
    from: { name: "星河茶饮会员", address: user }
  },
  addressOf: (fan) => Effect.succeed(fan === reached ? Redacted.make(email) : undefined)
})

const stage = Effect.map(Mailbox.open(user, password), ({ next, port, taken }) =>
  Layer.merge(
    Layer.succeed(InvitationsSuite.Stage, {
      reached,
      unreached,
      next,
      record: Effect.sync(() => taken.map(({ mail }) => ({ subject: mail.subject ?? "", text: mail.text ?? "" }))),
      secrets: [password, Buffer.from(`\0${user}\0${password}`).toString("base64"), email]
    }),
    MailInvitations.layer(options(port))
  )
)

InvitationsSuite.suite("MailInvitations", Layer.unwrap(stage))

describe("An invitation by mail", () => {
  const invitation: Invitations.Invitation = {
    key: "spring/77001/0",
    account: AccountId.make("1234567890"),
    to: { fan: reached, name: "小林" },
    subject: "星河茶饮在微博等你",
    text: "会员日的暗号只在微博。",
    optOut: `https://brand.example/out?m=77001&c=${"%E6%98%A5".repeat(40)}&s=0123456789`
  }

  // Judged by two readers of mail: postal-mime, and mailparser. RFC 8058, 3.1: one HTTPS link, and the header of the POST as it stands there.
  it.live("has the headers by which a mail program opts out with one click, however long the link is", () =>
    Effect.gen(function* () {
      const { port, taken } = yield* Mailbox.open(user, password)
      const invitations = yield* MailInvitations.make(options(port))
      yield* invitations.send(invitation)
      const [one] = taken
      if (one === undefined) return assert.fail("nothing came")
      const headers = new Map(one.mail.headers.map(({ key, value }) => [key, value.replace(/\s+/g, "")]))
      assert.strictEqual(headers.get("list-unsubscribe"), `<${invitation.optOut}>`)
      assert.strictEqual(headers.get("list-unsubscribe-post"), "List-Unsubscribe=One-Click")
      const parsed = yield* Effect.promise(() => simpleParser(one.raw))
      const list = parsed.headers.get("list")
      assert.deepInclude(JSON.parse(JSON.stringify(list)), { unsubscribe: { url: invitation.optOut } })
      assert.deepStrictEqual(one.to, [email])
    }).pipe(Effect.scoped)
  )
})
