/**
 * Somebody who reads of a case, and the case as they read of it: what the sentences of pages and messages are made of.
 *
 * @module
 */
import type { Moment } from "../calendar/Moment.ts"
import * as WallClock from "../calendar/WallClock.ts"
import type { Bilingual } from "../finding/Bilingual.ts"

/** What somebody is called, a person or an account: by their name, where a handbook is at hand. */
export type Called = (id: string) => string

/** What a process is called, by its name: by its title, where a house is at hand that runs it. */
export type TitleOf = (process: string) => Bilingual

/** What has to be known of those who read. */
export interface Reader {
  /** By their ids where it is left out. */
  readonly called?: Called
  /** By their names where it is left out. */
  readonly titled?: TitleOf
  /** The zone of the times that they are told; Asia/Shanghai where it is left out. */
  readonly timeZone?: string
}

/** The zone of whoever has said none. */
export const defaultZone = "Asia/Shanghai"

/** What the clock on the wall of those who read shows at a moment: 2026-09-18 22:40. */
export const timeFor = ({ timeZone = defaultZone }: Reader): ((at: Moment) => string) => {
  const wall = WallClock.make(timeZone)
  return (at) => new Date(wall.wallAt(at.epochMilliseconds)).toISOString().slice(0, 16).replace("T", " ")
}

/** A case as people read of it: what the sentences of a message are made of. */
export interface Reading {
  /** What the process is called. */
  readonly title: Bilingual
  /** What the case's state is called. */
  readonly state: Bilingual
  /** What the case is about: the beginning of its line; its name, where that says nothing. */
  readonly about: Bilingual
  readonly called: Called
  /** What the clock on the wall shows at the moment. */
  readonly time: (at: Moment) => string
}
