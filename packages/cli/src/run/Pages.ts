/**
 * The pages beside the desk of a house on this machine: whose desk to open, and what is out on the emulator.
 *
 * @module
 */
import type { Emulator, Happening } from "@dualops/adapter-weibo/emulator"
import type { Handbook } from "@dualops/core/handbook"
import { Html, type Page } from "@dualops/core/pages"
import { Record } from "effect"
import { fans } from "./Ground.ts"

/** Everybody's desk, and the way to the emulator where there is one. */
export const people = ({ brand, team }: Handbook.Handbook, emulated: boolean): string =>
  Html.render({
    title: { zh: "打开谁的工作台？", en: "Whose desk?" },
    eyebrow: brand,
    under: [
      {
        zh: "只有这台电脑能打开这里，所以不需要登录。",
        en: "No other machine gets here, so nobody has to sign in."
      }
    ],
    sections: [
      {
        id: "people",
        title: { zh: "人员", en: "People" },
        blocks: [
          {
            kind: "list",
            items: Record.toEntries(team.people).map(([id, { name, roles }]) => [
              { link: name, to: `/as/${encodeURIComponent(id)}/zh` },
              { link: "English", to: `/as/${encodeURIComponent(id)}/en` },
              roles.map((role) => team.roles[role]?.title.zh ?? role).join("、")
            ])
          }
        ]
      },
      ...(emulated
        ? [
            {
              id: "weibo",
              title: { zh: "本机微博", en: "Weibo on this machine" },
              blocks: [
                {
                  kind: "text" as const,
                  text: [{ link: { zh: "看看发出了什么", en: "See what is out" }, to: "/weibo" }]
                }
              ]
            }
          ]
        : [])
    ]
  })

/** What is out on the emulator: the posts of the account, with the comments under each. */
export const weibo = ({ account, brand }: Handbook.Handbook, { happenings, posts, url }: Emulator.Running): string => {
  const comments = happenings().filter((one): one is Happening.Commented => one._tag === "Commented")
  const nameOf = (uid: string) => (uid === account.id ? account.name : (fans.find(([id]) => id === uid)?.[1] ?? uid))
  const out = posts(account.id).toReversed()
  return Html.render({
    title: { zh: "本机微博上的内容", en: "What is out on the Weibo of this machine" },
    eyebrow: brand,
    under: [{ link: { zh: "回到工作台", en: "Back to the desks" }, to: "/" }],
    sections: [
      {
        id: "posts",
        title: { zh: "微博", en: "Posts" },
        count: out.length,
        blocks: [
          {
            kind: "cards",
            cards: out.map(({ at, post, text }) => ({
              title: text,
              tone: "plain",
              lines: [
                `${new Date(at).toLocaleString("sv", { timeZone: "Asia/Shanghai" })}  ${post}`,
                ...comments.filter((one) => one.post === post).map((one) => `${nameOf(one.by)}：${one.text}`)
              ]
            }))
          }
        ]
      },
      {
        id: "fans",
        title: { zh: "当一回粉丝", en: "Be a fan" },
        blocks: [
          {
            kind: "text",
            text: {
              zh: "在终端里评论最新的一条：",
              en: "Comment on the newest post, from a terminal:"
            }
          },
          { kind: "text", text: { code: commentOn(url, out[0]?.post ?? "POST") } }
        ]
      }
    ]
  } satisfies Page.Page)
}

const commentOn = (url: string, post: string): string => {
  const deed = { does: "comment", fan: fans[0][0], post, text: "请问门店有吗？" }
  return `curl -d '${JSON.stringify(deed)}' ${url}/emulator/fans`
}
