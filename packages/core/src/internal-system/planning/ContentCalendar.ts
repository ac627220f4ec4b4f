/**
 * The content calendar: what is to be published when, as a table that people keep in a spreadsheet.
 *
 *     id,date,time,author,text,picture
 *     moon-1,2026-09-18,09:30,lin,"中秋预热 https://xinghe.example.com/moon 来了",moon.jpg
 *
 * The columns may have their Chinese names as well: `编号,日期,时间,作者,正文,图片`, and dates and times the forms in which spreadsheets write
 * them: `2026/9/18`, `2026年9月18日`, `8:30`, `08:30:00`. A date whose year does not stand first could mean two days, and is refused.
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
  /** What people call the authors, by their ids: whoever writes a name is told the id. */
  readonly names?: Readonly<Record<string, string>> | undefined
  /** The picture at a path, or nothing if there is none; paths begin in the folder of the calendar's file. */
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

/**
 * What else people call the columns. These names are not taken, since 序号 may count the rows and 内容 be a note, but where the column is
 * missing they are told what it is called.
 */
export const otherNames: Readonly<Record<Column, ReadonlyArray<string>>> = {
  id: ["序号", "编码", "号码", "代号", "number", "no", "code", "key"],
  date: ["日子", "发布日", "day"],
  time: ["時間", "时刻", "时点", "hour"],
  author: ["姓名", "写手", "编辑", "小编", "撰写人", "负责人", "writer", "editor", "name"],
  text: ["内容", "文本", "文字", "文章", "content", "body", "post"],
  picture: ["图", "图像", "照片", "附图", "image", "photo"]
}
