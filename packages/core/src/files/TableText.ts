/**
 * The text of a table as spreadsheets save it: in UTF-8, in UTF-16, and in China often in GBK or GB18030, which no file says of itself. What cannot be told for
 * sure is refused with the way out, so that no garbled text comes any further.
 *
 *     TableText.decode("plan.csv", bytes) // { text, encoding, notes }, or why not
 *
 * @module
 */
import { Option, Result } from "effect"
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Finding } from "../finding/Finding.ts"
import { excerpt } from "../finding/Nearest.ts"

/** How a text is written in bytes. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030"

/** The text of a file, how it was written, and what a person should look at because of that. */
export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
  readonly notes: ReadonlyArray<Finding>
}

/** The text, without the mark of the byte order; or why nobody can be sure of it. `file` is its name for people. */
export const decode = (file: string, bytes: Uint8Array): Result.Result<Decoded, ReadonlyArray<Finding>> => {
  const [first, second, third, fourth] = bytes
  if (first === 0xff && second === 0xfe && !(third === 0 && fourth === 0)) return marked(file, bytes, "utf-16le")
  if (first === 0xfe && second === 0xff) return marked(file, bytes, "utf-16be")
  if (first === 0xef && second === 0xbb && third === 0xbf) return marked(file, bytes, "utf-8")
  if (bytes.includes(0)) return withoutMark(file, bytes)
  const [utf8, gb] = [read(bytes, "utf-8"), read(bytes, "gb18030")]
  if (Option.isSome(utf8)) {
    const isSure = Option.isNone(gb) || !/[^\0-\x7f]/.test(utf8.value) || eastern.test(utf8.value)
    return isSure ? taken(utf8.value, "utf-8") : Result.fail([eitherWay(file, utf8.value, gb.value)])
  }
  return Option.isSome(gb) && isEveryday(bytes, gb.value)
    ? taken(gb.value, "gb18030", [readAs(file, gb.value)])
    : Result.fail([unknown(file)])
}

const taken = (text: string, encoding: Encoding, notes: ReadonlyArray<Finding> = []) =>
  Result.succeed({ text, encoding, notes })

const marked = (file: string, bytes: Uint8Array, encoding: Encoding) =>
  Option.match(read(bytes, encoding), {
    onNone: () => Result.fail([unknown(file)]),
    onSome: (text) => taken(text, encoding)
  })

/** In a table in UTF-16 every comma and every end of a line has a zero, on the same side. */
const withoutMark = (file: string, bytes: Uint8Array) => {
  const zeros = [0, 0]
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [high = 0, low = 0] = zeros
  if (high > 0 === low > 0) return Result.fail([unknown(file)])
  return marked(file, bytes, low > 0 ? "utf-16le" : "utf-16be")
}

/** What the bytes are in an encoding; nothing where they are none of it. */
const read = (bytes: Uint8Array, encoding: Encoding): Option.Option<string> => {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return /[\0\ufffd\p{Co}]/u.test(text) ? Option.none() : Option.some(text)
  } catch {
    return Option.none()
  }
}

/** Signs of three and more bytes in UTF-8, such as Chinese tables have: no two texts of everyday GBK make these by chance. */
const eastern =
  /[\u2010-\u20bf\u2100-\u2bff\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]|\p{Extended_Pictographic}/u

/** Nearly all of a Chinese text is of the signs of GB 2312. Big5, Shift-JIS and western encodings are often right in GBK as well, and not of these. */
const isEveryday = (bytes: Uint8Array, text: string): boolean => {
  let [pairs, everyday] = [0, 0]
  for (let at = 0; at < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = bytes.subarray(at, at + 2)
    if (lead <= 0x80) continue
    // Of four bytes the second is a digit: signs that GBK lacks, such as emoji.
    if (trail < 0x40) {
      at += 3
      continue
    }
    pairs += 1
    if (trail >= 0xa1 && ((lead >= 0xa1 && lead <= 0xa3) || (lead >= 0xb0 && lead <= 0xf7))) everyday += 1
    at += 1
  }
  return everyday >= pairs * 0.8 && /\p{Script=Han}/u.test(text)
}

const found = (
  file: string,
  code: string,
  severity: Finding["severity"],
  evidence: string,
  message: Bilingual,
  fix: Bilingual
): Finding => ({
  code: `table/${code}`,
  severity,
  where: { path: "", file, line: 1 },
  evidence: excerpt(evidence),
  message,
  fix
})

const saveAs: Bilingual = {
  zh: "在 Excel 或 WPS 中另存为「CSV UTF-8」，或存为 .xlsx。",
  en: "Save it as “CSV UTF-8” in Excel or WPS, or as .xlsx."
}

/** The first words that are not plain, by which people see whether it was read rightly. */
const sample = (text: string): string => /[^\0-\x7f]+/.exec(text)?.[0] ?? ""

const readAs = (file: string, text: string): Finding =>
  found(
    file,
    "read-as-gb18030",
    "note",
    sample(text),
    {
      zh: `文件按 GBK（GB18030）读取，开头是「${excerpt(sample(text))}」。`,
      en: `The file was read as GBK (GB18030); its first words are “${excerpt(sample(text))}”.`
    },
    saveAs
  )

const eitherWay = (file: string, utf8: string, gb: string): Finding =>
  found(
    file,
    "either-encoding",
    "error",
    sample(gb),
    {
      zh: `文件既可读作「${excerpt(sample(gb))}」（GBK），也可读作「${excerpt(sample(utf8))}」（UTF-8），无法确定。`,
      en: `The file may say “${excerpt(sample(utf8))}” in UTF-8, or “${excerpt(sample(gb))}” in GBK; nobody can tell.`
    },
    saveAs
  )

const unknown = (file: string): Finding =>
  found(
    file,
    "unknown-encoding",
    "error",
    "",
    { zh: "文件的编码认不出来，或已损坏。", en: "The encoding of the file is not known, or the file is damaged." },
    saveAs
  )
