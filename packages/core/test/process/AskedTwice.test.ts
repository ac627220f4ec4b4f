import { Bilingual } from "@dualops/core/finding"
import { AnswerProcess } from "@dualops/core/interaction"
import { Practices } from "@dualops/core/practices"
import { Action, Allowance, AtMostOnce, Process, Soundness } from "@dualops/core/process"
import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

const sent = { since: Schema.DateTimeUtcFromString }
const done = { parcel: Schema.String }
const to = { to: Schema.String }
const { deadline, start, process, step } = Process.define("Parcel", {
  title: Bilingual.same("Parcel"),
  states: {
    Sending: { title: Bilingual.same("Sending"), ...to, ...sent, ...AtMostOnce.givenUp },
    Unsure: { title: Bilingual.same("Unsure"), ...to, ...sent },
    Stuck: { title: Bilingual.same("Stuck"), ...to, ...AtMostOnce.givenUp },
    Sent: { title: Bilingual.same("Sent"), ...to, ...done }
  },
  actions: {
    ship: Action.kind({ name: "Ship", request: to, done, repeatable: false }),
    shipOnce: Action.kind({ name: "Ship", request: { ...to, ...AtMostOnce.givenUp }, done, repeatable: false }),
    shipAnyway: Action.kind({ name: "Ship", request: to, done, repeatable: true }),
    track: Action.kind({ name: "Track", request: to, done, repeatable: true }),
    weigh: Action.kind({ name: "Weigh", request: to, done: {}, repeatable: true })
  }
})

/** The parcel's way, with one thing changed at a time. */
interface Way {
  readonly ship?: "ship" | "shipOnce" | "shipAnyway"
  readonly lookFor?: "track" | "weigh"
  /** Where an unknown outcome leads. */
  readonly lost?: "Unsure" | "Stuck"
  readonly guarded?: boolean
  /** Where giving up leads. */
  readonly over?: "Stuck" | "Sent"
  readonly again?: boolean
}

const parcel = (way: Way): Process.Any => {
  const { again = true, guarded = false, lookFor, lost = "Unsure", over = "Stuck", ship = "ship" } = way
  const request = ({ to }: { readonly to: string }) => ({ to })
  const asked = { [ship]: request }
  const looks = lookFor === undefined ? {} : { [lookFor]: request }
  const open = ["Sending", "Unsure", "Stuck"] as const
  const built = process({
    about: () => Bilingual.same("a parcel"),
    steps: {
      Send: start({
        title: Bilingual.same("Send"),
        to: ["Sending"],
        by: "parcel.send",
        input: to,
        evolve: ({ at, facts }) => ({ _tag: "Sending", ...facts, since: at }),
        performs: asked
      }),
      Arrive: step({
        title: Bilingual.same("Arrive"),
        from: ["Sending", "Unsure"],
        to: ["Sent"],
        by: "world",
        input: done,
        evolve: ({ to }, { facts }) => ({ _tag: "Sent", to, ...facts })
      }),
      Weighed: step({
        title: Bilingual.same("Weighed"),
        from: ["Unsure"],
        to: ["Unsure"],
        by: "world",
        evolve: (state) => state
      }),
      Refuse: step({
        title: Bilingual.same("Refuse"),
        from: ["Sending"],
        to: ["Stuck"],
        by: "world",
        input: Action.refused,
        evolve: ({ to }) => ({ _tag: "Stuck", to })
      }),
      LoseSight: step({
        title: Bilingual.same("LoseSight"),
        from: ["Sending"],
        to: ["Unsure", "Stuck"],
        by: "world",
        input: Action.unknown,
        evolve: ({ since, to }) => (lost === "Unsure" ? { _tag: "Unsure", to, since } : { _tag: "Stuck", to }),
        performs: looks
      }),
      NotSeen: step({
        title: Bilingual.same("NotSeen"),
        from: ["Unsure"],
        to: ["Unsure"],
        by: "world",
        input: Action.unknown,
        evolve: (state) => state
      }),
      GiveUp: step({
        title: Bilingual.same("GiveUp"),
        from: ["Unsure"],
        to: ["Stuck"],
        by: "parcel.send",
        evolve: ({ since, to }) => ({ _tag: "Stuck", to, earlier: since })
      }),
      SendAgain: step({
        title: Bilingual.same("SendAgain"),
        from: ["Stuck"],
        to: ["Sending"],
        by: "parcel.send",
        evolve: ({ to }, { at }) => ({ _tag: "Sending", to, since: at }),
        ...(again && { performs: asked })
      }),
      WriteOff: step({
        title: Bilingual.same("WriteOff"),
        from: open,
        to: ["Sent"],
        by: "clock",
        evolve: ({ to }) => ({ _tag: "Sent", to, parcel: "none" })
      })
    },
    final: ["Sent"],
    deadlines: {
      over: deadline({
        title: Bilingual.same("over"),
        while: open,
        within: () => Allowance.always("9 days"),
        fires: "WriteOff"
      })
    },
    outcomes: {
      [ship]: { done: "Arrive", refused: "Refuse", unknown: "LoseSight" },
      track: { done: "Arrive", refused: "NotSeen", unknown: "NotSeen" },
      weigh: { done: "Weighed", refused: "NotSeen", unknown: "NotSeen" }
    }
  })
  const { GiveUp, LoseSight } = built.steps
  const steps = {
    ...built.steps,
    GiveUp: { ...GiveUp, to: [over], ...(guarded && { unless: () => undefined }) },
    // One step leads to one state only, which the shared declaration cannot say for both.
    LoseSight: { ...LoseSight, to: [lost] }
  }
  return { ...built, steps }
}

const found = (way: Way) =>
  Soundness.check(parcel(way))
    .filter(({ code }) => code === "process/asked-twice")
    .map(({ code, message, where }) => [code, where.path, message.en])
const whole = { ship: "shipOnce", lookFor: "track", guarded: true } as const

describe("Nothing that must not be done twice is asked for again while nobody knows whether it was done", () => {
  it("a parcel is sent again from the state that an unknown outcome leads to", () => {
    assert.deepStrictEqual(found({ lost: "Stuck" }), [
      [
        "process/asked-twice",
        "Parcel.steps.SendAgain",
        "Send leads to Sending, LoseSight leads to Stuck, SendAgain leads to Sending; nobody knows whether ship was done " +
          "by then, and SendAgain asks for it again, without its having been looked for, and the request cannot say that " +
          "there was an earlier attempt: it may be done twice."
      ]
    ])
  })

  it("looked for, given up only after that, and sent with word of the earlier attempt, it is sound", () => {
    assert.deepStrictEqual(found(whole), [])
  })

  it("each part that is left out is told, with the way on which it lacks", () => {
    const told = (way: Way) => found(way).map(([, , message]) => String(message))
    const unlooked = "without its having been looked for"
    const untold = "the request cannot say that there was an earlier attempt"
    for (const [change, lacks] of [
      [{ lookFor: undefined }, [unlooked]],
      // What it weighs does not say whether it has arrived.
      [{ lookFor: "weigh" }, [unlooked]],
      // Somebody gives it up before the look has come back.
      [{ guarded: false }, [unlooked]],
      [{ ship: "ship" }, [untold]],
      [{ ship: "ship", guarded: false }, [unlooked, untold]]
    ] as const) {
      const [message, ...others] = told({ ...whole, ...change } as Way)
      assert.deepStrictEqual(others, [])
      assert.deepStrictEqual(
        [unlooked, untold].filter((lack) => message?.includes(lack)),
        [...lacks]
      )
    }
  })

  it("what is never asked for again, or may be done twice, is sound as it is", () => {
    assert.deepStrictEqual(found({ lost: "Stuck", again: false }), [])
    assert.deepStrictEqual(found({ lost: "Stuck", ship: "shipAnyway" }), [])
  })

  it("what was refused did not happen: it may be asked for again at once", () => {
    assert.deepStrictEqual(found({ over: "Sent" }), [])
  })

  it("every process of the house is sound", () => {
    for (const one of [...Practices.processes(), AnswerProcess]) assert.deepStrictEqual(Soundness.check(one), [])
  })
})
