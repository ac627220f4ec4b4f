/**
 * `Members` on Request Tracker 5: a member is a user without an address for mails, a redemption an asset of a catalog.
 *
 * @module
 */
import type { FanId } from "@dualops/core/account"
import { Moment } from "@dualops/core/calendar"
import { DeskText } from "@dualops/core/customer-desk"
import { type Member, Members } from "@dualops/core/members"
import { Reading, Writing } from "@dualops/core/operations"
import { DateTime, type Duration, Effect, Layer, Option, Schema } from "effect"
import type { HttpClient } from "effect/http"
import { after, before } from "../http/Step.ts"
import * as Turns from "../http/Turns.ts"
import * as RtApi from "./RtApi.ts"
import * as RtPeople from "./RtPeople.ts"
import { textOf, valuesOf } from "./RtRecord.ts"
import * as RtRedemption from "./RtRedemption.ts"

/** The custom fields of a user, beside the one with the fan's id. */
const fields = { segments: RtPeople.segmentsField, consent: "Weibo Consent" } as const

/** Members on Request Tracker, which is asked at most so long. Redemptions need the catalog. */
export const layer = (
  settings: RtApi.Settings,
  within?: Duration.Duration
): Layer.Layer<Members, never, HttpClient.HttpClient> =>
  Layer.effect(
    Members,
    Effect.map(RtApi.make(settings, within), (api) => membersOf(api, settings.catalog))
  )

const membersOf = (api: RtApi.RtApi, catalog: string | undefined): Members["Service"] => {
  const turns = Turns.make()
  const find = (fan: FanId) =>
    Effect.map(RtPeople.mine(RtPeople.find(api, fan)), (found) => found && memberOf(fan, found))

  const upsert = Effect.fnUntraced(function* (writing: Member.Writing) {
    const { fan } = writing
    const look = RtPeople.theirs(before(RtPeople.find(api, fan)), fan)
    let found = yield* look
    if (found === undefined) {
      const customer = { fan, name: writing.name }
      const made = yield* Effect.result(RtPeople.create(api, customer, valuesToWrite(writing, undefined)))
      // Refused, because somebody was faster: then there is one to change.
      found = yield* made._tag === "Success" ? after(look) : look
      if (found === undefined) return yield* made._tag === "Failure" ? Effect.fail(made.failure) : lost
    }
    for (let tries = 0; tries < mostTries; tries++) {
      const lacks = Object.values(fields).filter((name) => valuesOf(found?.record ?? {}, name) === undefined)
      if (lacks.length > 0) return yield* notReady(lacks)
      const known = memberOf(fan, found)
      if (found.isWhole && isKept(writing, known)) return
      const values = { ...valuesToWrite(writing, known.consent), [RtPeople.uidField]: fan }
      const body = { RealName: RtPeople.realName(writing.name), CustomFields: values }
      const written = yield* Effect.result(
        api.write({ method: "PUT", path: `/user/${found.name}`, body, version: found.version })
      )
      // A stale version: somebody has changed the member meanwhile.
      if (written._tag === "Failure" && written.failure.code !== "http-412") return yield* Effect.fail(written.failure)
      found = yield* after(look)
      if (found === undefined) return yield* lost
    }
    const isSo = isKept(writing, memberOf(fan, found))
    return isSo ? undefined : yield* new Writing.TryLater({ code: "changed", detail: "others write the same member" })
  })

  const isThere = Effect.fnUntraced(function* (fan: FanId) {
    const found = yield* RtPeople.theirs(before(RtPeople.find(api, fan)), fan)
    if (found === undefined) return yield* new Writing.Refused({ code: "no-member", detail: `${fan} is no member` })
    return found.name
  })

  return {
    find,
    upsert: (writing) => turns(writing.fan)(upsert(writing)),
    attributeRedemption: (redemption) =>
      catalog === undefined
        ? Effect.fail(new Writing.Refused({ code: "no-catalog", detail: noCatalog }))
        : turns(redemption.key)(
            Effect.flatMap(isThere(redemption.fan), (contact) =>
              RtRedemption.attribute(api, catalog, redemption, contact)
            )
          ),
    redemptions: (fan) =>
      catalog === undefined
        ? Effect.fail(new Reading.NotShown({ code: "no-catalog", detail: noCatalog }))
        : RtRedemption.of(api, catalog, fan)
  }
}

/** How often a change is tried of which somebody else has been faster. */
const mostTries = 5

const noCatalog = "no catalog of redemptions was named"

const lost = Effect.fail(
  new Writing.Unknown({ code: "member-lost", detail: "the member was written, and is not found" })
)

const notReady = (lacks: ReadonlyArray<string>) =>
  Effect.fail(
    new Writing.Refused({
      code: "not-ready",
      detail: `users lack the custom fields ${lacks.join(", ")}, or the robot may not see them`
    })
  )

const momentOf = Schema.decodeUnknownOption(Moment.Moment)

const memberOf = (fan: FanId, { record }: RtPeople.Found): Member.Member => {
  const consent = consentOf(valuesOf(record, fields.consent)?.[0])
  return {
    fan,
    name: textOf(record, "RealName") ?? "",
    segments: valuesOf(record, fields.segments) ?? [],
    ...(consent !== undefined && { consent })
  }
}

/** A consent as it stands in the field: `given 2026-03-01T00:00:00.000Z`. What stands there otherwise says nothing. */
const consentOf = (text: string | undefined): Member.Consent | undefined => {
  const [, given, since] = /^(given|withdrawn) (\S+)$/.exec(text ?? "") ?? []
  const at = Option.getOrUndefined(momentOf(since))
  return at && { given: given === "given", at }
}

const valuesToWrite = ({ consent, segments }: Member.Writing, known: Member.Consent | undefined) => ({
  ...(segments !== undefined && { [fields.segments]: segments.map((one) => DeskText.line(one, 200)) }),
  ...(consent !== undefined &&
    isNewer(consent, known) && {
      [fields.consent]: `${consent.given ? "given" : "withdrawn"} ${DateTime.formatIso(consent.at)}`
    })
})

const isNewer = ({ at }: Member.Consent, known: Member.Consent | undefined) =>
  known === undefined || DateTime.isGreaterThan(at, known.at)

/** Whether the member is what was written. */
const isKept = ({ consent, name, segments }: Member.Writing, known: Member.Member): boolean =>
  known.name === RtPeople.realName(name) &&
  (segments === undefined || sorted(segments) === sorted(known.segments)) &&
  (consent === undefined || !isNewer(consent, known.consent))

const sorted = (texts: ReadonlyArray<string>) => JSON.stringify([...new Set(texts)].sort())
