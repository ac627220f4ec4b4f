/**
 * A group's robot as a `Messenger`: what differs between platforms is one value.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { MessageText, Messenger } from "@dualops/core/messaging"
import { Writing } from "@dualops/core/operations"
import type { Contact } from "@dualops/core/process"
import { DateTime, Effect, type Schema } from "effect"
import { HttpClient } from "effect/http"
import * as Rate from "./Rate.ts"
import type { Secret, Webhook } from "./Secret.ts"
import * as Verdict from "./Verdict.ts"
import { post } from "./Webhook.ts"

/** What is written to whom. */
export interface Letter<Address> {
  readonly lines: ReadonlyArray<MessageText.Line>
  readonly name: string
  readonly address: Address
}

/** What a platform wants. */
export interface Platform<Address> {
  /** How a person is found in the group, and how the contacts are called of which one is needed. */
  readonly addressOf: (contact: Contact.Contact) => Address | undefined
  readonly addresses: string
  /** What is sent. */
  readonly body: (letter: Letter<Address>) => Readonly<Record<string, Schema.Json>>
  /** Whether it is no longer than the platform takes. */
  readonly fits: (letter: Letter<Address>) => boolean
  readonly limits: ReadonlyArray<Rate.Limit>
  readonly tongue: Verdict.Tongue
  /** The address and the body with the signature, by the milliseconds since 1970; as they are where it is left out. */
  readonly signed?: (request: Request, secret: Secret, now: number) => Request
}

/** One request to the robot. */
export interface Request {
  readonly url: Webhook
  readonly body: Readonly<Record<string, Schema.Json>>
}

/** What a robot is told. */
export interface Options {
  readonly webhook: Webhook
  /** What the robot's signature is made of, where its group asks for one. */
  readonly secret?: Secret | undefined
  /** In which language the group reads; Chinese unless told. */
  readonly language?: Bilingual.Language | undefined
}

/** The messenger of a group. A person who is told is alerted, and all of the group can read it. */
export const make = Effect.fnUntraced(function* <Address>(platform: Platform<Address>, options: Options) {
  const client = yield* HttpClient.HttpClient
  const limited = yield* Rate.make(platform.limits)
  const { language = "zh", secret, webhook } = options
  const secrets = [webhook, ...(secret === undefined ? [] : [secret])]

  return Messenger.Messenger.of({
    tell: Effect.fn("Robot.tell")(function* ({ matters, to }: Messenger.Message) {
      const address = platform.addressOf(to.contact)
      if (address === undefined) return yield* Messenger.noAddress(to, platform.addresses)
      const letterOf = (lines: ReadonlyArray<MessageText.Line>) => ({
        lines,
        name: MessageText.plain(to.name),
        address
      })
      const lines = MessageText.fit(matters, language, (some) => platform.fits(letterOf(some)))
      if (lines === undefined) return yield* noRoom
      const now = yield* DateTime.now
      const request = { url: webhook, body: platform.body(letterOf(lines)) }
      const { body, url } =
        secret === undefined || platform.signed === undefined
          ? request
          : platform.signed(request, secret, now.epochMilliseconds)
      const sending = Effect.flatMap(post({ url, body, secrets }), (answer) => {
        const failure = Verdict.verdict(platform.tongue, answer)
        return failure === undefined ? Effect.void : Effect.fail(failure)
      })
      return yield* limited(Effect.provideService(sending, HttpClient.HttpClient, client))
    })
  })
})

const noRoom = new Writing.Refused({
  code: "no-room",
  detail: "the addresses alone are longer than the platform takes"
})

/** A phone number as platforms want it: the eleven digits of a mainland number, the country's number before any other. */
export const phoneOf = (phone: string): string => phone.replace(/[^\d+]/g, "").replace(/^(?:\+|00)86(?=1\d{10}$)/, "")
