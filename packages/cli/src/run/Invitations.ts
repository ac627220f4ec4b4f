/**
 * How a house writes to the company's members: the list and the addresses of the members' system, letters by e-mail, and the page on which members opt out.
 *
 * @module
 */
import { MailInvitations, OptOutHandler } from "@dualops/adapter-notify/mail"
import type { FanId } from "@dualops/core/account"
import { FanLook } from "@dualops/core/fans"
import type { Bilingual } from "@dualops/core/finding"
import { OptOutLink } from "@dualops/core/members"
import { ObservationStore, Observations } from "@dualops/core/observations"
import { Carrier, Writing } from "@dualops/core/operations"
import { InvitationCampaignCarriers, WinBackCarriers } from "@dualops/core/practices"
import { NodeDesk } from "@dualops/desk/node"
import { Context, Effect, Layer, Redacted, Result } from "effect"
import { FetchHttpClient } from "effect/http"
import * as MemberSettings from "./MemberSettings.ts"
import type { Ready } from "./Reading.ts"

/** Who carries invitations and win-back, for as long as the scope; nobody, where the settings name no members. On the emulator nobody is written to. */
export const carriers = Effect.fnUntraced(function* (
  { emulated, handbook, secret, settings }: Ready,
  tell: (said: Bilingual.Bilingual) => Effect.Effect<void>
) {
  const { invitations, members } = settings
  if (emulated || members === undefined || invitations === undefined) return []
  const value = (name: string) => Redacted.value(secret(name))
  const { made, title } = MemberSettings.membersOf(members, value)
  // What is wrong with them has been said.
  const { addresses, layer } = Result.getOrThrow(made)
  const mailbox = Result.getOrThrow(MemberSettings.mailboxOf(invitations, value))
  const http = yield* Layer.build(FetchHttpClient.layer)
  const addressOf = yield* Effect.provide(addresses, http)
  const known = yield* Layer.build(
    Layer.merge(
      layer.pipe(Layer.provide(FetchHttpClient.layer)),
      MailInvitations.layer({ addressOf, settings: mailbox })
    )
  )
  const { at, host, port, secret: seal } = invitations.optOut
  const links = OptOutLink.make(at, secret(seal))
  const handler = yield* Effect.provide(
    OptOutHandler.make({ account: handbook.account.id, links, brand: handbook.brand }),
    known
  )
  const address = yield* NodeDesk.serve(NodeDesk.listener(handler), port, host)
  yield* tell({
    zh: `会员    ${title}；退订 ${at}（${address}/）`,
    en: `members   of ${title}; opt out at ${at} (${address}/)`
  })
  const options = { optOut: links.linkOf }
  const look = yield* lastLook(handbook.account.id)
  const { counts, page } = WinBackCarriers.make({ ...options, look })
  return [
    Carrier.provide(InvitationCampaignCarriers.make(options), known),
    Carrier.provide(page, known),
    Carrier.provide(counts, known)
  ]
})

/** What the last look at a fan came to: a wave costs the platform no calls. */
const lastLook = Effect.fnUntraced(function* (account: Ready["handbook"]["account"]["id"]) {
  const store = Context.make(ObservationStore.ObservationStore, yield* ObservationStore.ObservationStore)
  return (fan: FanId) =>
    Observations.page(FanLook.kind, { account, person: fan, order: "newest", limit: 1 }).pipe(
      Effect.map(({ observations: [last] }) => (last === undefined ? unknown : FanLook.lookOf(last.facts))),
      Effect.mapError(({ message }) => new Writing.TryLater({ code: "store", detail: message })),
      Effect.provide(store)
    )
})

const unknown = { is: "unknown" } as const
