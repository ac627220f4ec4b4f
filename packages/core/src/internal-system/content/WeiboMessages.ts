/**
 * What Weibo's rules say where they apply.
 *
 * @module
 * @internal
 */
import type { Bilingual } from "../../finding/Bilingual.ts"
import type { Statement } from "./ContentRule.ts"

/** Weibo answers 20008. */
export const empty: Statement = {
  code: "weibo/empty",
  severity: "error",
  message: { zh: "正文没有可见的文字。", en: "The text has nothing to be seen." },
  fix: { zh: "写上正文。", en: "Write a text." }
}

/** None of several routes takes the post as it is: why not, route by route. */
export const noRoute = (obstacles: ReadonlyArray<Bilingual>): Statement => ({
  code: "weibo/no-route",
  severity: "error",
  message: {
    zh: `没有一条发布途径能发出这条微博：${obstacles.map(({ zh }) => zh).join("；")}。`,
    en: `No route of the app takes this post: ${obstacles.map(({ en }) => en).join("; ")}.`
  },
  fix: {
    zh: "缩短正文，或减少图片，使其中一条途径能发出。",
    en: "Make the text shorter or leave pictures out, until one of the routes takes it."
  }
})

/** Weibo answers 20012 (or 20049). */
export const tooLong = (units: number, most: number): Statement => ({
  code: "weibo/too-long",
  severity: "error",
  message: {
    zh: `正文相当于${Math.ceil(units / 2)}个汉字，这条发布途径最多${most / 2}个汉字。`,
    en: `The text counts ${units} units; this route takes ${most}, that is ${most / 2} Chinese characters.`
  },
  fix: {
    zh: `从标出之处起删去相当于${Math.ceil((units - most) / 2)}个汉字的文字。`,
    en: `Take ${units - most} units away; what is marked does not fit.`
  }
})

/** `upload` is the interface for a text with its picture. */
export const noPicture: Statement = {
  code: "weibo/picture-missing",
  severity: "error",
  message: { zh: "这条发布途径必须有图片。", en: "This route needs a picture." },
  fix: { zh: "加上图片，或换用不带图片的发布途径。", en: "Add a picture, or take a route without pictures." }
}

/** Said of every picture above the route's number. */
export const tooManyPictures = (count: number, most: number): Statement => ({
  code: "weibo/too-many-pictures",
  severity: "error",
  message: {
    zh: `共有${count}张图片，这条发布途径最多${most}张。`,
    en: `There are ${count} pictures; this route takes ${most}.`
  },
  fix: { zh: "删去多出的图片。", en: "Leave this picture out." }
})

/** The interface that reposts has no parameter for one. */
export const pictureInRepost: Statement = {
  code: "weibo/repost-picture",
  severity: "error",
  message: { zh: "转发不能带图片。", en: "A repost takes no picture." },
  fix: { zh: "去掉图片，或另发一条自己的微博。", en: "Leave the picture out, or write a post of your own." }
}

/** Weibo answers 20006. */
export const pictureTooLarge = (most: number): Statement => ({
  code: "weibo/picture-too-large",
  severity: "error",
  message: {
    zh: `图片必须小于${most / 1024 / 1024}MB。`,
    en: `A picture has to be smaller than ${most / 1024 / 1024} MB.`
  },
  fix: { zh: "压缩图片。", en: "Make the picture smaller." }
})

/** A picture without a byte. */
export const pictureEmpty: Statement = {
  code: "weibo/picture-empty",
  severity: "error",
  message: { zh: "图片文件是空的。", en: "The picture's file is empty." },
  fix: { zh: "换一个图片文件。", en: "Take another file." }
}

/** Weibo answers 10017, "text not find domain!" or "appkey not bind domain!". */
export const noSafeLink = (domains: ReadonlyArray<string>): Statement => ({
  code: "weibo/no-safe-link",
  severity: "error",
  message: {
    zh: "正文里没有指向安全域名、后面跟着空格的链接，这条发布途径会被拒绝。",
    en: "This route refuses a text without a link to a safe domain that a blank or the end follows."
  },
  fix:
    domains.length === 0
      ? { zh: "先为应用登记安全域名。", en: "Register a safe domain for the app first." }
      : {
          zh: `加上指向${domains.join("、")}的链接，后面留一个空格。`,
          en: `Add a link to ${domains.join(" or ")}, and a blank behind it.`
        }
})

/** Weibo takes what follows a link without a blank for a part of it. */
export const linkNotEnded: Statement = {
  code: "weibo/link-not-ended",
  severity: "warning",
  message: {
    zh: "链接后面没有空格，会把后面的文字吞进去。",
    en: "No blank follows the link, so it swallows the text behind it."
  },
  fix: { zh: "在链接后面加一个空格。", en: "Put a blank behind the link." }
}

/** Weibo takes the topic without a word, so nobody would notice. */
export const topic: Statement = {
  code: "weibo/topic",
  severity: "error",
  message: {
    zh: "这条发布途径不能带#话题#，微博会悄悄去掉它。",
    en: "This route takes no #topic#: Weibo strips it without a word."
  },
  fix: { zh: "去掉#号，或换用别的发布途径。", en: "Take the # signs away, or another route." }
}

/** Weibo counts zero-width characters in part, so the length is not certain. */
export const padding: Statement = {
  code: "weibo/zero-width",
  severity: "note",
  message: {
    zh: "这里有看不见的零宽字符，微博计字数时只算其中一部分。",
    en: "There are characters without width here; Weibo counts a part of them."
  },
  fix: { zh: "删去零宽字符。", en: "Delete them." }
}

/** The reader is shown another order than was written, approved and counted. */
export const turnedRound: Statement = {
  code: "weibo/bidi-control",
  severity: "warning",
  message: {
    zh: "这里有改变文字方向的控制符，读者看到的顺序与所写的不同。",
    en: "Controls of direction stand here: readers see another order than was written."
  },
  fix: { zh: "删去控制符。", en: "Delete them." }
}
