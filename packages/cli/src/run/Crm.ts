/**
 * The customer system that settings name, for tickets or for members: Request Tracker or HubSpot, whose settings stand in a variable.
 *
 * @module
 */
import { HubSpotApi, RtApi } from "@dualops/adapter-crm"
import { Result } from "effect"
import * as JsonVariable from "./JsonVariable.ts"
import type { Crm } from "./Settings.ts"
import type { Wrong } from "./Wrong.ts"

/** What is made of the settings of either system. */
interface Makes<A> {
  readonly hubspot: (settings: HubSpotApi.Settings) => A
  readonly requestTracker: (settings: RtApi.Settings) => A
}

/** What is made of the system that is named; a failure where its variable does not hold its settings. */
export const make = <A>(named: Crm, secret: (variable: string) => string, makes: Makes<A>) =>
  "hubspot" in named
    ? {
        title: "HubSpot",
        variable: named.hubspot,
        made: Result.map(JsonVariable.decode(HubSpotApi.Settings, secret(named.hubspot)), makes.hubspot)
      }
    : {
        title: "Request Tracker",
        variable: named.requestTracker,
        made: Result.map(JsonVariable.decode(RtApi.Settings, secret(named.requestTracker)), makes.requestTracker)
      }

/** What is wrong with the system that is named there; never what stands in its variable. */
export const wrong = (path: string, named: Crm | undefined, environment: NodeJS.Dict<string>): ReadonlyArray<Wrong> => {
  if (named === undefined) return []
  const read = { hubspot: () => undefined, requestTracker: () => undefined }
  const { made, title, variable } = make(named, (name) => environment[name] ?? "", read)
  return Result.isSuccess(made) ? [] : [JsonVariable.wrong(path, variable, title, "@dualops/adapter-crm")]
}
