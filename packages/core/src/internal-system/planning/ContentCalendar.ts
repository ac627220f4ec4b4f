/**
 * The content calendar: what is to be published when, as a table that people keep in a spreadsheet.
 *
 *     id,date,time,author,text,picture
 *     moon-1,2026-09-18,09:30,lin,"中秋预热 https://xinghe.example.com/moon 来了",moon.jpg
 *
 * The columns may have their Chinese names as well: `编号,日期,时间,作者,正文,图片`.
 *
 * This file holds the words; `ContentCalendarFile` reads one, whole or with every mistake at once.
 *
 * @module
 */
import type { Moment } from "../../calendar/Moment.ts"
import type { PersonId } from "../../process/Actor.ts"
import type { CaseId } from "../../process/Case.ts"
import type { BoundContent, BoundPicture } from "../content/Content.ts"

/** One post that is planned. */
export interface Entry {
  readonly id: CaseId
  readonly author: PersonId
  readonly slot: Moment
  readonly content: BoundContent
}

/** What a calendar's names are checked against. */
export interface Known {
  /** Who may write posts; anybody, if that is not known. */
  readonly authors?: ReadonlyArray<string> | undefined
  /** The picture at a place, or nothing if there is none. */
  readonly picture: (source: string) => BoundPicture | undefined
  /** The zone in which dates and times are meant; Asia/Shanghai unless said otherwise. */
  readonly timeZone?: string
}

/** The columns; the last one may be left out. */
export const columns = ["id", "date", "time", "author", "text", "picture"] as const
/** The name of a column. */
export type Column = (typeof columns)[number]

/** What Chinese editors call the columns in a spreadsheet; the first name of each is the one that findings write. */
export const chinese: Readonly<Record<Column, readonly [string, ...ReadonlyArray<string>]>> = {
  id: ["编号"],
  date: ["日期", "发布日期"],
  time: ["时间", "发布时间"],
  author: ["作者", "撰稿人"],
  text: ["正文", "文案"],
  picture: ["图片", "配图"]
}
