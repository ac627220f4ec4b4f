/**
 * `PlacementCheck` in memory: pages that have the links that a test has put there.
 *
 * @module
 */
import { PlacementCheck, TrackedLink } from "@dualops/core/channels"
import { Context, Effect, Layer } from "effect"

/** The pages, each with the links that stand on it; one that is not there cannot be reached. */
export class Pages extends Context.Service<Pages, Map<string, ReadonlyArray<string>>>()(
  "@dualops/adapter-memory/Pages"
) {}

/** Looks at the pages of the map. */
export const layer: Layer.Layer<PlacementCheck.PlacementCheck | Pages> = Layer.effectContext(
  Effect.sync(() => {
    const pages = new Map<string, ReadonlyArray<string>>()
    return Context.make(Pages, pages).pipe(
      Context.add(PlacementCheck.PlacementCheck, {
        look: ({ link, page }) =>
          Effect.sync(() => {
            const links = pages.get(page)
            if (links === undefined) return { link: "unknown", detail: "the page cannot be reached" } as const
            return links.some((one) => TrackedLink.isSame(one, link))
              ? ({ link: "found", detail: "link" } as const)
              : ({ link: "missing", detail: "the page has no such link" } as const)
          })
      })
    )
  })
)
