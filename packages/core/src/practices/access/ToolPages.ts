/**
 * What the handbook says of tools and of the credentials for them.
 *
 * @module
 */
import type { Handbook } from "../../handbook/Handbook.ts"
import type { HandbookWords } from "../../page/HandbookWords.ts"
import type { Section } from "../../page/Page.ts"
import { tableSection } from "../../page/Sections.ts"

/** Every tool: where it is, who can log in, and where the credentials lie. */
export const tools = ({ team: { tools = {} } }: Handbook, words: HandbookWords): Section =>
  tableSection(
    "tools",
    { zh: "工具与登录凭据", en: "Tools and credentials" },
    [
      { zh: "工具", en: "Tool" },
      { zh: "地址", en: "Address" },
      { zh: "谁能登录", en: "Who can log in" },
      { zh: "凭据保存在", en: "Kept in" },
      { zh: "到期", en: "Expires" }
    ],
    Object.values(tools).map(({ at, credential, title }) => [
      { strong: title },
      at ?? "—",
      credential === undefined ? { zh: "无需登录", en: "no log-in" } : words.people(credential.holders),
      credential?.keptIn ?? "—",
      credential?.expires ?? "—"
    ])
  )
