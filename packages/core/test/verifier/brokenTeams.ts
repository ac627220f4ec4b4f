/** Ways to break the duties, the people, the rosters, the approvals, and the keys of a handbook. */
import { type Draft, each, type Mutation, once, the } from "./broken.ts"

const both = (text: string) => ({ zh: text, en: text })
const year = { from: "2026-08-01T00:00", until: "2027-01-01T00:00" }

const person = (draft: Draft, id: string) => the(draft.team.people[id])
const duty = (draft: Draft, id: string) => the(draft.duties[id])
const away = (draft: Draft, who: string, reason: "leave" | "left" = "leave") => {
  draft.team.absences = { ...draft.team.absences, [`${who}-gone`]: { person: who, ...year, reason } }
}
const named = (people: ReadonlyArray<string>) => Object.fromEntries(people.map((one) => [one, one]))
const onlyFor = (draft: Draft, permission: string, role: string) => {
  for (const [id, one] of Object.entries(draft.team.roles))
    if (id !== role) one.may = one.may.filter((may) => may !== permission)
}

/** Every way that there is for this handbook. */
export const mutations = (book: Draft): ReadonlyArray<Mutation> => {
  const { duties, team } = book
  const rotations = Object.fromEntries(
    Object.entries(team.rosters ?? {}).flatMap(([roster, { rotations }]) =>
      Object.keys(rotations).map((id) => [`${roster} ${id}`, [roster, id] as const])
    )
  )
  const rotation = (draft: Draft, [roster, id]: readonly [string, string]) =>
    the(draft.team.rosters?.[roster]?.rotations[id])
  const skills = named(["writing", "campaigns", "service", "figures"])
  const own = named([...new Set(Object.values(duties).flatMap(({ permissions }) => permissions))])
  const staff = named(Object.keys(team.people))
  return [
    ...once("rounds/owner-may-not-settle", (draft) => onlyFor(draft, "team.round", "lead")),
    ...each("duty/no-stand-in", duties, (draft, id) => (duty(draft, id).standIns = [])),
    ...each("duty/no-procedure", duties, (draft, id) => (duty(draft, id).procedure = [])),
    ...each("duty/function-without-duty", duties, (draft, id) => {
      delete draft.duties[id]
      delete draft.team.delegations
    }),
    ...each("duty/stand-in-twice", duties, (draft, id, { owner }) => duty(draft, id).standIns.push(owner)),
    ...each("duty/owner-not-permitted", duties, (draft, id) => (duty(draft, id).owner = "tang")),
    ...each(
      "duty/owner-unable",
      duties,
      (draft, _, { owner }) => (person(draft, owner).skills = []),
      ({ skills = [] }) => skills.length > 0
    ),
    ...each(
      "duty/stand-in-unable",
      duties,
      (draft, id) => (duty(draft, id).standIns[0] = "gao"),
      ({ skills = [] }) => skills.length > 0
    ),
    ...each("duty/stand-in-cannot-take-over", duties, (draft, id) => (duty(draft, id).standIns[0] = "gao")),
    ...each(
      "duty/knowledge-unwritten",
      team.knowledge,
      (draft, id) => delete the(draft.team.knowledge?.[id]).writtenIn
    ),
    ...each(
      "duty/both-sides",
      duties,
      (draft, id) => (duty(draft, id).permissions = ["content.compose", "content.approve"])
    ),
    ...each(
      "duty/tool-unreachable",
      team.tools,
      (draft, id) => (the(draft.team.tools?.[id]?.credential).holders = ["tang", "xu"]),
      ({ credential }) => credential !== undefined
    ),

    ...each(
      "continuity/gap",
      duties,
      (draft, id) => (duty(draft, id).hours = "always"),
      ({ roster }) => roster !== undefined
    ),
    ...each("continuity/n-1", duties, (draft, id, { standIns: [first = ""] }) => {
      duty(draft, id).standIns = [first]
      away(draft, first)
    }),
    ...each(
      "people/no-contact",
      staff,
      (draft, id) => delete person(draft, id).contact,
      (id) => !["xu", "tang"].includes(id)
    ),
    ...each("people/left-still-named", staff, (draft, id) => away(draft, id, "left")),
    ...once("people/without-part", (draft) => (draft.team.people.new = { name: "新人", roles: [] })),
    ...once("people/role-of-nobody", (draft) => (draft.team.roles.new = { title: both("新角色"), may: [] })),
    ...each("people/skill-of-one", skills, (draft, skill) => {
      const able = Object.values(draft.team.people).filter(({ skills: has = [] }) => has.includes(skill))
      for (const one of able.slice(1)) one.skills = (one.skills ?? []).filter((has) => has !== skill)
    }),
    ...each("people/permission-of-one", own, (draft, permission) => onlyFor(draft, permission, "lead")),
    ...each(
      "process/step-of-one",
      named([
        "content.compose",
        "content.approve",
        "content.withdraw",
        "planning.schedule",
        "planning.ask",
        "monitoring.hold",
        "resource.answer"
      ]),
      (draft, permission) => onlyFor(draft, permission, "lead")
    ),
    ...each("process/mistyped-permission", duties, (draft, id) => (duty(draft, id).permissions[0] += "e")),
    ...each("process/mistyped-permission", team.roles, (draft, id) => (the(draft.team.roles[id]).may[0] += "e")),
    ...each(
      "process/mistyped-permission",
      team.delegations,
      (draft, id) => (the(draft.team.delegations?.[id]).permissions = ["content.whitdraw"])
    ),
    ...each(
      "people/lends-what-they-lack",
      team.delegations,
      (draft, id) => (the(draft.team.delegations?.[id]).delegator = "chen")
    ),
    ...each(
      "people/lends-to-self",
      team.delegations,
      (draft, id, { delegator }) => (the(draft.team.delegations?.[id]).delegate = delegator)
    ),
    ...each("people/lends-nothing", team.delegations, (draft, id) => {
      the(draft.team.delegations?.[id]).duties = []
      the(draft.team.delegations?.[id]).permissions = []
    }),
    ...each("people/delegate-away", team.delegations, (draft, _, { delegate }) => away(draft, delegate)),

    ...each("roster/gap", rotations, (draft, _, at) => (rotation(draft, at).until = "2026-10-01")),
    ...each("roster/one-person", rotations, (draft, _, at) => (rotation(draft, at).people = ["he"])),
    ...each("roster/never-a-shift", rotations, (draft, _, at) => (rotation(draft, at).days = 366)),
    ...each("roster/unable", rotations, (draft, _, at) => rotation(draft, at).people.push("xu")),
    ...each(
      "roster/unused",
      team.rosters,
      (draft, id, one) => (draft.team.rosters = { ...draft.team.rosters, [`${id}-2`]: one })
    ),
    ...each(
      "roster/swap-moves-nothing",
      team.rosters?.desk?.swaps,
      (draft, id) => (the(draft.team.rosters?.desk?.swaps?.[id]).gives = "he")
    ),
    ...each(
      "hours/day-too-long",
      rotations,
      (draft, _, at) => (rotation(draft, at).hours = [{ from: "04:00", to: "22:00" }])
    ),
    ...each("hours/day-too-long", team.rosters, (draft, id) => {
      const turns = the(draft.team.rosters?.[id]?.rotations)
      the(turns["weekdays-late"]).people = the(turns.weekdays).people
    }),
    // The rotations that are written last lie over the others.
    ...each(
      "hours/no-day-off",
      rotations,
      (draft, _, at) => delete rotation(draft, at).on,
      ([, id]) => id.startsWith("weekends")
    ),
    ...each("hours/too-much-overtime", team.rosters, (draft, id) => {
      const turns = rotation(draft, [id, "weekends-late"])
      turns.people = ["wutong"]
      turns.on = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday"]
      turns.hours = [{ from: "13:00", to: "22:00" }]
    }),
    ...each("hours/rest-too-short", team.rosters, (draft, id) => {
      for (const turns of ["weekdays", "weekdays-late"]) rotation(draft, [id, turns]).days = 1
      rotation(draft, [id, "weekdays"]).hours = [{ from: "08:00", to: "15:30" }]
    }),
    ...once("hours/rest-too-short", (draft) => {
      the(draft.team.rosters?.desk?.overrides).night = {
        person: "qin",
        from: "2026-09-02T22:00",
        until: "2026-09-03T02:00",
        reason: both("夜里")
      }
    }),
    ...each(
      "hours/owner-always-there",
      duties,
      (draft, id) => (duty(draft, id).hours = "desk"),
      ({ roster }) => roster === undefined
    ),
    ...once("hours/owner-always-there", (draft) => (duty(draft, "partners").hours = "always")),
    ...each("roster/given-while-away", team.rosters?.desk?.overrides, (draft, _, { person }) => away(draft, person)),

    ...each("approval/stops-when-one-is-away", named(book.content.review.approvers), (draft, id) => {
      draft.content.review.approvers = without(draft.content.review.approvers, id)
    }),
    ...once("approval/stops-when-one-is-away", (draft) => (draft.content.review.needs = { quorum: 2 })),
    ...once("approval/too-many-needed", (draft) => (draft.content.review.needs = { quorum: 4 })),
    ...each("approval/not-permitted", named(["chen", "qin", "gao", "tang", "xu"]), (draft, id) =>
      draft.content.review.approvers.push(id)
    ),
    ...each("approval/twice", named(book.content.review.approvers), (draft, id) =>
      draft.content.review.approvers.push(id)
    ),
    ...each(
      "approval/lead-cannot-decide",
      named(["chen", "qin", "gao", "tang", "xu"]),
      (draft, id) => (draft.content.lead = id)
    ),

    ...each("credential/one-holder", team.tools, (draft, id) => keep(draft, id).holders.splice(1), locked),
    ...each("credential/expired", team.tools, (draft, id) => (keep(draft, id).expires = "2026-08-31"), locked),
    ...each(
      "credential/expires-in-the-plan",
      team.tools,
      (draft, id) => (keep(draft, id).expires = "2026-10-31"),
      locked
    ),
    ...once(
      "credential/tool-unused",
      (draft) => (draft.team.tools = { ...draft.team.tools, new: { title: both("新工具") } })
    ),
    ...once("credential/knowledge-unused", (draft) => {
      draft.team.knowledge = { ...draft.team.knowledge, new: { title: both("新知识"), writtenIn: both("共享盘") } }
    })
  ]
}

const keep = (draft: Draft, id: string) => the(draft.team.tools?.[id]?.credential)
const locked = ({ credential }: { readonly credential?: unknown }) => credential !== undefined
/** At least one is left in every list that this is used for. */
const without = (people: [string, ...Array<string>], who: string) =>
  people.filter((one) => one !== who) as [string, ...Array<string>]
