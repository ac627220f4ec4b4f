/**
 * The face of a process: what people read of it, in Chinese and in English. Pages, desks, messages, diagrams and refusals take their words
 * from here, so that a process that is declared is a process that can be read.
 *
 * @module
 */
import { Schema } from "effect"
import { Bilingual, same } from "../finding/Bilingual.ts"
import { advice, excerpt } from "../finding/Nearest.ts"
import type { Actor, PersonId } from "./Actor.ts"
import type { Case } from "./Case.ts"
import { isOrder } from "./CaseOrder.ts"
import type { Any, StateOf } from "./Declared.ts"
import { type Called, defaultZone, type Reader, type Reading, timeFor } from "./Reader.ts"
import {
  NotDue,
  NotGranted,
  NotHeard,
  NotPermitted,
  NotSeparate,
  OtherHandbook,
  OutOfOrder,
  Suspended,
  UnknownAccount
} from "./Refusal.ts"

/** What the state is called; a state that the process does not have is called by its own name. */
export const state = (process: Any, name: string): Bilingual => own(process.titles, name) ?? same(name)

/** What the step is called. */
export const step = (process: Any, name: string): Bilingual => own(process.steps, name)?.title ?? same(name)

/** What the deadline is called. */
export const deadline = (process: Any, name: string): Bilingual => own(process.deadlines, name)?.title ?? same(name)

/**
 * What a permission lets somebody do: the steps that ask for it, in the order of their processes. One that no process asks for is called by
 * its code.
 */
export const permission = (processes: ReadonlyArray<Any>, code: string): Bilingual => {
  const titles = processes.flatMap(({ steps }) =>
    Object.values(steps).flatMap(({ by, title }) => (by === code ? [title] : []))
  )
  const once = titles.filter(({ zh }, index) => titles.findIndex((title) => title.zh === zh) === index)
  return once.length === 0
    ? same(code)
    : { zh: once.map(({ zh }) => zh).join("、"), en: once.map(({ en }) => en).join(", ") }
}

/** What the case is about, in one line. */
export const about = <P extends Any>(
  process: P,
  { state }: Case<StateOf<P>>,
  { called = id, titled = same }: Reader = {}
): Bilingual =>
  // A case of this process has a state of this process; so in what follows.
  process.face.about(state as never, called, titled)

/** The case as people read of it. */
export const reading = <P extends Any>(process: P, current: Case<StateOf<P>>, reader: Reader = {}): Reading => {
  const { called = id } = reader
  const line = about(process, current, reader)
  return {
    title: process.title,
    state: state(process, current.state._tag),
    about: { zh: beginning(line.zh) || current.id, en: beginning(line.en) || current.id },
    called,
    time: timeFor(reader)
  }
}

/** The case as others speak of it: what it is, and what it is about. */
export const named = ({ about, title }: Pick<Reading, "about" | "title">): Bilingual => ({
  zh: `${title.zh}「${about.zh}」`,
  en: `the ${title.en} “${about.en}”`
})

/** What a person is told of a case that stands still. */
export const waiting = ({ about, state, title }: Reading): Bilingual => ({
  zh: `${title.zh}「${about.zh}」现为「${state.zh}」，需要有人处理。`,
  en: `The ${title.en} “${about.en}” (${state.en}) waits for somebody to decide what happens to it.`
})

/** Whoever reads it finds the case by it, on a phone as well. Signs that turn the sentence round in which it stands are shown, and do nothing. */
const beginning = (line: string): string => {
  const plain = line
    .slice(0, longest * 100)
    .replace(/\s+/gu, " ")
    .trim()
  const signs = [...plain.toWellFormed().replace(/[\p{Cc}\p{Bidi_Control}]/gu, "\ufffd")]
  return signs.length <= longest ? signs.join("") : `${signs.slice(0, longest).join("")}…`
}

const longest = 60

/** What was promised, and to whom. */
export const promised = <P extends Any>(process: P, { state }: Case<StateOf<P>>, called: Called = id) =>
  process.face.promised?.(state as never, called)

/** The people without whom the case does not move; none where anybody with the permission will do. */
export const awaits = <P extends Any>(process: P, { state }: Case<StateOf<P>>): ReadonlyArray<PersonId> =>
  process.face.awaits?.(state as never) ?? []

/**
 * Why a step was refused, as people read it. The kernel's reasons are said in both languages; so is a reason of the process's own that has
 * a `said`, and any other is its message.
 */
export const refusal = (process: Any, reason: unknown, called: Called = id, timeZone = defaultZone): Bilingual => {
  if (reason instanceof OutOfOrder) {
    const [where, what] = [state(process, reason.state), step(process, reason.step)]
    return {
      zh: `「${where.zh}」时不能${what.zh}。`,
      en: `A case that is ${where.en} does not let anybody ${what.en}.`
    }
  }
  if (reason instanceof NotPermitted) {
    const what = step(process, reason.step)
    const who = actor(process, reason.by, called)
    return {
      zh: `${who.zh} 没有「${what.zh}」的权限。`,
      en: `${who.en} may not ${what.en}: the permission ${reason.needs} is missing.`
    }
  }
  if (reason instanceof NotDue) {
    const [what, who] = [step(process, reason.step), actor(process, reason.by, called)]
    return { zh: `「${what.zh}」现在不由 ${who.zh} 触发。`, en: `Now is not when ${who.en} lets anybody ${what.en}.` }
  }
  if (reason instanceof NotHeard) {
    const [what, who] = [step(process, reason.step), actor(process, reason.by, called)]
    return { zh: `「${what.zh}」不接收${who.zh}的结果。`, en: `${what.en} does not hear of ${who.en}.` }
  }
  if (reason instanceof NotSeparate) {
    const [did, what] = [step(process, reason.did), step(process, reason.step)]
    return {
      zh: `${called(reason.person)} 已做过「${did.zh}」，「${what.zh}」须由他人处理。`,
      en: `${called(reason.person)} did ${did.en}, so somebody else has to ${what.en}.`
    }
  }
  if (reason instanceof Suspended) {
    const what = step(process, reason.step)
    const { heldBy, until } = reason
    const time = until && timeFor({ timeZone })(until)
    const zh = [heldBy && `经办人 ${called(heldBy)}`, time && `至 ${time}`].filter(Boolean).join("，")
    const en = [heldBy && `${called(heldBy)} has it in hand`, time && `until ${time}`].filter(Boolean).join(", ")
    return {
      zh: `「${what.zh}」暂停办理，见「${reason.title.zh}」${reason.case}${zh && `：${zh}`}。`,
      en: `To ${what.en} is suspended by the ${reason.title.en} ${reason.case}${en && `: ${en}`}.`
    }
  }
  if (reason instanceof UnknownAccount) {
    const what = step(process, reason.step)
    const advised = advice(reason.account, reason.known, { zh: "手册里没有写明任何账号。", en: "It has none." })
    return {
      zh: `「${what.zh}」所指的账号「${excerpt(reason.account)}」不在手册里。${advised.zh}`,
      en: `To ${what.en} is for the account ${excerpt(reason.account)}, which the handbook does not have. ${advised.en}`
    }
  }
  if (reason instanceof NotGranted) {
    const { grant, of } = reason
    const title =
      process.steps[reason.step]?.needs.find((need) => need.grant.name === grant)?.grant.title ?? same(grant)
    const what = step(process, reason.step)
    return {
      zh: `「${what.zh}」需要「${title.zh}」（${excerpt(of)}），目前没有。`,
      en: `To ${what.en}, ${title.en} of ${excerpt(of)} has to be granted, and is not.`
    }
  }
  if (reason instanceof OtherHandbook) {
    return { zh: `该事项依据手册 ${reason.begun}，而不是 ${reason.given}。`, en: reason.message }
  }
  if (isSpoken(reason)) return spoken(reason, called)
  return same(reason instanceof Error ? reason.message : String(reason))
}

/** What whoever acts is called: a person, and in whose place they act; a deadline of the process, and for which time it has run out. */
export const actor = (process: Any, by: Actor, called: Called = id): Bilingual => {
  switch (by._tag) {
    case "Person": {
      const [who, place] = [called(by.person), by.onBehalfOf && called(by.onBehalfOf)]
      return place === undefined ? same(who) : { zh: `${who}（代${place}）`, en: `${who} in the place of ${place}` }
    }
    case "Clock": {
      const { en, zh } = deadline(process, by.deadline)
      return by.rung === 1
        ? { zh: `${zh}到时`, en: `the clock (${en})` }
        : { zh: `${zh}第 ${by.rung} 次到时`, en: `the clock (${en}, rung ${by.rung})` }
    }
    case "World":
      return { zh: "外部系统", en: "the world" }
    case "Child": {
      const kind = own(process.actions, by.order)
      if (kind === undefined || !isOrder(kind))
        return { zh: `子事项 ${by.case}（${by.state}）`, en: `the case ${by.case} that it began (${by.state})` }
      const { process: child } = kind.order
      const end = state(child, by.state)
      return {
        zh: `子事项「${child.title.zh}」（${end.zh}）`,
        en: `the ${child.title.en} that it began (${end.en})`
      }
    }
  }
}

/** A refusal that says in both languages why. */
export interface Spoken {
  /** The sentence, or a function that makes it where it names people. */
  readonly said: Bilingual | ((called: Called) => Bilingual)
}

/** A refusal's sentence; its message is the English one, with ids. */
export const spoken = (reason: Spoken, called: Called = id): Bilingual =>
  typeof reason.said === "function" ? reason.said(called) : reason.said

const isSpoken = (reason: unknown): reason is Spoken =>
  typeof reason === "object" &&
  reason !== null &&
  "said" in reason &&
  (typeof reason.said === "function" || Schema.is(Bilingual)(reason.said))

const id: Called = (name) => name

const own = <A>(names: Readonly<Record<string, A>>, name: string): A | undefined =>
  Object.hasOwn(names, name) ? names[name] : undefined
