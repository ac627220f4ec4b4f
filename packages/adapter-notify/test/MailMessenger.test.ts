import { MailMessenger } from "@dualops/adapter-notify/mail"
import type { Messenger } from "@dualops/core/messaging"
import { Actor } from "@dualops/core/process"
import { MessengerSuite } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Redacted } from "effect"
import { simpleParser } from "mailparser"
import { linksIn } from "./group.ts"
import * as Mailbox from "./mailbox.ts"

const [user, password] = ["robot@brand.example", "pa55word+of/the=robot"]
const lin: Messenger.Recipient = {
  person: Actor.PersonId.make("lin"),
  name: "林晓",
  contact: { email: "lin@brand.example" }
}

const settings = (port: number): MailMessenger.Settings => ({
  host: "127.0.0.1",
  port,
  user,
  password: Redacted.make(password),
  from: { name: "星河茶 运营", address: user }
})

const stage = Effect.map(Mailbox.open(user, password), ({ next, port, taken }) =>
  Layer.merge(
    Layer.succeed(MessengerSuite.Stage, {
      person: lin,
      address: "lin@brand.example",
      next,
      refusal: "550",
      record: Effect.sync(() =>
        taken.map(({ mail, to }) => ({ alerts: to, text: mail.text ?? "", links: linksIn(mail.text ?? "") }))
      ),
      tooLong: 100_001,
      secrets: [
        password,
        Buffer.from(`\0${user}\0${password}`).toString("base64"),
        Buffer.from(password).toString("base64")
      ]
    }),
    MailMessenger.layer(settings(port))
  )
)

MessengerSuite.suite("MailMessenger", Layer.unwrap(stage))

describe("A mail", () => {
  const send = (recipient: Messenger.Recipient, ...zh: ReadonlyArray<string>) =>
    Effect.gen(function* () {
      const { port, taken } = yield* Mailbox.open(user, password)
      const [first, ...others] = zh.map((one) => ({
        message: { zh: one, en: "in English" },
        act: "https://desk.brand.example/c"
      }))
      const matters = [first ?? assert.fail("nothing to tell"), ...others] as const
      const outcome = yield* Effect.result(MailMessenger.make(settings(port)).tell({ to: recipient, matters }))
      return { outcome, taken: [...taken] }
    }).pipe(Effect.scoped)

  it.live("has its Chinese names and subject as encoded words that two readers read alike (RFC 2047)", () =>
    Effect.gen(function* () {
      const { taken } = yield* send(lin, "「桂花乌龙」在等你审核，今天 18:00 到期，请尽快处理，谢谢。", "还有一件。")
      const [{ mail, raw }] = taken.length === 1 && taken[0] ? [taken[0]] : assert.fail("one mail")
      const other = yield* Effect.promise(() => simpleParser(raw))
      const subject = "「桂花乌龙」在等你审核，今天 18:00 到期，请尽快处理，谢谢。（另有 1 件）"
      assert.deepEqual([mail.subject, other.subject], [subject, subject])
      assert.deepEqual([mail.from?.name, other.from?.value[0]?.name], ["星河茶 运营", "星河茶 运营"])
      assert.deepEqual([mail.to?.[0]?.name, mail.to?.[0]?.address], ["林晓", "lin@brand.example"])
      assert.strictEqual(other.headers.get("auto-submitted"), "auto-generated")
      const head = String(raw).split("\r\n\r\n")[0] ?? ""
      assert.match(head, /^[\x20-\x7e\r\n]+$/)
    })
  )

  // As in nodemailer/nodemailer#1289, where a line break in a name was a header of its own.
  it.live.each([
    "林\r\nBcc: all@brand.example",
    "lin\nX-Evil: 1",
    "lin\u2028\r\n\r\n<b>",
    '"lin" <evil@evil.example>, other'
  ])("takes no header and no address out of a name: %j", (name) =>
    Effect.gen(function* () {
      const { taken } = yield* send({ ...lin, name }, `来自${name}的消息`)
      const [{ mail, to }] = taken.length === 1 && taken[0] ? [taken[0]] : assert.fail("one mail")
      assert.deepEqual(to, ["lin@brand.example"])
      assert.deepEqual(
        mail.to?.map(({ address }) => address),
        ["lin@brand.example"]
      )
      assert.deepEqual([mail.bcc, mail.headers.find(({ key }) => key === "x-evil")], [undefined, undefined])
      assert.notMatch(mail.subject ?? "", /[\r\n]/)
    })
  )

  // The first as in nodemailer/nodemailer#1766, where what stands in quotes was written to.
  it.live.each([
    '"lin@evil.example x"@brand.example',
    "lin@brand.example, evil@evil.example",
    "lin@brand.example\r\nRCPT TO:<evil@evil.example>",
    "lin",
    "<lin@brand.example>"
  ])("goes to no address that could be read as another one: %j", (email) =>
    Effect.gen(function* () {
      const { outcome, taken } = yield* send({ ...lin, contact: { email } }, "在吗")
      assert.strictEqual(outcome._tag === "Failure" && outcome.failure._tag, "Writing.Refused")
      assert.isEmpty(taken)
    })
  )

  it.live("has no line longer than a server has to take (RFC 5321, 4.5.3.1.6), however long a text is", () =>
    Effect.gen(function* () {
      const { taken } = yield* send(lin, "abc".repeat(2_000), "。茶".repeat(2_000))
      const [{ mail, raw }] = taken.length === 1 && taken[0] ? [taken[0]] : assert.fail("one mail")
      assert.isAtMost(
        Math.max(
          ...String(raw)
            .split("\r\n")
            .map(({ length }) => length)
        ),
        998
      )
      assert.include(mail.text ?? "", "abc".repeat(2_000))
    })
  )

  it.live("is tried later where nobody answers at the address of the server", () =>
    Effect.gen(function* () {
      const message = {
        to: lin,
        matters: [{ message: { zh: "在吗", en: "hello" }, act: "https://desk.brand.example/c" }]
      } as const
      const failure = yield* Effect.flip(MailMessenger.make(settings(1)).tell(message))
      assert.strictEqual(failure._tag, "Writing.TryLater")
    })
  )
})
