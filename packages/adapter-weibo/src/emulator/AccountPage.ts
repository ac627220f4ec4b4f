/**
 * The emulator's page of an account, as fans see it: its posts with the comments below, and a form by which whoever looks can be a fan.
 *
 * @module
 */
import { Blocks, ContentSecurity, Markup, Style } from "@dualops/core/pages"
import type { Call } from "./Call.ts"
import type { Fans } from "./Fans.ts"
import type { Commented } from "./Happening.ts"
import type { Answer } from "./Refusal.ts"
import type { Account, World } from "./World.ts"

const { html, Markup: Raw } = Markup
const { both } = Blocks

/** The path of the page of this account. */
export const pathOf = (uid: string): string => `/emulator/accounts/${uid}`

/** Answers a call to the page of an account: shows it, or writes what a fan says and shows it again. */
export const serve = (world: World, fans: Fans, call: Call): Answer | undefined => {
  const account = world.accounts.find(({ uid }) => pathOf(uid) === call.path)
  if (account === undefined) return undefined
  if (call.method === "POST") write(world, fans, call)
  const isSeen = call.method === "GET"
  return {
    status: isSeen ? 200 : 303,
    type: "text/html; charset=utf-8",
    body: isSeen ? page(world, account) : "",
    ...(!isSeen && { location: call.path })
  }
}

/** What nobody could say at Weibo is passed over: words without a text, of nobody, below nothing. */
const write = (world: World, fans: Fans, { params }: Call): void => {
  const [fan = "", post = "", text = ""] = ["fan", "post", "text"].map((name) => params.get(name)?.trim())
  if (text === "" || !world.posts.has(post) || world.fans.every(({ uid }) => uid !== fan)) return
  fans.comment(fan, post, text)
}

const sheet = `${Style.style}
form{display:flex;flex-wrap:wrap;gap:.5rem;margin-top:.7rem}form input[type=text]{flex:1;min-width:12rem}
select{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:99px;padding:.35rem .95rem}
article{margin-top:1rem}.card h2{margin:0;border:0;padding:0}.sheet{display:block;max-width:48rem}header{max-width:48rem}
.eyebrow{display:block}[lang=en]::before{content:" · "}
`

const page = (world: World, { name, uid }: Account): string => {
  const shown = world.postsOf(uid).map((post) => ({ post, below: commentsOf(world, post.post) }))
  return html`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${ContentSecurity.policy({ scripts: [], styles: [sheet], isServed: true })}">
<title>${name}</title><style>${new Raw(sheet)}</style></head>
<body>
<header><p class="eyebrow">${both({ zh: "本机模拟微博", en: "An emulated Weibo, on this machine" })}</p>
<h1>${name}</h1><p class="sub">${both({ zh: `${shown.length} 条微博`, en: `Posts: ${shown.length}` })}</p></header>
<main class="sheet">${shown.map(
    ({ below, post }) => html`<article class="card">
<h2>${post.text}</h2><p class="soft">${timeOf(post.at)} · ${post.post}</p>
<ul>${below.map((one) => html`<li><strong>${world.nameOf(one.by)}</strong> ${one.text} <span class="soft">${timeOf(one.at)}</span></li>`)}</ul>
${form(world, uid, post.post)}
</article>`
  )}</main>
</body></html>
`.html
}

const commentsOf = ({ comments }: World, post: string): ReadonlyArray<Commented> =>
  [...comments.values()].filter((one) => one.post === post)

const form = ({ fans }: World, uid: string, post: string) =>
  fans.length === 0
    ? undefined
    : html`<form method="post" action="${pathOf(uid)}"><input type="hidden" name="post" value="${post}">
<select name="fan" aria-label="粉丝 · fan">${fans.map((fan) => html`<option value="${fan.uid}">${fan.name}</option>`)}</select>
<input type="text" name="text" required maxlength="140" aria-label="评论 · comment" placeholder="评论 · comment">
<button type="submit">${both({ zh: "发表", en: "Say it" })}</button></form>`

const timeOf = (at: number): string => new Date(at).toLocaleString("sv", { timeZone: "Asia/Shanghai" }).slice(0, 16)
