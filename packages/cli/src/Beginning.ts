/**
 * A handbook to begin with: three people or more, one duty, and what it still lacks, each with a reason and a date. Its comments say what to
 * put in place of what stands there.
 *
 * @module
 */
import type { Bilingual } from "@dualops/core/finding"
import { inWords } from "./Words.ts"

/** What is asked of a brand. */
export interface Answers {
  readonly brand: string
  /** The account's number at Weibo. */
  readonly account: string
  readonly name: string
  /** The host of the links in posts. */
  readonly domain: string
  /** Who does it, by id and name; the first of them leads. */
  readonly people: ReadonlyArray<readonly [id: string, name: string]>
}

/** What stands there until somebody knows better. */
export const example: Answers = {
  brand: "星河茶饮",
  account: "1000000001",
  name: "星河茶饮",
  domain: "xinghe.example",
  people: [
    ["lin", "林夏"],
    ["zhou", "周舟"],
    ["he", "何川"]
  ]
}

/** The text of the file; what is put aside is looked at again on the date `until`. */
export const text = (
  { account, brand, domain, name, people }: Answers,
  until: string,
  language: Bilingual.Language
): string => {
  const say = inWords(language)
  const [lead = "", ...others] = people.map(([id]) => q(id))
  const everybody = [lead, ...others].join(", ")
  const later = Object.entries(lacks).map(
    ([code, [path, reason]]) =>
      `  - { code: ${code}, path: ${path}, until: ${until}, reason: { zh: ${q(reason.zh)}, en: ${q(reason.en)} } }`
  )
  return `# yaml-language-server: $schema=./node_modules/@dualops/core/handbook.schema.json
${say("# 上一行让编辑器补全并解释每个词。给人看的文字写两遍：{ zh: 中文, en: 英文 }。", "# The line above lets editors complete and explain every word. Texts for people come twice: { zh: Chinese, en: English }.")}

${say("# 每改一次就换一个版本名，进行中的工作仍按开始时的版本走。", "# Every change gets a version of its own; work that has begun keeps the one it began under.")}
version: "1"
brand: { zh: ${q(brand)}, en: ${q(brand)} }

${say("# 微博账号：数字编号加引号；只有链接指向这些域名的微博才能发出。", "# The account at Weibo: its number in quotes. A post needs a link to one of these hosts.")}
account:
  id: ${q(account)}
  name: ${q(name)}
  route: share
  safeDomains: [${q(domain)}]

${say("# 账号用什么口吻说话；必须说的和不能说的都写进列表。", "# Who speaks here: what posts must say, and what they never say, go into the lists.")}
positioning:
  style:
    persona: { zh: 爱分享的邻家朋友。, en: A friend next door who likes to share. }
    mustSay: []
    neverSay: []

${say("# 谁来审稿，多快；没发成时多久算迟、多久查一次。", "# Who reviews posts, and how fast; how late a post may be, and how often one is looked for that may be lost.")}
content:
  review:
    approvers: [${everybody}]
    needs: any
    within: { time: 4 hours, calendar: office }
  lead: ${lead}
  attention: { time: 2 hours, calendar: office }
  tolerance: 30 minutes
  patience: 2 minutes
  looks: { every: 1 minute, times: 5 }

${say("# 职责：谁负责，谁顶替，怎么做。每项至少一名替补。", "# Duties: who owns them, who stands in, how they are done. Each has a stand-in at least.")}
duties:
  posting:
    title: { zh: 日常发布, en: Daily posts }
    function: content
    owner: ${lead}
    standIns: [${others.join(", ")}]
    permissions: [content.compose, content.withdraw, content.takeDown, planning.schedule]
    hours: office
    cadence: { times: 1, per: day }
    procedure: [{ zh: 写稿，请另一位同事审，按时段排期。, en: "Write, have a colleague approve, schedule." }]

${say("# 团队：角色能做什么，人有什么角色，怎么找到人（改为真实电话）。", "# The team: what a role may do, who has which role, and how they are reached (put the real numbers here).")}
team:
  roles:
    editor:
      title: { zh: 编辑, en: Editor }
      may: [content.compose, content.approve, content.withdraw, content.takeDown, planning.schedule, planning.ask, interaction.answer, interaction.route, interaction.hide, resource.answer, monitoring.hold, team.authorise, team.takeOver, team.handOver]
  people:
${people.map(([id, called], at) => `    ${q(id)}: { name: ${q(called)}, roles: [editor], contact: { phone: "000-0000-${String(at + 1).padStart(4, "0")}" } }`).join("\n")}

${say("# 工作时间；holidays: {} 表示按国家节假日和调休。", "# Working hours; holidays: {} follows China's holidays and make-up workdays.")}
calendars:
  office:
    week:
${["monday", "tuesday", "wednesday", "thursday", "friday"].map((day) => `      ${day}: [{ from: "09:00", to: "18:00" }]`).join("\n")}
    holidays: {}

${say("# 公司能给的资源：客服、产品预告、会员、奖品……", "# What the company gives: customer service, notice of launches, members, prizes …")}
resources: {}

${say("# 现在还缺的，到期会再提醒；补上一项就删一行。", "# What is still missing comes back on its date; delete a line when it is there.")}
suppressions:
${later.join("\n")}
`
}

/** A text in quotes: YAML reads what JSON writes. */
const q = (written: string): string => JSON.stringify(written)

const lacks: Readonly<Record<string, readonly [path: string, reason: Bilingual.Bilingual]>> = {
  "duty/function-without-duty": [
    "duties",
    {
      zh: "先把发布做稳，再逐项分派其余八个职能。",
      en: "Posting first; the eight other functions get their duties one by one."
    }
  ],
  "promise/none-for-complaints": [
    "promises",
    { zh: "与客服商定时限后写入。", en: "Written down when customer service has agreed to it." }
  ],
  "plan/missing": ["plan", { zh: "先运行一个月再排计划。", en: "A month of daily posts before there is a plan." }],
  "matrix/no-customer-service": ["resources", { zh: "与客服部门协商中。", en: "Being agreed with customer service." }],
  "matrix/no-notice": ["resources", { zh: "与产品部门协商中。", en: "Being agreed with those who plan launches." }],
  "kpi/value-unmeasured": ["kpis", { zh: "有目标之后再衡量。", en: "Measured when there are goals." }]
}
