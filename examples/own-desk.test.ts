import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { CustomerDesk, type DeskKey, type Ticket } from "@dualops/core/customer-desk"
import { Writing } from "@dualops/core/operations"
import { CustomerDeskSuite, type Trouble } from "@dualops/core/testing"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"
import * as OwnDesk from "./own-desk.ts"

// #region test
const failures = {
  refused: new Writing.Refused({ code: "test", detail: "it was to be so" }),
  unauthorised: new Writing.Unauthorised({ code: "test", detail: "it was to be so" }),
  busy: new Writing.TryLater({ code: "test", detail: "it was to be so" }),
  "lost before": new Writing.Unknown({ code: "test", detail: "it was to be so" }),
  "lost after": new Writing.Unknown({ code: "test", detail: "it was to be so" })
}

/** The desk, the people who work on its tickets, and the trouble that its calls meet. */
const world = Layer.unwrap(
  Effect.gen(function* () {
    const folder = yield* Effect.acquireRelease(
      Effect.sync(() => mkdtempSync(join(tmpdir(), "own-desk-"))),
      (path) => Effect.sync(() => rmSync(path, { recursive: true }))
    )
    const file = join(folder, "desk.sqlite")
    const people = yield* Effect.sync(() => new DatabaseSync(file))
    const troubles: Array<Trouble.Trouble> = []

    const troubled = Layer.effect(
      CustomerDesk,
      Effect.map(CustomerDesk, (desk) => ({
        ...desk,
        openTicket: (opening) =>
          Effect.suspend(() => {
            const trouble = troubles.shift()
            if (trouble === undefined) return desk.openTicket(opening)
            const done = trouble === "lost after" ? desk.openTicket(opening) : Effect.void
            return Effect.andThen(done, Effect.fail(failures[trouble]))
          })
      }))
    ).pipe(Layer.provide(OwnDesk.layer(file)))

    const shown = (key: DeskKey.DeskKey) =>
      people
        .prepare("SELECT * FROM ticket WHERE key = ?")
        .all(key)
        .map(({ id, subject, text }) => ({
          id: String(id),
          key: String(key),
          subject: String(subject),
          text: String(text),
          notes: people
            .prepare("SELECT text FROM note WHERE ticket = ?")
            .all(String(id))
            .map((note) => String(note.text))
        }))
    const move = (ticket: Ticket.TicketId, says: string) =>
      void people.prepare("UPDATE ticket SET status = ? WHERE id = ?").run(says, ticket)
    const stage = Layer.succeed(CustomerDeskSuite.Stage, {
      shown: (key) => Effect.sync(() => shown(key)),
      move: (ticket, says) => Effect.sync(() => move(ticket, says)),
      says: { open: "open", other: "rejected" },
      nobody: "999999",
      next: (trouble) => Effect.sync(() => void troubles.push(trouble)),
      secrets: ["there is none"]
    })
    return Layer.merge(troubled, stage)
  })
)

CustomerDeskSuite.suite("A desk in a SQLite file", world)
// #endregion

describe("The worked adapter", () => {
  it("has fewer than 120 lines", () => {
    const lines = readFileSync(new URL("own-desk.ts", import.meta.url), "utf8")
      .trimEnd()
      .split("\n")
    assert.isBelow(lines.length, 120)
  })
})
