// What the compiler refuses of what stands over cases. Nothing here runs; an error that no longer comes is itself one.
import { Process, Standing } from "@dualops/core/process"
import { Schema } from "effect"
import { Announcement, clearance } from "./Broadcast.ts"

const title = { zh: "题", en: "title" }

/** What can be suspended. */
export const steps = [
  Standing.steps(Announcement, "Send", "GoOut"),
  // @ts-expect-error: an announcement has no such step
  Standing.steps(Announcement, "Burn"),
  // @ts-expect-error: what has happened outside has happened
  Standing.steps(Announcement, "Out"),
  // @ts-expect-error: at least one step
  Standing.steps(Announcement)
]

const { process, start, step, stay } = Process.define("Hold", {
  title,
  states: { On: { title, of: Schema.String }, Off: { title } }
})

const Begin = start({ title, to: ["On"], by: "hold.set", input: { of: Schema.String } })
const End = step({ title, from: ["On"], to: ["Off"], by: "hold.set" })
const rest = { about: () => title, steps: { Begin, End }, final: ["Off"] } as const
const suspends = Standing.steps(Announcement, "Send")

/** Who suspends and grants. */
export const standing = [
  process({
    ...rest,
    standing: {
      On: [
        { suspends, of: ({ of }) => of },
        { grants: clearance, of: ({ of }) => of }
      ]
    }
  }),
  // @ts-expect-error: a case that is over holds nothing
  process({ ...rest, standing: { Off: [{ suspends }] } }),
  // @ts-expect-error: there is no such state
  process({ ...rest, standing: { Of: [{ suspends }] } }),
  // @ts-expect-error: the state has no such field
  process({ ...rest, standing: { On: [{ suspends, of: ({ channel }) => channel }] } }),
  // @ts-expect-error: of what it is granted has to be said
  process({ ...rest, standing: { On: [{ grants: clearance }] } })
]

/** What needs a grant. */
export const needs = [
  step({ title, from: ["On"], to: ["Off"], by: "hold.set", needs: [{ grant: clearance, of: ({ of }) => of }] }),
  // @ts-expect-error: the state has no such field
  step({ title, from: ["On"], to: ["Off"], by: "hold.set", needs: [{ grant: clearance, of: ({ about }) => about }] }),
  // @ts-expect-error: a case that begins has no state yet by which it is said what has to be granted
  start({ title, to: ["Off"], by: "hold.set", input: {}, needs: [{ grant: clearance, of: () => "tea" }] }),
  stay({ title, from: ["On"], by: "clock" })
]
