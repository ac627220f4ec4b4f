/** What people and fans write, and what whoever means harm sends: it is shown as text, and nothing breaks. */
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { atTen, claim, elements, formOf, get, pages as housePages, post } from "./house.ts"
import { payloads } from "./payloads.ts"

const tags = new Set(
  "html head meta title style body a b header div span h1 h2 h3 p form input button nav ol ul li main section article strong em code dl dt dd label fieldset legend textarea select option script blockquote table thead tbody tr th td figure figcaption pre svg rect text line g path title".split(
    " "
  )
)

/** A page says that it has no icon, so that browsers ask for none. */
const isNoIcon = (tag: string, has: Readonly<Record<string, string>>) =>
  tag === "link" && has["rel"] === "icon" && has["href"] === "data:,"

/** What a page has that the desk has not written. */
const foreign = (html: string): ReadonlyArray<string> =>
  elements(html).flatMap(({ has, tag, text }) => [
    ...(tags.has(tag) || isNoIcon(tag, has) ? [] : [tag]),
    ...Object.keys(has).filter(
      (name) =>
        name.startsWith("on") || name === "style" || name === "src" || name === "srcdoc" || name === "formaction"
    ),
    ...["href", "action"].flatMap((name) =>
      has[name] === undefined || isNoIcon(tag, has) || /^(?:\/(?!\/)|#)/.test(has[name]) ? [] : [`${name} ${has[name]}`]
    ),
    ...(tag === "script" && !text.includes("new EventSource(events)") ? ["script"] : []),
    ...(tag === "style" && !text.includes("form.step{") ? ["style"] : []),
    ...(has["http-equiv"] === undefined ? [] : ["http-equiv"])
  ])

const clean = (html: string, what: string) => assert.deepStrictEqual(foreign(html), [], what)

describe("Two hundred texts that want to run", () => {
  it("are two hundred, and would be seen if they were not text", () => {
    assert.strictEqual(new Set(payloads).size, 200)
    for (const text of payloads.filter((one) => /^<\w/.test(one))) assert.isNotEmpty(foreign(`<p>${text}`), text)
  })

  it.effect("are text on the desk, in the case, in its history and in search, whoever wrote them", () =>
    atTen(
      (desk) =>
        Effect.gen(function* () {
          for (const [index, text] of payloads.entries()) {
            const said = text.replaceAll("\u0000", "")
            yield* claim(`c${index} ${said}`.slice(0, 150), said, said)
          }
          const pages = [yield* get(desk, "zhou", "/zh"), yield* get(desk, "zhou", "/en")]
          const links = elements(pages[0]?.text ?? "").flatMap(({ has }) =>
            has["href"]?.startsWith("/zh/cases/") ? [has["href"]] : []
          )
          assert.isAbove(links.length, 200)
          for (const { text } of pages) clean(text, "the desk")
          for (const link of links.filter((_, index) => index % 3 === 0))
            clean((yield* get(desk, "zhou", link)).text, link)
          for (const text of payloads)
            clean((yield* get(desk, "zhou", `/zh/search?q=${encodeURIComponent(text)}`)).text, text)
          for (const { name } of housePages) {
            const asked = payloads.map((text) => `out=lin&in=zhou&until=${encodeURIComponent(text)}`)
            for (const query of ["", ...(name === "hand-over" ? asked : [])])
              clean((yield* get(desk, "zhou", `/zh/house/1000000001/${name}?${query}`)).text, `${name} ${query}`)
          }
          for (const page of ["record", "several/PrizeClaim/Confirm"])
            clean((yield* get(desk, "zhou", `/zh/${page}`)).text, page)
          for (const text of payloads)
            clean(
              (yield* get(desk, "zhou", `/zh/begin/PrizeClaim/Ask?input.winner=${encodeURIComponent(text)}`)).text,
              text
            )
        }),
      { pages: housePages }
    )
  )

  it.effect("are text in every field of a form that comes back with them, and in what is said of it", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        const at = "/zh/begin/Post/Compose"
        const form = formOf((yield* get(desk, "lin", at)).text)
        for (const text of payloads) {
          const filled = Object.fromEntries(
            Object.keys(form).map((name) => [name, name.startsWith("input.") ? text : (form[name] ?? "")])
          )
          const { status, text: html } = yield* post(desk, "lin", at, {
            ...filled,
            "input.content.pictures.rows": "1",
            "input.content.pictures.0.source": text
          })
          assert.strictEqual(status, 422)
          clean(html, text)
          assert.include(formOf(html)["input.slot"], text.replaceAll("\u0000", "").slice(-9))
          clean(
            (yield* post(desk, "lin", at, {
              ...filled,
              token: text,
              key: text,
              "of.account": text,
              version: text,
              more: text
            })).text,
            text
          )
        }
      })
    )
  )

  it.effect("are text as an address and as a person", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        for (const text of payloads) {
          const part = encodeURIComponent(text)
          for (const at of [
            `/zh/${part}`,
            `/zh/cases/${part}/${part}`,
            `/zh/cases/PrizeClaim/${part}/Confirm`,
            `/zh/as/${part}`,
            `/${part}`,
            `/zh/begin/PrizeClaim/${part}`
          ])
            clean((yield* get(desk, "zhou", at)).text, at)
        }
      })
    )
  )
})

/** What a page says to browsers. */
const policies = [
  "content-security-policy",
  "x-content-type-options",
  "referrer-policy",
  "x-frame-options",
  "cache-control"
]

describe("Every page", () => {
  it.effect("says to browsers that it runs nothing but its own, goes nowhere and is kept by nobody", () =>
    atTen((desk) =>
      Effect.gen(function* () {
        for (const at of ["/zh", "/zh/nowhere", "/zh/cases/PrizeClaim/none", "/zh/begin/PrizeClaim/Ask"]) {
          const { headers } = yield* get(desk, "lin", at)
          for (const name of policies) assert.isString(headers.get(name), name)
          const policy = headers.get("content-security-policy") ?? ""
          assert.notInclude(policy, "unsafe")
          for (const part of [
            "default-src 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "script-src 'sha256-"
          ])
            assert.include(policy, part)
        }
      })
    )
  )
})
