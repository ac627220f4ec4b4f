/**
 * Rosters: they cover the hours of the duties that use them, with people who can do those duties.
 *
 * @module
 */
import { Record } from "effect"
import { toNumber } from "../../calendar/CalendarDate.ts"
import * as Spans from "../../calendar/Spans.ts"
import * as Cover from "../../handbook/continuity/Cover.ts"
import * as Turn from "../../internal-system/team/Turn.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import { written } from "../../practice/View.ts"

/** The rules of rosters. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "roster/gap",
    severity: "warning",
    demands: { zh: "排班覆盖职责的全部时段。", en: "A roster covers the hours of the duties that use it." },
    fix: {
      zh: "补排该时段，或缩短职责的时段。",
      en: "Put somebody on the roster then, or shorten the hours of the duty."
    },
    find: (view) =>
      view.cover.duties.flatMap(([id, { hours, roster }]) => {
        if (roster === undefined) return []
        const held = Spans.union([...view.cover.turns(roster).values()])
        const gap = Spans.difference(view.cover.hours(hours), held)
        const [first] = gap
        return first === undefined
          ? []
          : [
              hit(
                ["duties", id, "roster"],
                `从 ${written(view, first)} 起，排班「${roster}」无人值「${id}」，共 ${Math.round(Spans.length(gap) / 3_600_000)} 小时。`,
                `From ${written(view, first)} on, nobody of ${roster} has ${id}; ${Math.round(Spans.length(gap) / 3_600_000)} hours in all.`,
                written(view, first)
              )
            ]
      })
  },
  {
    code: "roster/unused",
    severity: "note",
    demands: { zh: "每份排班至少有一项职责使用。", en: "Some duty uses every roster." },
    fix: { zh: "让职责使用它，或删除。", en: "Let a duty use it, or take it out." },
    find: ({ handbook: { duties, team } }) =>
      Record.toEntries(team.rosters ?? {})
        .filter(([id]) => !Object.values(duties).some(({ roster }) => roster === id))
        .map(([id]) => hit(["team", "rosters", id], `没有职责使用排班「${id}」。`, `No duty uses the roster ${id}.`))
  },
  {
    code: "roster/unable",
    severity: "error",
    demands: {
      zh: "轮值的人会做、也可以做该职责。",
      en: "Whoever takes turns can do the duties of the roster, and may."
    },
    fix: { zh: "培训、授权，或将其移出轮值。", en: "Teach them, grant it to them, or take them off the turns." },
    find: ({ cover, handbook: { team } }) =>
      cover.duties.flatMap(([id, duty]) =>
        Record.toEntries((duty.roster && team.rosters?.[duty.roster]?.rotations) || {}).flatMap(([name, { people }]) =>
          people.flatMap((person, index) =>
            [...Cover.lacksSkills(cover, person, duty), ...Cover.lacksPermissions(cover, person, duty)].map((lack) =>
              hit(
                ["team", "rosters", String(duty.roster), "rotations", name, "people", index],
                `${person} 轮值「${id}」，但缺少 ${lack}。`,
                `${person} takes turns at ${id} without ${lack}.`,
                lack
              )
            )
          )
        )
      )
  },
  {
    code: "roster/given-while-away",
    severity: "error",
    demands: { zh: "临时排班不给缺勤的人。", en: "Nobody is given hours while they are away." },
    fix: { zh: "换一个人，或改期。", en: "Give them to somebody else." },
    find: ({ cover, handbook: { team }, moment }) =>
      Record.toEntries(team.rosters ?? {}).flatMap(([roster, { overrides = {}, swaps = {} }]) =>
        [
          ...Record.toEntries(overrides).map(([id, one]) => ({ at: ["overrides", id, "person"], to: one.person, one })),
          ...Record.toEntries(swaps).map(([id, one]) => ({ at: ["swaps", id, "takes"], to: one.takes, one }))
        ].flatMap(({ at, one, to }) =>
          Spans.intersection(cover.away(to), [moment(one.from), moment(one.until)]).length === 0
            ? []
            : [
                hit(
                  ["team", "rosters", roster, ...at],
                  `${to} 在 ${one.from} 至 ${one.until} 之间缺勤，却被排班。`,
                  `${to} is away between ${one.from} and ${one.until} and is given hours in it.`,
                  to
                )
              ]
        )
      )
  },
  {
    code: "roster/swap-moves-nothing",
    severity: "warning",
    demands: { zh: "换班换到了班次。", en: "A swap swaps some shift." },
    fix: { zh: "核对时间和换班人。", en: "Look at its time and at who gives." },
    find: ({ cover, from, handbook: { team }, moment, until }) =>
      Record.toEntries(team.rosters ?? {}).flatMap(([roster, { swaps = {} }]) =>
        Record.toEntries(swaps).flatMap(([id, swap]) => {
          const window: Spans.Spans = [moment(swap.from), moment(swap.until)]
          const taken = cover.turns(roster).get(swap.takes) ?? []
          return Spans.intersection(window, [from, until]).length === 0 || Spans.intersection(window, taken).length > 0
            ? []
            : [
                hit(
                  ["team", "rosters", roster, "swaps", id],
                  `${swap.gives} 在该时段没有班可换。`,
                  `${swap.gives} has no shift then, so ${swap.takes} gets none.`,
                  `${swap.from} – ${swap.until}`
                )
              ]
        })
      )
  },
  {
    code: "roster/one-person",
    severity: "note",
    demands: { zh: "轮值至少两人。", en: "At least two people take turns." },
    fix: { zh: "加入另一个人。", en: "Add one more person." },
    find: ({ handbook: { team } }) =>
      Record.toEntries(team.rosters ?? {}).flatMap(([roster, { rotations }]) =>
        Record.toEntries(rotations)
          .filter(([, { people }]) => new Set(people).size === 1)
          .map(([id, { people }]) =>
            hit(
              ["team", "rosters", roster, "rotations", id, "people"],
              `「${id}」只有 ${people[0]} 一人轮值。`,
              `${people[0]} takes every turn of ${id}.`,
              people[0]
            )
          )
      )
  },
  {
    code: "roster/never-a-shift",
    severity: "warning",
    demands: {
      zh: "轮值的每个人在计划期内都有班次。",
      en: "Whoever takes turns has a shift within the horizon."
    },
    fix: { zh: "缩短每轮天数，或将其移出轮值。", en: "Make the turns shorter, or take them off the turns." },
    find: ({ end, from, handbook: { team }, moment }) =>
      Record.toEntries(team.rosters ?? {}).flatMap(([roster, { rotations }]) =>
        Record.toEntries(rotations).flatMap(([name, rotation]) => {
          const { people, until = end } = rotation
          if (end <= rotation.from || moment(`${until}T00:00`) <= from) return []
          const last = until < end ? until : end
          const begun = people.slice(0, Turn.firstFrom(rotation, toNumber(last)))
          // Whoever is in the rotation that follows has their turn there.
          const others = Record.toEntries(rotations).flatMap(([other, one]) =>
            until < end && other !== name ? one.people : []
          )
          return people.flatMap((person, index) =>
            begun.includes(person) || others.includes(person)
              ? []
              : [
                  hit(
                    ["team", "rosters", roster, "rotations", name, "people", index],
                    `${person} 在「${name}」轮值，但到 ${last} 为止没有一个班次。`,
                    `${person} takes turns at ${name} and has no shift before ${last}.`,
                    person
                  )
                ]
          )
        })
      )
  }
]
