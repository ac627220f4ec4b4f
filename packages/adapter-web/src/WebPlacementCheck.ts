/**
 * `PlacementCheck` over the web: reads the page as it is now, and looks for the link in it.
 *
 * @module
 */
import { PlacementCheck } from "@dualops/core/channels"
import { Effect, Layer } from "effect"
import * as LinkOnPage from "./LinkOnPage.ts"
import * as PageReading from "./PageReading.ts"

/** Looks at pages of the web, within bounds. */
export const layer = (bounds: PageReading.Bounds = {}): Layer.Layer<PlacementCheck.PlacementCheck> =>
  Layer.succeed(PlacementCheck.PlacementCheck, {
    look: ({ link, page }) =>
      PageReading.read(page, bounds).pipe(
        Effect.map(({ address, html, isWhole }): PlacementCheck.Sight => {
          const how = LinkOnPage.find(html, address, link)
          if (how !== undefined) return { link: "found", detail: how }
          return isWhole
            ? { link: "missing", detail: "the page has no such link" }
            : { link: "unknown", detail: "the page is too long to be read whole" }
        }),
        Effect.catchTags({
          "PageReading.Gone": ({ message }) =>
            Effect.succeed<PlacementCheck.Sight>({ link: "missing", detail: message }),
          "PageReading.Unreadable": ({ why }) => Effect.succeed<PlacementCheck.Sight>({ link: "unknown", detail: why })
        }),
        Effect.withSpan("WebPlacementCheck.look")
      )
  })
