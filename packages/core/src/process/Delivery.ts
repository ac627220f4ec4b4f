/**
 * The form of a delivery: what is declared of something that must not be done twice, and what a process gets for it.
 *
 * @module
 */
import type { Result, Schema } from "effect"
import type { Bilingual } from "../finding/Bilingual.ts"
import type * as Action from "./Action.ts"
import type { Permission } from "./Actor.ts"
import type { failed, givenUp, NotThisOne, Policy, StillLooking, sent, unconfirmed } from "./Attempt.ts"
import type { Deadline, Outcomes, StateOf, Step } from "./Declaration.ts"

type Fields = Schema.Struct.Fields
type Type<F extends Fields> = Schema.Struct<F>["Type"]

/** Fields of a request and of an answer: they are stored, and need no service to be read or written. */
export type Stored = Readonly<Record<string, Schema.Codec<unknown, unknown>>>

/** What its parts are called in a process, unless it names them otherwise: for itself, or because it has two deliveries. */
export const names = {
  send: "send",
  look: "look",
  sent: "Sending",
  unconfirmed: "Unconfirmed",
  failed: "Failed",
  done: "Done",
  Confirm: "Confirm",
  Refuse: "Refuse",
  LoseSight: "LoseSight",
  TimeOut: "TimeOut",
  NotSeen: "NotSeen",
  LookAgain: "LookAgain",
  Find: "Find",
  GiveUp: "GiveUp",
  patience: "patience",
  nextLook: "nextLook"
} as const

/** Other names for its parts, and the name of a state in which it waits to be sent, if there is one. */
export type Names = { readonly [Part in keyof typeof names | "waiting"]?: string }

/** What a part is called. */
export type Name<N extends Names, Part extends keyof Names> = N extends {
  readonly [P in Part]: infer Own extends string
}
  ? Own
  : Part extends keyof typeof names
    ? (typeof names)[Part]
    : never

/** What people call its parts, from what they call its states. */
export const said = ({ done, failed, sent }: Readonly<Record<"sent" | "done" | "failed", Bilingual>>) => ({
  unconfirmed: { zh: `是否${done.zh}不明`, en: `perhaps ${done.en}` },
  Confirm: { zh: `获知${done.zh}`, en: `hear that it is ${done.en}` },
  Refuse: { zh: `获知${failed.zh}`, en: `hear that it is ${failed.en}` },
  LoseSight: { zh: `获知是否${done.zh}不明`, en: `hear that it is perhaps ${done.en}` },
  TimeOut: { zh: `未获知是否${done.zh}`, en: `hear nothing of whether it is ${done.en}` },
  NotSeen: { zh: `未见${done.zh}的迹象`, en: `see no sign that it is ${done.en}` },
  LookAgain: { zh: `再次核实是否${done.zh}`, en: `look again whether it is ${done.en}` },
  Find: { zh: `确认${done.zh}`, en: `confirm that it is ${done.en}` },
  GiveUp: { zh: `确认${failed.zh}`, en: `confirm that it is ${failed.en}` },
  patience: { zh: `${sent.zh}的等待期限`, en: `patience while it is ${sent.en}` },
  nextLook: { zh: `下次核实是否${done.zh}`, en: `next look whether it is ${done.en}` }
})

/** What is declared of it. */
export interface Declaration<
  Kept extends Fields,
  Request extends Stored,
  Done extends Stored,
  By extends Permission,
  N extends Names
> {
  /** The names of the two kinds of action: to do it once, and to look whether it was done. */
  readonly kinds: { readonly send: string; readonly look: string }
  /** What is asked; to send, with the moment of an earlier attempt that may still come; to look, with the moment since when it was sent. */
  readonly request: Request
  /** What is told when it was done. */
  readonly done: Done
  /** What its case knows throughout. */
  readonly keeps: Kept
  /** The request, from what its case knows. */
  readonly asks: (state: Type<Kept>) => Type<Request>
  /** Who says that it was done, or that it was not, when nothing else can tell. */
  readonly by: By
  /** What people call its states: on its way; `done` and `failed` complete the sentence “it is …”, as 已 and 未 do in Chinese. */
  readonly titles: { readonly [State in "sent" | "done" | "failed" | (N extends Waits ? "waiting" : never)]: Bilingual }
  /** Whatever its parts are called beside the names that they have by themselves. */
  readonly names?: N & { readonly [Part in Exclude<keyof N, keyof Names>]: never }
  /** The thing outside that becomes the case's own when it was done. */
  readonly uniqueKey?: (done: Type<Done>) => string
}
type Waits = { readonly waiting: string }

/** What a process takes into its own declaration, each part under the name that it has there. */
export interface Delivery<
  Kept extends Fields,
  Request extends Stored,
  Done extends Stored,
  By extends Permission,
  N extends Names
> {
  readonly states: States<Kept, Done, N>
  readonly actions: {
    readonly [A in Name<N, "send">]: Action.Kind<string, Type<Request & typeof givenUp>, Type<Done>>
  } & {
    readonly [A in Name<N, "look">]: Action.Kind<string, Type<Request & typeof sent>, Type<Done>>
  }
  /** What every step performs that leads to the state in which it is on its way. */
  readonly sends: {
    readonly [A in Name<N, "send">]: (next: { readonly _tag: string }) => Type<Request & typeof givenUp> | undefined
  }
  readonly steps: Steps<Kept, Done, By, N>
  readonly deadlines: {
    readonly [D in Name<N, "patience">]: Deadline<In<Kept, Done, N, "sent">, Name<N, "TimeOut">, Policy>
  } & { readonly [D in Name<N, "nextLook">]: Deadline<In<Kept, Done, N, "unconfirmed">, Name<N, "LookAgain">, Policy> }
  readonly outcomes: {
    readonly [A in Name<N, "send">]: Outcomes<string> & {
      readonly done: Name<N, "Confirm">
      readonly refused: Name<N, "Refuse">
      readonly unknown: Name<N, "LoseSight">
    }
  } & {
    readonly [A in Name<N, "look">]: Outcomes<string> & {
      readonly done: Name<N, "Confirm">
      readonly refused: Name<N, "NotSeen">
      readonly unknown: Name<N, "NotSeen">
    }
  }
}

/** Its states, with their titles. */
export type States<Kept extends Fields, Done extends Fields, N extends Names> = {
  readonly [S in keyof FieldsOf<Kept, Done, N>]: { readonly title: Bilingual } & FieldsOf<Kept, Done, N>[S]
}
type FieldsOf<Kept extends Fields, Done extends Fields, N extends Names> = {
  readonly [S in Name<N, "waiting">]: Kept & typeof givenUp
} & { readonly [S in Name<N, "sent">]: Kept & typeof givenUp & typeof sent } & {
  readonly [S in Name<N, "unconfirmed">]: Kept & typeof givenUp & typeof unconfirmed
} & { readonly [S in Name<N, "failed">]: Kept & typeof givenUp & typeof failed } & {
  readonly [S in Name<N, "done">]: Kept & Done
}
type Part = "waiting" | "sent" | "unconfirmed" | "failed" | "done"
/** Its case, in these states. */
type In<Kept extends Fields, Done extends Fields, N extends Names, P extends Part> = StateOf<
  FieldsOf<Kept, Done, N>,
  Name<N, P> & keyof FieldsOf<Kept, Done, N>
>

/** Its steps, by what the process calls them. */
type Steps<Kept extends Fields, Done extends Fields, By extends Permission, N extends Names> = {
  readonly [S in keyof Rules<Kept, Done, By, N> & keyof Names as Name<N, S>]: Rules<Kept, Done, By, N>[S]
}

type Told<F extends Fields> = Result.Result<Type<F>>

interface Rules<Kept extends Fields, Done extends Fields, B extends Permission, N extends Names> {
  /** It was done: also when that is heard late, after somebody has given it up. */
  readonly Confirm: Step<
    In<Kept, Done, N, "waiting" | "sent" | "unconfirmed" | "failed">,
    In<Kept, Done, N, "done">,
    "world",
    Done,
    Done,
    Policy,
    NotThisOne,
    Told<Done>
  >
  /** It was not done, and would be refused again as it is. */
  readonly Refuse: Step<
    In<Kept, Done, N, "sent" | "unconfirmed">,
    In<Kept, Done, N, "failed">,
    "world",
    typeof failed,
    typeof failed,
    Policy,
    never,
    Told<typeof failed>
  >
  /** It may have been done: it is looked for, and not sent again. */
  readonly LoseSight: Step<
    In<Kept, Done, N, "sent">,
    In<Kept, Done, N, "unconfirmed">,
    "world",
    typeof Action.unknown,
    typeof Action.unknown,
    Policy,
    never,
    Told<typeof Action.unknown>
  >
  /** No answer came at all, which is no better. */
  readonly TimeOut: Step<
    In<Kept, Done, N, "sent">,
    In<Kept, Done, N, "unconfirmed">,
    "clock",
    {},
    {},
    Policy,
    never,
    Told<{}>
  >
  /** It is not to be seen, yet: there are a few more looks, and then a person has to decide. */
  readonly NotSeen: Step<
    In<Kept, Done, N, "unconfirmed">,
    In<Kept, Done, N, "unconfirmed">,
    "world",
    typeof Action.unknown,
    Unseen,
    Policy,
    never,
    Told<Unseen>
  >
  /** It is time for the next look. */
  readonly LookAgain: Step<
    In<Kept, Done, N, "unconfirmed">,
    In<Kept, Done, N, "unconfirmed">,
    "clock",
    {},
    {},
    Policy,
    never,
    Told<{}>
  >
  /** A person has seen with their own eyes that it was done. */
  readonly Find: Step<
    In<Kept, Done, N, "unconfirmed" | "failed">,
    In<Kept, Done, N, "done">,
    B,
    Done,
    Done,
    Policy,
    never,
    Told<Done>
  >
  /** A person has looked, and is sure that it was not done; it was looked for before, as often as the handbook says. */
  readonly GiveUp: Step<
    In<Kept, Done, N, "unconfirmed">,
    In<Kept, Done, N, "failed">,
    B,
    {},
    {},
    Policy,
    StillLooking,
    Told<{}>
  >
}

type Unseen = typeof Action.unknown & Pick<typeof unconfirmed, "nextLook">
