/**
 * Secrets are struck out of whatever comes back, in whichever form somebody between here and Weibo writes them: as they are, in a URL, in JSON,
 * in HTML, in base 64 (a `Basic` header for one, where the secret begins in mid-group), in hexadecimal digits, and in one of these inside another.
 *
 * @module
 */
import { Redacted } from "effect"

/** The text without these secrets. */
export const strike = (text: string, secrets: ReadonlyArray<Redacted.Redacted>): string =>
  secrets
    .map(Redacted.value)
    .filter(({ length }) => length >= shortest)
    .flatMap(formsOf)
    // The longer form first: a shorter one may be a part of it, and would leave the rest.
    .sort((one, other) => other.length - one.length)
    .reduce((shown, form) => shown.replaceAll(form, "<secret>"), text)

/** Weibo's own secrets have thirty characters and more; what is much shorter, as in a test, may be a part of any word. */
const shortest = 12

/** Every way in which a secret may be written, itself among them. */
export const formsOf = (secret: string): ReadonlyArray<string> => {
  const written = [secret, ...inBase64(secret)].flatMap((one) => [
    one,
    ...escaped(one),
    ...escaped(one).flatMap(escaped)
  ])
  const digits = Buffer.from(secret).toString("hex")
  return [...new Set([...written, digits, digits.toUpperCase()])]
}

const escaped = (text: string): ReadonlyArray<string> => {
  const inUrl = encodeURIComponent(text)
  const inForm = new URLSearchParams([["", text]]).toString().slice(1)
  const inJson = JSON.stringify(text).slice(1, -1)
  return [
    ...[inUrl, inForm].flatMap((one) => [one, one.replace(/%[0-9A-F]{2}/g, (sign) => sign.toLowerCase())]),
    inJson,
    // As PHP and Go write JSON.
    inJson.replaceAll("/", "\\/"),
    inJson.replace(/[<>&]/g, (sign) => `\\u00${sign.charCodeAt(0).toString(16)}`),
    text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign),
    text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
  ]
}

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;"
}

/** The signs that depend on the secret alone, wherever in a group of three bytes it begins, in both alphabets. */
const inBase64 = (secret: string): ReadonlyArray<string> =>
  [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)])
    const [first, last] = [Math.ceil((before * 8) / 6), Math.floor((bytes.length * 8) / 6)]
    return [bytes.toString("base64"), bytes.toString("base64url")].map((signs) => signs.slice(first, last))
  })
