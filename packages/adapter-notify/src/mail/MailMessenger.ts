/**
 * `Messenger` by e-mail, over SMTP.
 *
 * A mail server that has taken a message over may still send it back later; that comes to the sender's mailbox and is not seen here.
 *
 * @module
 */
import { MessageText, Messenger } from "@dualops/core/messaging"
import { Writing } from "@dualops/core/operations"
import { Effect, Layer } from "effect"
import { strike } from "../webhook/Secret.ts"
import * as MailFailure from "./MailFailure.ts"
import * as MailTransport from "./MailTransport.ts"

/** What a configuration says of it. */
export const Settings = MailTransport.Settings
/** What a configuration says of it. */
export type Settings = MailTransport.Settings

/** Bytes of the longest text. */
const longest = 100_000
/** Signs of the longest subject. */
const longestSubject = 60

/** The messenger of a mailbox. */
export const make = (settings: Settings): Messenger.Messenger["Service"] => {
  const { from, language = "zh" } = settings
  const transport = MailTransport.single(settings)
  const secrets = MailTransport.secretsOf(settings)

  return {
    tell: Effect.fn("MailMessenger.tell")(function* ({ matters, to }: Messenger.Message) {
      const { email } = to.contact
      if (email === undefined) return yield* Messenger.noAddress(to, "email")
      if (!MailTransport.address.test(email)) {
        return yield* new Writing.Refused({ code: "address", detail: `the e-mail address of ${to.person} is none` })
      }
      const lines = MessageText.fit(
        matters,
        language,
        (some) => MessageText.bytesOf(MessageText.joined(some)) <= longest
      )
      if (lines === undefined) {
        return yield* new Writing.Refused({
          code: "no-room",
          detail: `the addresses alone have more than ${longest} bytes`
        })
      }
      const name = MessageText.plain(to.name)
      const mail = {
        from: { name: MessageText.plain(from.name), address: from.address },
        to: { name, address: email },
        envelope: { from: from.address, to: [email] },
        subject: subjectOf(lines, language),
        text: `${name}${language === "zh" ? "：" : ":"}\n\n${MessageText.joined(lines)}\n`,
        // So that no out-of-office note answers it (RFC 3834, 5).
        headers: { "Auto-Submitted": "auto-generated" }
      }
      yield* Effect.tryPromise({
        try: () => transport.sendMail(mail),
        catch: (error) => MailFailure.ofError(error, (text) => strike(text, secrets))
      })
    })
  }
}

/** The beginning of the first matter, and how many more there are. */
const subjectOf = (lines: ReadonlyArray<MessageText.Line>, language: "zh" | "en"): string => {
  const signs = Array.from(lines[0]?.text ?? "")
  const first = signs.length > longestSubject ? `${signs.slice(0, longestSubject).join("")}…` : signs.join("")
  const more = lines.length - 1
  if (more === 0) return first
  return language === "zh" ? `${first}（另有 ${more} 件）` : `${first} (and ${more} more)`
}

/** The messenger of a mailbox. */
export const layer = (settings: Settings): Layer.Layer<Messenger.Messenger> =>
  Layer.succeed(Messenger.Messenger, make(settings))
