/** A Request Tracker of whom every answer is written in the test. */
import { RequestTrackerDesk, RtApi } from "@dualops/adapter-crm"
import { CustomerDesk } from "@dualops/core/customer-desk"
import { Effect, Layer, Schema } from "effect"
import { HttpClient, type HttpClientRequest, HttpClientResponse } from "effect/http"

/** What it is reached with. */
export const token = "1-29-0123456789abcdef"
/** How it is reached. */
export const settings = Schema.decodeUnknownSync(RtApi.Settings)({
  url: "https://rt.brand.example",
  token,
  queue: "Weibo Complaints"
})

/** A request as it was made. */
export interface Asked {
  readonly request: HttpClientRequest.HttpClientRequest
  readonly url: URL
}

/** A Request Tracker of whom every answer is written in the test. */
export const scripted = (answer: (asked: Asked) => Response, asked: Array<Asked> = []) =>
  RequestTrackerDesk.layer(settings).pipe(
    Layer.provide(
      Layer.succeed(
        HttpClient.HttpClient,
        HttpClient.make((request, url) =>
          Effect.sync(() => {
            asked.push({ request, url })
            return HttpClientResponse.fromWeb(request, answer({ request, url }))
          })
        )
      )
    )
  )

/** An answer. */
export const json = (value: unknown, status = 200) => new Response(JSON.stringify(value), { status })
/** Asks a desk. */
export const use = <A, E>(
  layer: Layer.Layer<CustomerDesk>,
  body: (desk: CustomerDesk["Service"]) => Effect.Effect<A, E>
) => Effect.provide(CustomerDesk.use(body), layer)
