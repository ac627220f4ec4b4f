/**
 * What a reader of YAML says about a file that is none, in Chinese and in English.
 *
 * @module
 */
import type { ErrorCode } from "yaml"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Finding, Place } from "../finding/Finding.ts"
import { advice, excerpt } from "../finding/Nearest.ts"

/** A file, or a place in it, that is not YAML as handbooks have it. */
export const broken = (where: Place, { en, zh }: Bilingual, fix: Bilingual = mend): Finding => ({
  code: "file/not-yaml",
  severity: "error",
  where,
  evidence: en,
  message: { zh: `文件不是正确的 YAML：${zh}。`, en: `The file is not YAML: ${en}.` },
  fix
})

/** Whether no more than a symptom is known: what caused it may stand elsewhere. */
export const isSymptom = ({ code, fix }: Finding): boolean => code === "file/not-yaml" && fix === mend

const mend: Bilingual = { zh: "按 YAML 格式修正此处。", en: "Mend the YAML at this place." }

/** What is wrong, and what mends it. */
export interface Said {
  readonly problem: Bilingual
  readonly fix: Bilingual
}

export const tab = {
  problem: { zh: "缩进里有制表符", en: "a tab stands in the indentation" },
  fix: {
    zh: "缩进只用空格：把每个制表符换成两个空格。",
    en: "Indent with blanks only: put two in the place of every tab."
  }
} as const satisfies Said
export const wideBlank = {
  problem: { zh: "这里的空格是全角空格", en: "the blank here is a full-width one (U+3000)" },
  fix: { zh: "换成半角空格；若是正文，加上引号。", en: "Write a half-width blank; a text is put in quotes." }
} as const satisfies Said
export const wideComma = {
  problem: { zh: "「，」是全角逗号，不能分隔各项", en: "the comma ， is a full-width one, which separates nothing" },
  fix: {
    zh: "写成半角的「, 」；若是正文，加上引号。",
    en: 'Write ", ", a half-width comma and a blank; a text is put in quotes.'
  }
} as const satisfies Said
export const wideColon = (key: string): Said => {
  // A key is short; where it is not, it is a text, of which the end is shown.
  const name = key.slice(-60).replaceAll(/^[\s{,，-]+|[\s：]+$/g, "")
  return {
    problem: {
      zh: `「${name}」后面的「：」是全角冒号，不能结束一个键`,
      en: `the colon ： behind ${name} is a full-width one, which ends no key`
    },
    fix: {
      zh: `写成「${name}: 」，冒号为半角，后面加空格；若是正文，加上引号。`,
      en: `Write "${name}: ", with a half-width colon and a blank; a text is put in quotes.`
    }
  }
}

export const notMap: Bilingual = { zh: "内容不是一组键和值", en: "it is not a list of keys with their values" }
export const notWord: Said = {
  problem: { zh: "键必须是一个词", en: "a key is not a word" },
  fix: {
    zh: "把键写成一个词；以括号、「?」「*」开头的正文，加上引号。",
    en: "Write one word for the key; a text that begins with a bracket, ? or * is put in quotes."
  }
}
export const protoKey: Bilingual = { zh: "键不能叫「__proto__」", en: "no key may be called __proto__" }
export const aliases: Bilingual = { zh: "别名展开过多", en: "its aliases unfold to too much" }
export const halfCharacter: Bilingual = { zh: "转义写出了半个字符", en: "an escape writes half of a character" }

export const noAnchor = (name: string, anchors: ReadonlyArray<string>): Said => ({
  problem: {
    zh: `别名「*${excerpt(name)}」之前没有锚点「&${excerpt(name)}」`,
    en: `no anchor &${excerpt(name)} stands before the alias *${excerpt(name)}`
  },
  fix: advice(name, anchors, {
    zh: `在别名之前写下锚点「&${excerpt(name)}」；若是正文，加上引号。`,
    en: `Write the anchor &${excerpt(name)} before the alias; a text is put in quotes.`
  })
})
export const inItself = (name: string): Said => ({
  problem: {
    zh: `别名「*${excerpt(name)}」在自己的锚点里面`,
    en: `the alias *${excerpt(name)} stands inside its own anchor`
  },
  fix: { zh: "写出内容，不用别名。", en: "Write out what is meant, without the alias." }
})

export const directive = {
  problem: { zh: "文件开头的指令无法识别", en: "a directive stands here, and %YAML 1.2 is the only one that is read" },
  fix: { zh: "删除这一行；若是正文，加上引号。", en: "Take the line out; a text is put in quotes." }
} as const satisfies Said

/** A character that YAML does not have, or that a decoder wrote where it could not read. */
export const character = (found: string): Said => {
  if (found === "\r")
    return {
      problem: {
        zh: "这一行以回车（CR）结尾，没有换行（LF）",
        en: "the line ends with a carriage return and no line feed"
      },
      fix: { zh: "用 LF 或 CRLF 换行另存文件。", en: "Save the file with LF or CRLF at the ends of its lines." }
    }
  if (found === "\u0000" || found === "\ufffd")
    return {
      problem: { zh: "文件不是 UTF-8 编码", en: "the file is not in UTF-8" },
      fix: { zh: "用 UTF-8 编码另存文件。", en: "Save the file as UTF-8." }
    }
  const code = `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`
  return {
    problem: { zh: `这里有看不见的字符 ${code}`, en: `the character ${code} stands here, which shows nothing` },
    fix: { zh: "删除这个字符。", en: "Take the character out." }
  }
}

export const twice = (name: string, first: number): Said => ({
  problem: {
    zh: `键「${excerpt(name)}」在同一处出现了第二次，第一次在第 ${first} 行`,
    en: `the key ${excerpt(name)} stands here a second time, after line ${first}`
  },
  fix: {
    zh: `第 ${first} 行的「${excerpt(name)}」和这一个只留一个，或把其中一个改名。`,
    en: `Keep the ${excerpt(name)} of line ${first} or this one, or give one of them another name.`
  }
})
export const tooLong = (characters: number, most: number): Bilingual => ({
  zh: `有 ${characters} 个字符，最多读 ${most} 个`,
  en: `it has ${characters} characters, and ${most} are the most that is read`
})
export const tooMany = (most: number): Bilingual => ({
  zh: `键和值超过 ${most} 个`,
  en: `it has more than ${most} keys and values`
})
export const tooDeep = (most: number): Bilingual => ({
  zh: `嵌套超过 ${most} 层`,
  en: `it is nested more than ${most} levels deep`
})
export const tooManyNames = (most: number): Bilingual => ({
  zh: `锚点、别名和标签超过 ${most} 个`,
  en: `it has more than ${most} anchors, aliases and tags`
})
export const tooManySigns = (most: number): Bilingual => ({
  zh: `换行、逗号、冒号和注释超过 ${most} 个`,
  en: `it has more than ${most} lines, commas, colons and comments`
})
export const closesNothing = (bracket: string): Bilingual => ({
  zh: `「${bracket}」没有对应的开括号`,
  en: `${bracket} closes nothing here`
})
export const notClosed = (bracket: string): Said => ({
  problem: { zh: `这里的括号没有用「${bracket}」关上`, en: `the bracket here is not closed by ${bracket}` },
  fix: {
    zh: `在末尾写上「${bracket}」；若是正文，加上引号。`,
    en: `Write ${bracket} at its end; a text is put in quotes.`
  }
})
/** Behind a text in quotes, or behind a bracket that closes, the value is over. */
export const behindValue = (found: string): Said => ({
  problem: {
    zh: `值已经结束，后面多了「${excerpt(found)}」`,
    en: `the value has ended, and behind it stands ${excerpt(found)}`
  },
  fix: { zh: "删除它；若属于正文，放进引号里。", en: "Take it out; what belongs to a text goes into its quotes." }
})

/** What the parser says, which speaks English only, with the kind of the mistake in Chinese. */
export const parserSays = (code: ErrorCode, message: string): Bilingual => ({
  zh: kinds[code],
  en: message.slice(0, 200)
})

const kinds: Readonly<Record<ErrorCode, string>> = {
  ALIAS_PROPS: "别名不能带标签或锚点",
  BAD_ALIAS: "别名或锚点不对",
  BAD_COLLECTION_TYPE: "标签与内容不符",
  BAD_DIRECTIVE: "文件开头的指令不对",
  BAD_DQ_ESCAPE: "双引号内的转义不对，反斜杠要写两个",
  BAD_INDENT: "缩进不对",
  BAD_PROP_ORDER: "标签或锚点的位置不对",
  BAD_SCALAR_START: "值不能以这个字符开头，要加引号",
  BLOCK_AS_IMPLICIT_KEY: "一行里有两个冒号，值要加引号",
  BLOCK_IN_FLOW: "括号内不能换行缩进写法",
  DUPLICATE_KEY: "键重复",
  IMPOSSIBLE: "读不懂",
  KEY_OVER_1024_CHARS: "键太长",
  MISSING_CHAR: "缺少冒号、逗号、引号、空格或括号",
  MULTILINE_IMPLICIT_KEY: "键必须写在一行里，可能缺少冒号或引号",
  MULTIPLE_ANCHORS: "一处只能有一个锚点",
  MULTIPLE_DOCS: "一个文件只能有一份手册，中间不能有「---」",
  MULTIPLE_TAGS: "一处只能有一个标签",
  NON_STRING_KEY: "键必须是文字",
  RESOURCE_EXHAUSTION: "展开后过大",
  TAB_AS_INDENT: "缩进要用空格，不能用制表符",
  TAG_RESOLVE_FAILED: "标签或值无法识别",
  UNEXPECTED_TOKEN: "这里多了字符"
}
