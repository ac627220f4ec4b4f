/**
 * The post as one would write it for xstate: the same states, the same guards, the same facts, kept in the context.
 *
 * @module
 */
import type { Post } from "@dualops/core/content"
import { Actor, type Process } from "@dualops/core/process"
import { DateTime } from "effect"
import { assign, setup, transition } from "xstate"
import { type Context, empty, type Happening, reasonOf, type Told } from "./XstateWords.ts"

/** The machine, with what a benchmark asks of it. */
export const make = (entitled: Process.Entitled, settings: Post.Settings) => {
  const may = ({ event: { at, by } }: Told, permission: Actor.Permission) =>
    by._tag === "Person" && entitled(by, permission, at)
  const byClock = ({ event }: Told) => event.by._tag === "Clock"
  const byWorld = ({ event }: Told) => event.by._tag === "World"
  const apart = ({ event: { by } }: Told, doers: ReadonlyArray<Actor.PersonId>) =>
    by._tag === "Person" && !doers.some((person) => person === by.person || person === by.onBehalfOf)
  const ahead = ({ event }: Told<Extract<Happening, { input: { slot: DateTime.Utc } }>>) =>
    DateTime.isGreaterThan(event.input.slot, event.at)
  const step = ({ context, event }: Told) => ({ version: context.version + 1, at: event.at })
  const hands = ({ event: { by } }: Told) => (by._tag === "Person" ? Actor.answerable(by) : [])

  const mayApprove = (told: Told) => {
    const { context, event } = told
    if (event.by._tag !== "Person" || !may(told, "content.approve") || !apart(told, context.did.wrote)) return false
    const [person, by] = [Actor.authority(event.by), event.by.person]
    return (
      context.approvers.includes(person) &&
      !context.given.some((one) => Actor.authority(one) === person || one.person === by)
    )
  }
  const approved = assign<Context, Happening, undefined, Happening, never>((told) => ({
    ...step(told),
    did: { ...told.context.did, approved: [...told.context.did.approved, ...hands(told)] },
    given: told.event.by._tag === "Person" ? [...told.context.given, told.event.by] : told.context.given
  }))

  const machine = setup({
    types: { context: {} as Context, events: {} as Happening },
    actions: {
      count: assign((told) => step(told)),
      approved,
      wrote: assign((told) => {
        if (told.event.type !== "Compose" && told.event.type !== "Edit") return {}
        return {
          ...step(told),
          ...told.event.input,
          authors: [...new Set([...told.context.authors, ...hands(told)])],
          did: { ...told.context.did, wrote: [...told.context.did.wrote, ...hands(told)] }
        }
      }),
      explained: assign((told) => ({ ...step(told), reason: reasonOf(told.event) })),
      scheduled: assign((told) =>
        told.event.type === "Schedule" ? { ...step(told), slot: told.event.input.slot } : {}
      ),
      submitted: assign((told) => ({
        ...step(told),
        approvers: settings.review.approvers.filter((person) => !told.context.authors.includes(person)),
        needed: 2,
        given: []
      })),
      lost: assign((told) => ({ ...step(told), reason: reasonOf(told.event), looked: 0, nextLook: undefined })),
      notSeen: assign((told) => ({
        ...step(told),
        reason: reasonOf(told.event),
        looked: told.context.looked + 1,
        nextLook:
          told.context.looked + 1 < settings.looks.times
            ? DateTime.addDuration(told.event.at, settings.looks.every)
            : undefined
      })),
      looking: assign((told) => ({ ...step(told), nextLook: undefined })),
      published: assign((told) =>
        told.event.type === "Confirm" || told.event.type === "Find" ? { ...step(told), ...told.event.input } : {}
      )
    },
    guards: {
      compose: (told) =>
        told.event.type === "Compose" && may(told, "content.compose") && ahead({ ...told, event: told.event }),
      edit: (told) =>
        told.event.type === "Edit" &&
        may(told, "content.compose") &&
        apart(told, told.context.did.approved) &&
        ahead({ ...told, event: told.event }),
      submit: (told) => may(told, "content.compose"),
      approveLast: (told) => mayApprove(told) && told.context.given.length + 1 >= told.context.needed,
      approve: mayApprove,
      requestChanges: (told) => may(told, "content.approve"),
      schedule: (told) =>
        told.event.type === "Schedule" && may(told, "planning.schedule") && ahead({ ...told, event: told.event }),
      decide: (told) => may(told, "planning.schedule"),
      hold: (told) => may(told, "monitoring.hold"),
      withdraw: (told) => may(told, "content.withdraw"),
      inTime: ({ context, event }) =>
        event.by._tag === "Clock" &&
        context.slot !== undefined &&
        !DateTime.isGreaterThan(event.at, DateTime.addDuration(context.slot, settings.tolerance)),
      byClock,
      byWorld
    }
  })
  const edit = { guard: "edit", target: "Draft", actions: "wrote" } as const
  const hold = { guard: "hold", target: "OnHold", actions: "explained" } as const
  const withdraw = { guard: "withdraw", target: "Withdrawn", actions: "explained" } as const
  const missSlot = { guard: "byClock", target: "Missed", actions: "count" } as const
  const submit = { guard: "submit", target: "InReview", actions: "submitted" } as const
  const schedule = { guard: "schedule", target: "Scheduled", actions: "scheduled" } as const
  const confirm = { guard: "byWorld", target: "Published", actions: "published" } as const
  const refuse = { guard: "byWorld", target: "Failed", actions: "explained" } as const
  const remind = { guard: "byClock", actions: "count" } as const

  const post = machine.createMachine({
    context: empty,
    initial: "None",
    states: {
      None: { on: { Compose: { guard: "compose", target: "Draft", actions: "wrote" } } },
      Draft: { on: { Edit: edit, Submit: submit, Hold: hold, Withdraw: withdraw, MissSlot: missSlot } },
      InReview: {
        on: {
          Approve: [
            { guard: "approveLast", target: "Approved", actions: "approved" },
            { guard: "approve", actions: "approved" }
          ],
          RequestChanges: { guard: "requestChanges", target: "ChangesRequested", actions: "explained" },
          Edit: edit,
          Hold: hold,
          Withdraw: withdraw,
          MissSlot: missSlot,
          Remind: remind
        }
      },
      ChangesRequested: { on: { Edit: edit, Submit: submit, Hold: hold, Withdraw: withdraw, MissSlot: missSlot } },
      Approved: { on: { Edit: edit, Schedule: schedule, Hold: hold, Withdraw: withdraw, MissSlot: missSlot } },
      Scheduled: {
        on: {
          Publish: [
            { guard: "inTime", target: "Publishing", actions: "count" },
            { guard: "byClock", target: "Failed", actions: "explained" }
          ],
          Confirm: confirm,
          Edit: edit,
          Hold: hold,
          Withdraw: withdraw
        }
      },
      Publishing: {
        on: {
          Confirm: confirm,
          Refuse: refuse,
          LoseSight: { guard: "byWorld", target: "Unconfirmed", actions: "lost" },
          TimeOut: { guard: "byClock", target: "Unconfirmed", actions: "lost" }
        }
      },
      Unconfirmed: {
        on: {
          Confirm: confirm,
          Refuse: refuse,
          NotSeen: { guard: "byWorld", actions: "notSeen" },
          LookAgain: { guard: "byClock", actions: "looking" },
          Find: { guard: "decide", target: "Published", actions: "published" },
          GiveUp: { guard: "decide", target: "Failed", actions: "explained" },
          Remind: remind
        }
      },
      Failed: { on: { Confirm: confirm, Schedule: schedule, Edit: edit, Withdraw: withdraw, Remind: remind } },
      Missed: { on: { Edit: edit, Withdraw: withdraw, Remind: remind } },
      OnHold: {
        on: { Release: { guard: "hold", target: "Draft", actions: "count" }, Withdraw: withdraw, MissSlot: missSlot }
      },
      Published: { type: "final" },
      Withdrawn: { type: "final" }
    }
  })

  type Snapshot = Parameters<typeof transition<typeof post>>[1]
  return {
    begin: post.resolveState({ value: "None", context: empty }) as Snapshot,
    /** Takes a step; one that is refused is a mistake of the benchmark. */
    take: (current: Snapshot, event: Happening): Snapshot => {
      const [next] = transition(post, current, event)
      if (next.context.version !== current.context.version + 1) throw new Error(`${event.type} was refused.`)
      return next
    }
  }
}
