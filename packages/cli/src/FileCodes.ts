/**
 * What the readers of files say, by code: what a file has to be, and what to do where it is not. Where in the file, and what should stand there,
 * says the finding itself.
 *
 * @module
 */
import { type Meaning, of } from "./Meaning.ts"
import * as WorkbookCodes from "./WorkbookCodes.ts"

/** Every code of the readers of handbooks, of calendars (`calendar-file`) and of content calendars (`calendar`). */
export const meanings: Readonly<Record<string, Meaning>> = {
  "file/not-yaml": of(
    "手册文件是 YAML 1.2，一份文件一份手册。",
    "A handbook's file is YAML 1.2, with one handbook in it.",
    "先改最前面的一处：冒号和逗号用半角，缩进用空格，正文加引号。后面的往往随之消失。",
    "Mend the first place first: half-width colons and commas, blanks for indentation, quotes around texts. What follows often goes with it."
  ),
  "file/indentation": of(
    "每一行的缩进与它同级的行一样。",
    "Every line is indented as those beside it.",
    "按提示的空格数缩进这一行。",
    "Indent the line by as many blanks as the finding says."
  ),
  "file/missing": of(
    "手册必须有的内容都在；所指的是缺少它的上一级。",
    "Everything that a handbook must have is there; the place is that of what lacks it.",
    "补上它。编辑器会按文件第一行的 schema 给出可写的词。",
    "Add it. An editor offers what may stand there, by the schema that the first line of the file names."
  ),
  "file/unknown-key": of(
    "手册里只有它认识的词；写错的词不会被忽略。",
    "A handbook has only words that it knows; a slip is not passed over.",
    "改为提示的词，或删除。自己的章节由 dualops.config.ts 里的 practice 带来。",
    "Write the word that was meant, or take it out. Sections of your own come with a practice in dualops.config.ts."
  ),
  "file/unknown-name": of(
    "引用的人、角色、日历、资源等，手册里都有。",
    "People, roles, calendars, resources that are referred to are in the handbook.",
    "改正名称，或把它写进手册。",
    "Mend the name, or write down what it names."
  ),
  "file/wrong-value": of(
    "每个值都是该处应有的种类。",
    "Every value is of the kind that its place is for.",
    "按提示的「应为」改写；编号和版本要加引号。",
    "Write what the finding says should be there; ids and versions stand in quotes."
  ),
  "file/more": of(
    "同类问题很多，只列出最前面的。",
    "There are many findings of one kind, and the first of them are told.",
    "先改正列出的，再检查一次。",
    "Mend those, and check again."
  ),
  "calendar-file/not-ical": of(
    "排班日历是 iCalendar（.ics）文件。",
    "A calendar of shifts is an iCalendar file (.ics).",
    "从日历应用导出 .ics 文件。",
    "Export an .ics file from the calendar app."
  ),
  "calendar-file/not-utf-8": of(
    "日历文件是 UTF-8 编码。",
    "A calendar is in UTF-8.",
    "以 UTF-8 重新导出。",
    "Export it anew in UTF-8."
  ),
  "calendar-file/broken-line": of(
    "每一行都符合 RFC 5545。",
    "Every line is as RFC 5545 has it.",
    "重新导出，或修正此行。",
    "Export anew, or mend the line."
  ),
  "calendar-file/too-long": of(
    "文件大小在可读范围内。",
    "The file is no longer than is read.",
    "只导出需要的时间段。",
    "Export only the time that matters."
  ),
  "calendar-file/too-much": of(
    "事件和重复的数目在可读范围内。",
    "There are no more events and repetitions than are read.",
    "只导出需要的日历和时间段。",
    "Export only the calendar and the time that matter."
  ),
  "calendar-file/wrong-value": of(
    "每个属性的值都读得懂。",
    "Every property holds what it is for.",
    "按提示的「应为」改写。",
    "Write what the finding says should be there."
  ),
  "calendar-file/unknown-zone": of(
    "时区由文件描述，或用 IANA 时区名。",
    "A time zone is described by the file, or has a name of the IANA data base.",
    "改用 IANA 时区名，如 Asia/Shanghai。",
    "Write a name of the IANA data base, such as Asia/Shanghai."
  ),
  "calendar-file/several-zones": of(
    "时区不用有多种意思的缩写，如 CST。",
    "No time zone is named by an abbreviation of several, such as CST.",
    "写明时区名，如 Asia/Shanghai。",
    "Write the name of the one that is meant, such as Asia/Shanghai."
  ),
  "calendar-file/broken-zone": of(
    "文件里的 VTIMEZONE 读得懂。",
    "What the file says of a time zone can be read.",
    "重新导出，或修正 VTIMEZONE。",
    "Export anew, or mend the VTIMEZONE."
  ),
  "calendar-file/unclear-occurrence": of(
    "改动或取消的是哪一次重复，写得清楚。",
    "A change says which occurrence of its series it means.",
    "写上该次重复原来的开始时间。",
    "Write when that occurrence would have begun."
  ),
  "calendar-file/two-versions": of(
    "同一 UID 的事件看得出哪个较新。",
    "Of events with one UID, one is the later version.",
    "新版本用更高的 SEQUENCE，不同的事件用不同的 UID。",
    "Give a later version a higher SEQUENCE, and different events different UIDs."
  ),
  "calendar-file/cannot-be-taken": of(
    "日历里的内容都能照原意读入；不能的就不读入。",
    "What a calendar says can be taken over as it is meant; what cannot is not taken at all.",
    "按提示改写成能读入的形式。",
    "Say it in the form that the finding names."
  ),
  "calendar-file/unknown-person": of(
    "每个班次和缺勤都看得出是谁。",
    "Of every shift and absence it can be told whose it is.",
    "用 --person 名字=编号 说明是谁。",
    "Say who is meant with --person NAME=ID."
  ),
  "calendar-file/several-people": of(
    "一个班次只有一个人。",
    "A shift is one person's.",
    "每人一个事件。",
    "Make an event for each of them."
  ),
  "calendar-file/unknown-roster": of(
    "班次所属的排班在手册里。",
    "The roster of a shift is in the handbook.",
    "把排班写进手册，或用 --roster 说明是哪一个。",
    "Write the roster down, or say with --roster which one is meant."
  ),
  "calendar-file/two-at-once": of(
    "一个排班同一时刻只有一人值班。",
    "At one time, one person is on duty in a roster.",
    "改短或删除其中一个班次。",
    "Shorten one of the shifts, or take it out."
  ),
  "calendar-file/shift-missing": of(
    "手册排的班次都有人值。",
    "Somebody has every shift that the handbook's rosters have.",
    "在日历里补上班次，或先改手册的排班。",
    "Put the shift back into the calendar, or change the roster first."
  ),
  "calendar/empty": of(
    "内容日历有列名，下面每条微博一行。",
    "A content calendar has its columns, and a row for every post.",
    "写上列名和微博。",
    "Write the columns and the posts."
  ),
  "calendar/not-csv": of(
    "内容日历是 CSV 文件。",
    "A content calendar is CSV.",
    "含逗号、引号或换行的格整格加双引号，格内的双引号写两个。",
    "Put cells with commas, quotes or line breaks in quotes, and write a quote inside twice."
  ),
  "calendar/garbled": of(
    "文件里没有乱码：文字按写入时的编码读取。",
    "A file has no garbled texts: it is read in the encoding in which it was written.",
    "回到原文件，另存为「CSV UTF-8」。",
    "Go back to the file itself, and save it as CSV in UTF-8."
  ),
  "calendar/too-much": of(
    "内容日历的大小在可读范围内。",
    "A content calendar is no larger than is read.",
    "拆成几个文件。",
    "Make several files of it."
  ),
  "calendar/wrong-separator": of(
    "各列用逗号、分号或制表符分隔。",
    "Columns are separated by commas, semicolons or tabs.",
    "换成其中一种。",
    "Write one of those."
  ),
  "calendar/missing-column": of(
    "编号、日期、时间、作者、正文五列都在。",
    "The columns id, date, time, author and text are there.",
    "在第一行补上。",
    "Add it to the first line."
  ),
  "calendar/unknown-column": of(
    "只有认识的列。",
    "There are no columns but those that are known.",
    "改列名或删除该列。",
    "Rename it, or take it out."
  ),
  "calendar/column-twice": of("每列只有一次。", "Every column stands there once.", "只保留一列。", "Keep one of them."),
  "calendar/wrong-width": of(
    "每行的格数与列数相同。",
    "Every row has as many cells as there are columns.",
    "补足或删去；含逗号的正文加双引号。",
    "Add or take out cells; a text with commas stands in quotes."
  ),
  "calendar/wrong-cell": of(
    "每格是该列应有的内容。",
    "Every cell holds what its column is for.",
    "按提示的「应为」改写。",
    "Write what the finding says should be there."
  ),
  "calendar/unknown-person": of(
    "作者是手册里可以撰稿的人。",
    "Authors are people of the handbook who may write posts.",
    "写人的编号，不写姓名。",
    "Write the person's id, not the name."
  ),
  "calendar/id-twice": of("编号各不相同。", "Every post has an id of its own.", "换一个编号。", "Choose another id."),
  "calendar/text-twice": of(
    "正文不重复：微博拒绝刚发过的内容。",
    "No text comes twice: Weibo refuses what it has just had.",
    "改写正文，或隔开日期。",
    "Write another text, or leave days between."
  ),
  "calendar/unknown-name": of(
    "名称是手册里有的。",
    "Names are those of the handbook.",
    "写已有的名称。",
    "Write one that there is."
  ),
  "calendar/slot-twice": of("一个时刻一条微博。", "A slot has one post.", "换一个时段。", "Choose another slot."),
  ...WorkbookCodes.meanings
}
