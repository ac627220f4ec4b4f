/**
 * A draw that everybody can check, from the section of the handbook to the page that is published with the winners: the house runs it on SQLite, with the public randomness of
 * drand.
 */
import { DrandRandomness } from "@dualops/adapter-drand"
import { NodeSqlite, SqlDrawRecords, SqlObservationStore } from "@dualops/adapter-sql"
import { AccountId, FanId } from "@dualops/core/account"
import { PrizeDrawCarriers } from "@dualops/core/practices"
import { CheckerPage, DrawEntry, DrawRecords, DrawSecrets, Ticket } from "@dualops/core/prizes"
import { DateTime, Effect, Layer, Redacted } from "effect"
import { FetchHttpClient } from "effect/http"

// #region handbook
export const section = `draws:
  attention: { time: 10 minutes, calendar: always }
  settlesWithin: { time: 30 days, calendar: always }
  tellWithin: { time: 1 day, calendar: office }
  claimWithin: { time: 7 days, calendar: always }
  sendWithin: { time: 3 days, calendar: office }
  arriveWithin: { time: 10 days, calendar: always }
  excluded: ["1000000007"]
`
// #endregion

const filename = ":memory:"

// #region layer
const draws = Layer.merge(SqlDrawRecords.layer, SqlObservationStore.layer).pipe(
  Layer.provide(NodeSqlite.layer({ filename }))
)
export const below = Layer.merge(draws, DrandRandomness.layer().pipe(Layer.provide(FetchHttpClient.layer)))
// #endregion

/** Made once, by chance, and kept where the house keeps its secrets. */
const secret: DrawSecrets.HouseSecret = Redacted.make(new Uint8Array(32).fill(1))

// #region carriers
export const carriers = PrizeDrawCarriers.carriers(secret)
// #endregion

// #region entry
export const entry = DrawEntry.of({
  account: AccountId.make("1234567890"),
  draw: DrawEntry.DrawId.make("mid-autumn"),
  fan: FanId.make("2489518277"),
  did: "repost",
  at: DateTime.makeUnsafe("2026-09-14T10:00:00+08:00"),
  source: "reposts"
})
// #endregion

// #region slip
/** What a fan is told in private: with it, she finds her ticket on the page, and nobody else does. */
export const slip = Ticket.hex(Ticket.slipOf(DrawSecrets.slipsOf(secret, "mid-autumn"), "2489518277"))
// #endregion

// #region publish
/** The page with the record in it; nothing where it is not drawn yet. `page` is the text of `@dualops/core/draw-checker.html`. */
export const published = (page: string, draw: string) =>
  Effect.map(
    DrawRecords.use((records) => records.find(draw)),
    (kept) =>
      kept?.drawn && CheckerPage.withRecord(page, { format: "dualops-draw", version: 1, ...kept, drawn: kept.drawn })
  )
// #endregion
