/**
 * The handbook of a small tea house, for the tests of what is made of a handbook.
 *
 * @module
 */
import { ChineseHolidays } from "@dualops/core/calendar"
import { Handbook } from "@dualops/core/handbook"
import { Edition } from "@dualops/core/practices"
import { Actor } from "@dualops/core/process"
import { DateTime, Result } from "effect"

const both = (zh: string, en: string) => ({ zh, en })
const office = [{ from: "09:00", to: "18:00" }]

/** As it is written. */
export const written = {
  version: "2026-09",
  brand: both("星河茶饮", "Xinghe Tea"),
  account: { id: "5644764907", name: "星河茶饮", route: "update", safeDomains: [] },
  positioning: {
    style: {
      persona: both("小河，温和具体。", "Xiaohe, warm and concrete."),
      firstPerson: { use: ["小河"], avoid: ["小编"] },
      mustSay: [],
      neverSay: [{ phrase: "亲们", reason: both("口吻不符。", "Not our tone."), rather: "大家" }]
    }
  },
  content: {
    review: { approvers: ["zhou", "qin"], needs: "any", within: { time: "2 hours", calendar: "always" } },
    lead: "tang",
    attention: { time: "3 hours", calendar: "always" },
    tolerance: "10 minutes",
    patience: "2 minutes",
    looks: { every: "2 minutes", times: 3 },
    bannedWords: ["代购"],
    trademarks: []
  },
  plan: {
    horizon: { from: "2026-09-01", until: "2026-10-01" },
    entries: {
      osmanthus: {
        title: both("桂花季", "Osmanthus season"),
        kind: "campaign",
        from: "2026-09-10T00:00",
        until: "2026-09-25T00:00",
        owner: "lin"
      }
    }
  },
  promises: {
    answer: {
      title: both("回复提问", "Answer a question"),
      to: "question",
      keptWhen: "answered",
      within: { time: "2 hours", calendar: "office" }
    }
  },
  duties: {
    write: {
      title: both("撰写微博", "Write posts"),
      function: "content",
      owner: "lin",
      standIns: ["he"],
      roster: "desk",
      permissions: ["content.compose", "content.withdraw", "content.takeDown"],
      hours: "office",
      cadence: { times: 3, per: "day" },
      procedure: [both("看样文。", "Read the models."), both("写稿。", "Write.")],
      knowledge: ["style"],
      tools: ["weibo"]
    },
    review: {
      title: both("审核", "Review posts"),
      function: "content",
      owner: "zhou",
      standIns: ["qin"],
      permissions: ["content.approve"],
      hours: "office",
      cadence: "on demand",
      procedure: []
    }
  },
  team: {
    roles: {
      editor: {
        title: both("编辑", "Editor"),
        may: ["content.compose", "content.withdraw", "content.takeDown", "team.takeOver", "team.handOver"]
      },
      reviewer: {
        title: both("审核", "Reviewer"),
        may: ["content.approve", "planning.schedule", "team.takeOver", "team.handOver"]
      },
      writer: { title: both("写手", "Writer"), may: ["content.compose"] }
    },
    people: {
      lin: { name: "林晓", contact: { phone: "138-0000-0001" }, roles: ["editor"] },
      he: { name: "何川", roles: ["editor"] },
      zhou: { name: "周宁", contact: { wecom: "zhou" }, roles: ["reviewer"] },
      qin: { name: "秦越", roles: ["reviewer"] },
      tang: { name: "唐岚", contact: { phone: "138-0000-0009" }, roles: ["reviewer", "editor"] },
      wu: { name: "吴桐", roles: ["writer"] }
    },
    rosters: {
      desk: {
        title: both("值班", "Desk"),
        rotations: {
          daily: { people: ["lin", "he"], from: "2026-09-14", days: 1, hours: [{ from: "09:00", to: "21:00" }] }
        },
        overrides: {
          night: {
            person: "tang",
            from: "2026-09-18T20:00",
            until: "2026-09-18T23:00",
            reason: both("新品夜", "Launch night")
          }
        },
        swaps: { holiday: { gives: "he", takes: "lin", from: "2026-09-17T00:00", until: "2026-09-18T00:00" } }
      }
    },
    absences: {
      trip: { person: "lin", from: "2026-09-20T00:00", until: "2026-09-21T00:00", reason: "travel" },
      gone: { person: "wu", from: "2026-09-15T00:00", until: "2099-01-01T00:00", reason: "left" }
    },
    delegations: {
      review: {
        delegator: "qin",
        delegate: "he",
        duties: ["review"],
        from: "2026-09-18T22:00",
        until: "2026-09-19T06:00",
        reason: both("出差", "A trip")
      }
    },
    knowledge: { style: { title: both("样文", "Model posts") } },
    tools: {
      weibo: {
        title: both("微博后台", "The Weibo back office"),
        credential: { holders: ["lin"], keptIn: both("保险柜", "The safe") }
      }
    }
  },
  calendars: {
    office: {
      week: { monday: office, tuesday: office, wednesday: office, thursday: office, friday: office },
      holidays: { makeUpWorkday: "monday" }
    }
  },
  resources: {}
} satisfies Handbook.Written

/** As it is read. */
export const teaHouse = Result.getOrThrow(Handbook.make(written))

/** Its edition. */
export const edition = Edition.edition(teaHouse, ChineseHolidays.holidays)

/** The edition in which zhou is away over the night of the 18th. */
export const zhouAway = Edition.edition(
  Result.getOrThrow(
    Handbook.make({
      ...written,
      team: {
        ...written.team,
        absences: {
          ...written.team.absences,
          night: { person: "zhou", from: "2026-09-18T22:30", until: "2026-09-19T06:00", reason: "sick" }
        }
      }
    })
  ),
  ChineseHolidays.holidays
)

/** The moment at which the wall in Shanghai shows this time. */
export const wall = (text: string): DateTime.Utc => DateTime.makeUnsafe(`${text}:00+08:00`)

/** A person of the tea house. */
export const id = (name: keyof typeof written.team.people): Actor.PersonId => Actor.PersonId.make(name)
