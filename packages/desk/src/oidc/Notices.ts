/**
 * What people read who are not signed in: plain pages, in both languages, without a script.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"

/** A page with a sentence, and what may be done. */
export const page = (status: number, said: Bilingual.Bilingual, doing = "", cookies: ReadonlyArray<string> = []) => {
  const body = `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${said.zh}</title><main><h1>${said.zh}</h1><p lang="en">${said.en}</p>${doing}</main></html>`
  const headers = new Headers({
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff"
  })
  for (const cookie of cookies) headers.append("set-cookie", cookie)
  return new Response(body, { status, headers })
}

/** A link to sign in. */
export const link = (to: string): string => `<p><a href="${to}">登录 · Sign in</a></p>`

/** A button that signs out. */
export const button = (to: string): string =>
  `<form method="post" action="${to}"><button>退出登录 · Sign out</button></form>`

/** The sentences. */
export const words = {
  unknown: {
    zh: "已登录，但手册里没有与这个账号对应的人。请联系管理员。",
    en: "You are signed in, but nobody in the handbook has this account. Ask whoever runs the house."
  },
  refused: { zh: "没有登录成功，请再试一次。", en: "You were not signed in; try again." },
  stale: {
    zh: "这次登录不是从这个浏览器开始的，或已过时。",
    en: "That sign-in was not begun in this browser, or too long ago."
  },
  away: { zh: "暂时连不上登录服务，请稍后再试。", en: "The sign-in service does not answer; try again later." },
  out: { zh: "已退出登录。", en: "You are signed out." },
  leave: { zh: "要退出登录吗？", en: "Sign out?" },
  elsewhere: { zh: "不是从这里发出的。", en: "It was not sent from here." }
}
