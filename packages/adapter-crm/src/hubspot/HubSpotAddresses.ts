/**
 * Where members are written to, as HubSpot knows it: the e-mail address of the contact.
 *
 * @module
 */
import type { FanId } from "@dualops/core/account"
import { type Duration, Effect, Redacted } from "effect"
import { before } from "../http/Step.ts"
import * as HubSpotApi from "./HubSpotApi.ts"
import * as HubSpotPeople from "./HubSpotPeople.ts"

/** The address of a member, for `MailInvitations`; nothing where none is known. HubSpot is asked at most so long. */
export const make = (settings: HubSpotApi.Settings, within?: Duration.Duration) =>
  Effect.map(
    HubSpotApi.make(settings, within),
    (api) => (fan: FanId) =>
      Effect.map(before(HubSpotPeople.find(api, fan)), (contact) => {
        const address = contact?.properties[HubSpotPeople.address]
        return address === undefined || address === null || address === "" ? undefined : Redacted.make(address)
      })
  )
