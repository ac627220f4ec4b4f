/**
 * Whether a link stands in the HTML of a page: to be followed, to be read, or as a picture of its code.
 *
 * The page is cut into tags and texts as the standard says, with its escapes, comments and scripts, and no tree is built of them: a page of a million tags that are
 * never closed takes no longer than any other.
 *
 * @module
 */
import { TrackedLink } from "@dualops/core/channels"
import { type Token, type TokenHandler, Tokenizer, TokenizerMode } from "parse5"

/** How it stands there. */
export type How = "link" | "picture" | "text"

/** How the link stands on a page with that address, and nothing where it does not. */
export const find = (html: string, page: string, link: string): How | undefined => {
  let [base, isBased, text] = [page, false, ""]
  let found: How | undefined
  /** The element whose text nobody is shown. */
  let unread: string | undefined
  const read = () => {
    if (unread === undefined && addressesIn(text).some((word) => TrackedLink.isSame(word, link))) found ??= "text"
    text = ""
  }
  const add = ({ chars }: Token.CharacterToken) => {
    text += chars
  }
  const handler: TokenHandler = {
    onStartTag: ({ attrs, tagName: name }) => {
      read()
      const { alt = "", href, src, "xlink:href": inDrawing } = attributesOf(attrs)
      const to = URL.parse((href ?? inDrawing ?? "").trim(), base)?.href
      if (name === "base" && href !== undefined && !isBased)
        [base, isBased] = [to !== undefined && to.length <= longest ? to : page, true]
      if ((name === "a" || name === "area") && to !== undefined && TrackedLink.isSame(to, link)) found = "link"
      if (name === "img" && (isPictureOf(src, link) || TrackedLink.isSame(alt.trim(), link))) found ??= "picture"
      const mode = raw[name]
      if (mode === undefined) return
      tokenizer.state = mode
      unread ??= name
    },
    onEndTag: ({ tagName }) => {
      read()
      if (tagName === unread) unread = undefined
    },
    onCharacter: add,
    onNullCharacter: () => undefined,
    onWhitespaceCharacter: add,
    onComment: () => undefined,
    onDoctype: () => undefined,
    onEof: read
  }
  const tokenizer = new Tokenizer({}, handler)
  tokenizer.write(html, true)
  return found
}

/** The longest base that is one: every link of the page is put behind it, and a page of long ones takes hours. */
const longest = 2_048

/** Elements in which no tag is one, by the way in which they are read. Without scripts, what is for those who have none is read as the rest. */
const { RAWTEXT, RCDATA, SCRIPT_DATA } = TokenizerMode
const raw: Readonly<Record<string, typeof RAWTEXT | typeof RCDATA | typeof SCRIPT_DATA>> = {
  iframe: RAWTEXT,
  noembed: RAWTEXT,
  noframes: RAWTEXT,
  script: SCRIPT_DATA,
  style: RAWTEXT,
  textarea: RCDATA,
  title: RCDATA,
  xmp: RAWTEXT
}

const attributesOf = (all: ReadonlyArray<Token.Attribute>): Readonly<Record<string, string>> =>
  Object.fromEntries(all.map(({ name, value }) => [name, value]))

const addressesIn = (text: string): ReadonlyArray<string> =>
  text.includes("://") ? (text.match(/https?:\/\/[^\s<>"'（）「」【】，。；！]+/gi) ?? []) : []

/** Services that draw codes are told the link in the address of the picture. */
const isPictureOf = (src: string | undefined, link: string): boolean =>
  [...(URL.parse(src ?? "", "https://nowhere.invalid")?.searchParams.values() ?? [])].some((value) =>
    TrackedLink.isSame(value, link)
  )
