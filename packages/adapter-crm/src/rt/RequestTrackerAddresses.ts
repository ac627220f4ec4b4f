/**
 * Where members are written to, as Request Tracker knows it: in a custom field, and not as the address of the user, to which its robots would write.
 *
 * @module
 */
import type { FanId } from "@dualops/core/account"
import { type Duration, Effect, Redacted } from "effect"
import { before } from "../http/Step.ts"
import * as RtApi from "./RtApi.ts"
import * as RtPeople from "./RtPeople.ts"
import { valuesOf } from "./RtRecord.ts"

/** The address of a member, for `MailInvitations`; nothing where none is known. Request Tracker is asked at most so long. */
export const make = (settings: RtApi.Settings, within?: Duration.Duration) =>
  Effect.map(
    RtApi.make(settings, within),
    (api) => (fan: FanId) =>
      Effect.map(before(RtPeople.mine(RtPeople.find(api, fan))), (found) => {
        const [address] = (found && valuesOf(found.record, RtPeople.addressField)) ?? []
        return address === undefined || address === "" ? undefined : Redacted.make(address)
      })
  )
