/**
 * Announcements that a crisis holds, except those of its spokesperson, and that need a grant; for the tests of what stands over cases.
 *
 * @module
 */
import { Tag } from "@dualops/core/account"
import { Action, Actor, Allowance, Process, Standing } from "@dualops/core/process"
import { Schema } from "effect"

const Channel = Schema.NonEmptyString.annotate(Tag.as("channel"))
const title = (name: string) => ({ zh: name, en: name })

/** Leave to speak of something. */
export const clearance = Standing.grant("clearance", { zh: "对外口径许可", en: "clearance" })

/** What is sent. */
export const send = Action.kind({ name: "Send", request: { about: Schema.String }, done: {}, repeatable: true })

const announcement = Process.define("Announcement", {
  title: { zh: "公告", en: "announcement" },
  settings: { every: Allowance.Allowance },
  states: {
    Written: { title: title("Written"), channel: Channel, about: Schema.String },
    Sending: { title: title("Sending"), channel: Channel, about: Schema.String },
    Sent: { title: title("Sent"), channel: Channel }
  },
  actions: { send }
})

/** Something that goes out by itself when its time has come, or at once. */
export const Announcement = announcement.process({
  about: ({ channel }) => title(channel),
  steps: {
    Write: announcement.start({
      title: title("Write"),
      to: ["Written"],
      by: "content.write",
      input: { channel: Channel, about: Schema.String }
    }),
    Send: announcement.step({
      title: title("Send"),
      from: ["Written"],
      to: ["Sending"],
      by: "content.send",
      performs: { send: ({ about }) => ({ about }) }
    }),
    GoOut: announcement.step({
      title: title("GoOut"),
      from: ["Written"],
      to: ["Sending"],
      by: "clock",
      performs: { send: ({ about }) => ({ about }) }
    }),
    Clear: announcement.step({
      title: title("Clear"),
      from: ["Written"],
      to: ["Sending"],
      by: "content.send",
      needs: [{ grant: clearance, of: ({ about }) => about }],
      performs: { send: ({ about }) => ({ about }) }
    }),
    Out: announcement.step({ title: title("Out"), from: ["Sending"], to: ["Sent"], by: "world" }),
    NotOut: announcement.step({
      title: title("NotOut"),
      from: ["Sending"],
      to: ["Written"],
      by: "world",
      input: { detail: Schema.String }
    }),
    Wait: announcement.stay({ title: title("Wait"), from: ["Sending"], by: "clock" })
  },
  final: ["Sent"],
  outcomes: { send: { done: "Out", refused: "NotOut", unknown: "NotOut" } },
  deadlines: {
    time: announcement.deadline({
      title: title("time"),
      while: ["Written"],
      within: ({ every }) => every,
      fires: "GoOut"
    }),
    answer: announcement.deadline({
      title: title("answer"),
      while: ["Sending"],
      within: ({ every }) => every,
      fires: "Wait"
    })
  }
})

const crisis = Process.define("Crisis", {
  title: { zh: "危机", en: "crisis" },
  settings: { every: Allowance.Allowance },
  states: {
    Declared: { title: title("Declared"), channel: Channel, spokesperson: Actor.PersonId },
    Over: { title: title("Over"), channel: Channel }
  }
})

/** While it lasts, nothing is sent on its channel but by its spokesperson. */
export const Crisis = crisis.process({
  about: ({ channel }) => title(channel),
  steps: {
    Declare: crisis.start({
      title: title("Declare"),
      to: ["Declared"],
      by: "crisis.declare",
      input: { channel: Channel, spokesperson: Actor.PersonId }
    }),
    StandDown: crisis.step({ title: title("StandDown"), from: ["Declared"], to: ["Over"], by: "crisis.declare" }),
    Remind: crisis.stay({ title: title("Remind"), from: ["Declared"], by: "clock" })
  },
  final: ["Over"],
  deadlines: {
    attention: crisis.deadline({
      title: title("attention"),
      while: ["Declared"],
      within: ({ every }) => every,
      fires: "Remind"
    })
  },
  standing: {
    Declared: [
      {
        suspends: Standing.steps(Announcement, "Write", "Send", "GoOut", "Clear"),
        of: ({ channel }) => Tag.of("channel", channel),
        except: ({ spokesperson }) => [spokesperson]
      }
    ]
  }
})

const leave = Process.define("Leave", {
  title: { zh: "许可", en: "leave" },
  settings: { every: Allowance.Allowance },
  states: {
    Given: { title: title("Given"), subject: Schema.String },
    Withdrawn: { title: title("Withdrawn") }
  }
})

/** Leave to speak of a subject, until it is withdrawn. */
export const Leave = leave.process({
  about: () => title("leave"),
  steps: {
    Give: leave.start({ title: title("Give"), to: ["Given"], by: "leave.give", input: { subject: Schema.String } }),
    Withdraw: leave.step({ title: title("Withdraw"), from: ["Given"], to: ["Withdrawn"], by: "leave.give" }),
    Remind: leave.stay({ title: title("Remind"), from: ["Given"], by: "clock" })
  },
  final: ["Withdrawn"],
  deadlines: {
    attention: leave.deadline({
      title: title("attention"),
      while: ["Given"],
      within: ({ every }) => every,
      fires: "Remind"
    })
  },
  standing: { Given: [{ grants: clearance, of: ({ subject }) => subject }] }
})
