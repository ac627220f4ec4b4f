/**
 * Secrets are struck out of whatever comes back, in whichever form somebody between here and Weibo writes them: as they are, in base 64 (a `Basic`
 * header for one, where the secret begins in mid-group) or in hexadecimal digits, and every sign of that as it is or escaped, in a URL, in JSON
 * or in HTML, once or several times over.
 *
 * @module
 */
import { Redacted } from "effect"

/** The text without these secrets. */
export const strike = (text: string, secrets: ReadonlyArray<Redacted.Redacted>): string => {
  const forms = secrets
    .map(Redacted.value)
    .filter(({ length }) => length >= shortest)
    .flatMap((secret) => [secret, ...inBase64(secret), Buffer.from(secret).toString("hex")])
  return forms.length === 0 ? text : text.replace(patternOf(forms), "<secret>")
}

/** Weibo's own secrets have thirty characters and more; what is much shorter, as in a test, may be a part of any word. */
const shortest = 12

/** Finds each of the forms, however its signs are escaped. The pattern is linear: no sign is escaped more than a few times over. */
const patternOf = (forms: ReadonlyArray<string>): RegExp =>
  new RegExp([...new Set(forms)].map((form) => [...form].map(signPattern).join("")).join("|"), "gi")

const signPattern = (sign: string): string => {
  const code = sign.charCodeAt(0)
  const digits = code.toString(16).padStart(2, "0")
  const itself = `\\u${digits.padStart(4, "0")}`
  const inUrl = `%(?:25){0,4}${digits}`
  const inJson = `\\\\{1,8}(?:u00${digits}|${itself})`
  const inHtml = `&(?:amp;){0,4}(?:${[`#${code}`, `#x0{0,4}${digits}`, ...(names[sign] ?? [])].join("|")});`
  return `(?:${itself}|${inUrl}|${inJson}|${inHtml})`
}

/** How HTML calls the signs that it escapes. */
const names: Readonly<Record<string, ReadonlyArray<string>>> = {
  "&": ["amp"],
  "<": ["lt"],
  ">": ["gt"],
  '"': ["quot"],
  "'": ["apos"]
}

/** The signs that depend on the secret alone, wherever in a group of three bytes it begins, in both alphabets. */
const inBase64 = (secret: string): ReadonlyArray<string> =>
  [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)])
    const [first, last] = [Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6)]
    return [bytes.toString("base64"), bytes.toString("base64url")].map((signs) => signs.slice(first, last))
  })
