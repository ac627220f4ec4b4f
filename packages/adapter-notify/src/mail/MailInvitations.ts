/**
 * `Invitations` by e-mail, over SMTP, each with a button of the mail program by which the member opts out (RFC 8058).
 *
 * The button works where the mail is signed over both headers (DKIM), which is the mail server's part. A server that has taken an invitation over may still
 * send it back later; that comes to the sender's mailbox and is not seen here.
 *
 * @module
 */
import type { FanId } from "@dualops/core/account"
import { Invitations } from "@dualops/core/members"
import { MessageText } from "@dualops/core/messaging"
import { Writing } from "@dualops/core/operations"
import { Effect, Layer, Redacted } from "effect"
import { createTransport } from "nodemailer"
import { strike } from "../webhook/Secret.ts"
import * as MailFailure from "./MailFailure.ts"
import type { Settings } from "./MailMessenger.ts"

/** What it has to be told, beside the mailbox. */
export interface Options {
  readonly settings: Settings
  /** The address of a member, as the members' system knows it; nothing where it knows none. */
  readonly addressOf: (fan: FanId) => Effect.Effect<Redacted.Redacted<string> | undefined, Writing.Failure>
}

/** One address and nothing else. */
const address = /^[^\s@"'<>()[\],:;\\]+@[^\s@"'<>()[\],:;\\]+$/u

/** So many keys are remembered, so that one that is asked for again meanwhile is not sent again. */
const remembered = 100_000

/** Invitations from a mailbox. */
export const make = ({ addressOf, settings }: Options): Invitations.Invitations["Service"] => {
  const { from, host, language = "zh", password, port = 465, user } = settings
  const isHere = ["127.0.0.1", "::1", "localhost"].includes(host)
  const transport = createTransport({
    host,
    port,
    pool: true,
    maxConnections: 4,
    secure: port === 465,
    requireTLS: port !== 465 && !isHere,
    ...(user !== undefined && password !== undefined && { auth: { user, pass: Redacted.value(password) } }),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true
  })
  const secrets = password === undefined ? [] : [password, Redacted.make(`\0${user}\0${Redacted.value(password)}`)]
  const tried = new Set<string>()

  return {
    send: Effect.fn("MailInvitations.send")(function* ({ key, optOut, subject, text, to }: Invitations.Invitation) {
      if (tried.has(key)) return
      const known = yield* addressOf(to.fan)
      if (known === undefined || !address.test(Redacted.value(known))) {
        return yield* new Writing.Refused({ code: "no-address", detail: "the member has no e-mail address" })
      }
      if (tried.has(key)) return
      tried.add(key)
      const [oldest] = tried
      if (tried.size > remembered && oldest !== undefined) tried.delete(oldest)
      const email = Redacted.value(known)
      const name = MessageText.plain(to.name)
      const mail = {
        from: { name: MessageText.plain(from.name), address: from.address },
        to: { name, address: email },
        envelope: { from: from.address, to: [email] },
        subject: subject.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " "),
        text:
          language === "zh"
            ? `${name}：\n\n${text}\n\n不想再收到邀请：${optOut}\n`
            : `${name}:\n\n${text}\n\nNo more invitations: ${optOut}\n`,
        headers: {
          "List-Unsubscribe": { prepared: true, value: `<${optOut}>` },
          "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
          Precedence: "bulk"
        }
      }
      yield* Effect.tryPromise({
        try: () => transport.sendMail(mail),
        catch: (error) => MailFailure.ofError(error, (said) => strike(said, [...secrets, known]))
      }).pipe(
        // What may have arrived stays tried.
        Effect.tapError((failure) =>
          Effect.sync(() => {
            if (failure._tag !== "Writing.Unknown") tried.delete(key)
          })
        )
      )
    })
  }
}

/** Invitations from a mailbox. */
export const layer = (options: Options): Layer.Layer<Invitations.Invitations> =>
  Layer.succeed(Invitations.Invitations, make(options))
