/** Ways to break what a handbook says of crises, and of alarms that lead to them. */
import { type Draft, type Mutation, once, the } from "./broken.ts"

/** Every way that there is. */
export const mutations = (): ReadonlyArray<Mutation> => [
  ...once("crisis/voice-alone", (draft) => speaking(draft, { voices: ["he"] })),
  ...once("crisis/voice-may-not-speak", (draft) => speaking(draft, { voices: ["he", "lin", "chen"] })),
  ...once("crisis/voice-unreachable", (draft) => {
    the(draft.team.people.lin).contact = { wecom: "linxia" }
  }),
  ...once("crisis/voices-away", (draft) => {
    speaking(draft, { voices: ["he", "lin"] })
    the(draft.team.absences)["he-october"] = {
      ...{ person: "he", from: "2026-10-13T00:00", until: "2026-10-14T00:00" },
      reason: "leave"
    }
  }),
  ...once("crisis/reviewer-may-not-raise", (draft) => {
    the(draft.team.roles.department).may.push("crisis.review")
  }),
  ...once("crisis/alarm-declares-nothing", (draft) => {
    const { monitoring } = Object(draft)
    monitoring.levels[0].declares = "huge"
  })
]

/** The section on crises says something else. */
const speaking = (draft: Draft, change: Readonly<Record<string, unknown>>) =>
  Object.assign(draft, { crisis: { ...Object(Reflect.get(draft, "crisis")), ...change } })
