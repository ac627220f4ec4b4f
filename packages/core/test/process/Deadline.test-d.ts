// What the compiler refuses of a deadline that stands still, and of its rungs. Nothing here runs: an error that no longer comes is itself one.
import { Allowance } from "@dualops/core/process"
import { about, deadline, process, steps, title } from "./Shop.ts"

const day = () => Allowance.always("1 day")

/** Where it stands still. */
export const pauses = [
  process({
    about,
    steps,
    final: ["Closed"],
    deadlines: { open: deadline({ title, while: ["Open"], pausedIn: ["Sent"], within: day, fires: "Close" }) }
  }),
  // @ts-expect-error: where it runs it does not stand still
  deadline({ title, while: ["Open", "Sent"], pausedIn: ["Sent"], within: day, fires: "Close" }),
  // @ts-expect-error: a case of this process is never Lost
  deadline({ title, while: ["Open"], pausedIn: ["Lost"], within: day, fires: "Close" }),
  // @ts-expect-error: a moment that the case names does not wait
  deadline({ title, while: ["Sent"], pausedIn: ["Open"], at: ({ at }) => at, fires: "Close" }),
  deadline({
    title,
    while: ["Sent"],
    pausedIn: ["Open"],
    // @ts-expect-error: the time is asked for while it stands still as well, and an Open case names no moment
    within: (_, { at }) => (at.epochMilliseconds > 0 ? day() : day()),
    fires: "Close"
  })
]

/** What it fires where its step is suspended. */
export const suspended = [
  process({
    about,
    steps,
    final: ["Closed"],
    deadlines: { open: deadline({ title, while: ["Open"], within: day, fires: "Close", whenSuspended: "Close" }) }
  }),
  process({
    about,
    steps,
    final: ["Closed"],
    // @ts-expect-error: what is fired is a step of the clock
    deadlines: { open: deadline({ title, while: ["Open"], within: day, fires: "Close", whenSuspended: "Send" }) }
  })
]

/** Its rungs. */
export const rungs = [
  deadline({ title, while: ["Open"], within: () => [day(), Allowance.always("2 days")], fires: "Close" }),
  // @ts-expect-error: a deadline without a rung never fires
  deadline({ title, while: ["Open"], within: () => [], fires: "Close" })
]
