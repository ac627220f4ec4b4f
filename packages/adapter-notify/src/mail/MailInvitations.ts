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
import { Effect, Layer, Redacted, type Scope } from "effect"
import { strike } from "../webhook/Secret.ts"
import * as MailFailure from "./MailFailure.ts"
import * as MailTransport from "./MailTransport.ts"

/** What it has to be told, beside the mailbox. */
export interface Options {
  readonly settings: MailTransport.Settings
  /** The address of a member, as the members' system knows it; nothing where it knows none. */
  readonly addressOf: (fan: FanId) => Effect.Effect<Redacted.Redacted<string> | undefined, Writing.Failure>
}

/** So many keys are remembered, so that one that is asked for again meanwhile is not sent again. */
const remembered = 100_000

/** Invitations from a mailbox; its connections are closed with the scope. */
export const make = ({
  addressOf,
  settings
}: Options): Effect.Effect<Invitations.Invitations["Service"], never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.sync(() => MailTransport.pooled(settings)),
      (transport) => Effect.sync(() => transport.close())
    ),
    (transport) => service({ addressOf, settings }, transport)
  )

const service = (
  { addressOf, settings }: Options,
  transport: Pick<ReturnType<typeof MailTransport.pooled>, "sendMail">
): Invitations.Invitations["Service"] => {
  const { from, language = "zh" } = settings
  const secrets = MailTransport.secretsOf(settings)
  const tried = new Set<string>()

  return {
    send: Effect.fn("MailInvitations.send")(function* ({ key, optOut, subject, text, to }: Invitations.Invitation) {
      if (tried.has(key)) return
      const known = yield* addressOf(to.fan)
      if (known === undefined || !MailTransport.address.test(Redacted.value(known))) {
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
  Layer.effect(Invitations.Invitations, make(options))
