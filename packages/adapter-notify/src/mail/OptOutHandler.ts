/**
 * The page behind the links of invitations, over HTTP: a function from `Request` to `Response` for any server.
 *
 * Whoever opens a link, such as the scanner of a mailbox, changes nothing and sees a button; a `POST`, by the button or by the mail program (RFC 8058), opts the
 * member out. What else is sent is not read. A link that is none of the house's is told nothing.
 *
 * @module
 */
import type { AccountId } from "@dualops/core/account"
import type { Bilingual } from "@dualops/core/finding"
import { type Members, OptOut, type OptOutLink } from "@dualops/core/members"
import type { ObservationStore } from "@dualops/core/observations"
import { Effect } from "effect"

/** What the handler needs to know. */
export interface Options {
  readonly account: AccountId
  readonly links: OptOutLink.Links
  /** Of which brand the page speaks. */
  readonly brand: Bilingual.Bilingual
}

/** The handler. */
export const make = (
  options: Options
): Effect.Effect<(request: Request) => Promise<Response>, never, ObservationStore.ObservationStore | Members> =>
  Effect.map(
    Effect.context<ObservationStore.ObservationStore | Members>(),
    (context) => (request) => Effect.runPromiseWith(context)(Effect.catchCause(answer(options, request), broken))
  )

const answer = Effect.fn("OptOutHandler.answer")(function* ({ account, brand, links }: Options, request: Request) {
  if (!["GET", "HEAD", "POST"].includes(request.method)) return page(405, brand, notThat, { allow: "GET, HEAD, POST" })
  const asked = links.answer(request.method, request.url)
  switch (asked._tag) {
    case "NotOurs":
      return page(404, brand, notOurs)
    case "Show":
      return page(200, brand, question, {}, button)
    case "OptOut":
      yield* OptOut.take({ account, ...asked.said, source: "link" })
      return page(200, brand, done)
  }
})

/** What was not written down is asked for again: a mail program that hears of a failure says so. */
const broken = (cause: unknown) =>
  Effect.as(Effect.logError("An opt-out was not written down", cause), page(503, { zh: "", en: "" }, later))

const page = (
  status: number,
  brand: Bilingual.Bilingual,
  said: Bilingual.Bilingual,
  headers: Readonly<Record<string, string>> = {},
  form = ""
): Response => {
  const lines = [`<p lang="zh">${escaped(said.zh)}</p>`, `<p lang="en">${escaped(said.en)}</p>`]
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(brand.zh)}</title>`
  const body = `<!doctype html><html lang="zh"><head>${head}</head><body><main><h1>${escaped(brand.zh)} ${escaped(brand.en)}</h1>${lines.join("")}${form}</main></body></html>`
  return new Response(body, {
    status,
    headers: {
      ...headers,
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      // The address names a member.
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
      "content-security-policy": "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    }
  })
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const button = '<form method="post"><button>退订 Opt out</button></form>'

const question = {
  zh: "不想再收到我们的邀请？请按下面的按钮。",
  en: "No more invitations? Press the button."
}
const done = {
  zh: "已退订：从现在起不会再发出给您的邀请。",
  en: "Done: no invitation to you is begun from now on."
}
const notOurs = { zh: "这个链接不是我们发出的，或不完整。", en: "This link is none of ours, or not whole." }
const notThat = { zh: "这里不支持这种请求。", en: "Nothing of that kind can be asked here." }
const later = {
  zh: "现在无法记下，请稍后再试。",
  en: "It could not be written down; please try again later."
}
