/** Ways to break what a handbook says of fans: triage, complaints, prepared answers, private messages, members and codes. */
import { type Draft, type Mutation, once, the } from "./broken.ts"

/** Every way that there is. */
export const mutations = (): ReadonlyArray<Mutation> => [
  ...once("triage/complaints-counted", (draft) =>
    Object.assign(draft, { triage: { ...Object(Reflect.get(draft, "triage")), counted: ["complaint"] } })
  ),
  ...once("complaints/no-promise-of-a-solution", (draft) => followed(draft, { usual: "complaint-answered" })),
  ...once("complaints/desk-behind-no-promise", (draft) => followed(draft, { desks: ["knowledge"] })),
  ...once("complaints/question-breaks-rules", (draft) => asked(draft, { question: "本店全网最佳，您满意吗？" })),
  ...once("complaints/question-not-approved", (draft) => {
    draft.team.people.new = { name: "新人", roles: [] }
    asked(draft, { approvedBy: "new" })
  }),
  ...once("complaints/question-too-late", (draft) => asked(draft, { after: "4 days" })),
  ...once("library/ended", (draft) => prepared(draft, { validUntil: "2026-09-01" })),
  ...once("library/breaks-rules", (draft) => prepared(draft, { words: "请拨打 13812345678 咨询。" })),
  ...once("library/asked-twice", (draft) => prepared(draft, { asked: ["几点开门"] })),
  ...once("private-messages/promise-after-the-window", (draft) => {
    Object.assign(draft, { privateMessages: { mobileNumbers: false } })
    for (const one of Object.values(draft.promises ?? {})) {
      if (one.keptWhen === "answered") one.within = { time: "3 days", calendar: "always" }
    }
  }),
  ...once("members/approver-not-permitted", (draft) => inviting(draft, { approvers: ["he", "zhou"] })),
  ...once("members/nobody-else-approves", (draft) => {
    the(draft.team.roles.lead).may.push("members.invite", "members.approve")
    inviting(draft, { approvers: ["he"] })
  }),
  ...once("members/cap-without-a-pause", (draft) => inviting(draft, { cap: 3, within: "14 days" })),
  ...once("win-back/approver-not-permitted", (draft) => {
    draft.team.people.new = { name: "新人", roles: [] }
    winning(draft, { approvers: ["he", "zhou", "new"] })
  }),
  ...once("win-back/nobody-else-approves", (draft) => winning(draft, { approvers: ["he"] })),
  ...once("win-back/no-holdout", (draft) => winning(draft, { holdout: 0 })),
  ...once("codes/approver-not-permitted", (draft) => placing(draft, {})),
  ...once("codes/nobody-else-approves", (draft) => {
    the(draft.team.roles.lead).may.push("codes.plan", "codes.approve")
    placing(draft, { approvers: ["he"] })
  }),
  ...once("codes/too-many-words", (draft) => placing(draft, { words: ["K", "PP"] })),
  ...once("codes/word-in-no-code", (draft) => placing(draft, { words: ["COLA"] }))
]

/** The section on complaints says something else. */
const followed = (draft: Draft, change: Readonly<Record<string, unknown>>) =>
  Object.assign(draft, { complaints: { ...Object(Reflect.get(draft, "complaints")), ...change } })

/** The section on winning back says something else. */
const winning = (draft: Draft, change: Readonly<Record<string, unknown>>) =>
  Object.assign(draft, { winBack: { ...Object(Reflect.get(draft, "winBack")), ...change } })

/** Fans are asked in the end. */
const asked = (draft: Draft, change: Readonly<Record<string, unknown>>) =>
  followed(draft, {
    survey: { question: "请问您对处理满意吗？回复1到5分。", approvedBy: "zhou", after: "1 hour", ...change }
  })

/** Two prepared answers, of which the second is as it is said here. */
const prepared = (draft: Draft, change: Readonly<Record<string, unknown>>) => {
  const opening = {
    title: { zh: "营业时间", en: "Opening hours" },
    asked: ["几点开门？"],
    words: "门店每天九点开门。",
    owner: "zhou",
    validUntil: "2027-01-01"
  }
  const delivery = {
    ...opening,
    title: { zh: "外送", en: "Delivery" },
    asked: ["能外送吗？"],
    words: "各门店都能外送。"
  }
  Object.assign(draft, { library: { opening, delivery: { ...delivery, ...change } } })
}

/** A section on invitations, which the handbook has none of. */
const inviting = (draft: Draft, change: Readonly<Record<string, unknown>>) =>
  Object.assign(draft, {
    members: { cap: 2, within: "90 days", segments: ["gold"], approvers: ["he", "zhou"], ...change }
  })

/** A section on codes, which the handbook has none of. */
const placing = (draft: Draft, change: Readonly<Record<string, unknown>>) =>
  Object.assign(draft, { codes: { approvers: ["he", "zhou"], most: 5_000, longest: "60 days", ...change } })
