/**
 * The ticket desk of customer service: a file of the day's folder, or a Request Tracker that runs somewhere, where the environment names one in `RT`.
 *
 * @module
 */
import { join } from "node:path"
import { RequestTrackerDesk, RtApi } from "@dualops/adapter-crm"
import { Layer, Schema } from "effect"
import { FetchHttpClient } from "effect/http"
import * as OwnDesk from "../../own-desk.ts"

/** The files that the desk leaves in the folder. */
export const files = ["desk.sqlite"]

/** The desk. */
export const layer = (out: string, settings = process.env.RT) =>
  settings === undefined
    ? OwnDesk.layer(join(out, "desk.sqlite"))
    : RequestTrackerDesk.layer(Schema.decodeSync(Schema.fromJsonString(RtApi.Settings))(settings)).pipe(
        Layer.provide(FetchHttpClient.layer)
      )

/** A desk that outlives the folder knows the comments of earlier days by their ids: each day has others there. */
export const seed = (settings = process.env.RT) => (settings === undefined ? 1 : Date.now())
