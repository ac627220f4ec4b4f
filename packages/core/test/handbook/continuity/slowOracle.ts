/** Continuity asked hour by hour and person by person, from the words alone: slow, and written without the library's own rules. */
import type { WorkingCalendar } from "@dualops/core/calendar"
import type { Handbook } from "@dualops/core/handbook"
import type { Roster } from "@dualops/core/team"

const hour = 3_600_000

/** The hours of a horizon, with the wall of each as its hand last stood (it never goes back). */
export const hoursOf = (timeZone: string, from: number, until: number) => {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" })
  let hand = ""
  const hours: Array<{ at: number; wall: string }> = []
  for (let at = from - 48 * hour; at < until; at += hour) {
    const shown = format.format(at).replace(" ", "T")
    hand = shown > hand ? shown : hand
    if (at >= from) hours.push({ at, wall: hand })
  }
  return hours
}

const names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const
const weekday = (date: string) => names[new Date(`${date}T00:00Z`).getUTCDay()] ?? "sunday"
const shifted = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00Z`) + days * 24 * hour).toISOString().slice(0, 10)

const during = (one: { readonly from: string; readonly until: string }, wall: string) =>
  one.from <= wall && wall < one.until

/** Whether windows of the date hold the time, which may be of the next date. */
const holds = (windows: WorkingCalendar.Windows, date: string, wall: string) =>
  windows.some(({ from, to }) => {
    const end = to === "24:00" ? `${shifted(date, 1)}T00:00` : `${to > from ? date : shifted(date, 1)}T${to}`
    return `${date}T${from}` <= wall && wall < end
  })

const open = (book: Handbook.Handbook, calendar: string, wall: string) => {
  const week = book.calendars[calendar]?.week
  if (week === undefined || week === "24x7") return true
  const date = wall.slice(0, 10)
  return [date, shifted(date, -1)].some((one) => holds(week[weekday(one)], one, wall))
}

/** How many days a rotation has worked before a date. */
const workedBefore = (rotation: Roster.Rotation, date: string) => {
  let count = 0
  for (let one = rotation.from; one < date; one = shifted(one, 1))
    if (rotation.on?.includes(weekday(one)) ?? true) count++
  return count
}

/** Whose turn it is, on which date's hours, and when those end. */
const turnOf = (rotation: Roster.Rotation, wall: string) => {
  const today = wall.slice(0, 10)
  for (const date of [today, shifted(today, -1)]) {
    if (date < rotation.from || (rotation.until !== undefined && date >= rotation.until)) continue
    if (rotation.on !== undefined && !rotation.on.includes(weekday(date))) continue
    const window = rotation.hours.find((one) => holds([one], date, wall))
    if (window === undefined) continue
    const week = new Set(rotation.on ?? names).size
    const lasts = rotation.days % 7 === 0 ? (rotation.days / 7) * week : rotation.days
    const person = rotation.people[Math.floor(workedBefore(rotation, date) / lasts) % rotation.people.length]
    const ends = window.to > window.from && window.to !== "24:00" ? date : shifted(date, 1)
    return {
      person,
      date,
      from: `${date}T${window.from}`,
      until: `${ends}T${window.to === "24:00" ? "00:00" : window.to}`
    }
  }
  return undefined
}

const away = (book: Handbook.Handbook, person: string, wall: string) =>
  Object.values(book.team.absences ?? {}).some((one) => one.person === person && during(one, wall))

/** Who has the roster at that time. */
export const holder = (book: Handbook.Handbook, roster: Roster.Roster, wall: string): string | undefined => {
  let has: string | undefined
  for (const rotation of Object.values(roster.rotations)) {
    const turn = turnOf(rotation, wall)
    if (turn === undefined) continue
    has = turn.person
    for (const swap of Object.values(roster.swaps ?? {})) {
      const met = turn.from < swap.until && swap.from < turn.until && swap.from.slice(0, 10) <= turn.date
      if (met && has === swap.gives) has = swap.takes
    }
  }
  for (const one of Object.values(roster.overrides ?? {})) if (during(one, wall)) has = one.person
  return has === undefined || away(book, has, wall) ? undefined : has
}

/** Everybody who could do the duty at that time, told who has the rosters and which calendars are open. */
const able = (
  book: Handbook.Handbook,
  id: string,
  wall: string,
  has: Readonly<Record<string, string | undefined>>,
  isOpen: (calendar: string) => boolean
): ReadonlyArray<string> => {
  const { delegations = {}, knowledge = {}, people, roles } = book.team
  const duty = Object.entries(book.duties).find(([name]) => name === id)?.[1]
  if (duty === undefined) return []
  const may = (person: string, permission: string) =>
    Object.entries(people).some(
      ([name, { roles: held }]) =>
        name === person && held.some((role) => roles[role]?.may.some((one) => one === permission))
    )
  const loans = Object.values(delegations).filter((one) => during(one, wall))
  return Object.entries(people).flatMap(([person, { skills = [] }]) => {
    if (away(book, person, wall)) return []
    const stands = duty.standIns.some((one) => one === person)
    const hasIt = duty.roster !== undefined && has[duty.roster] === person
    const works =
      Object.values(has).includes(person) ||
      Object.values(book.duties).some(
        (one) =>
          one.roster === undefined &&
          [one.owner, ...one.standIns].some((named) => named === person) &&
          isOpen(one.hours)
      )
    const lent = loans.some((one) => one.delegate === person && one.duties?.some((name) => name === id))
    const named = hasIt || (works && (duty.owner === person || stands || lent))
    const permitted = duty.permissions.every(
      (permission) =>
        may(person, permission) ||
        (stands && may(duty.owner, permission)) ||
        loans.some(
          (one) =>
            one.delegate === person &&
            may(one.delegator, permission) &&
            (one.permissions?.includes(permission) ||
              Object.entries(book.duties).some(
                ([name, { permissions }]) =>
                  one.duties?.some((other) => other === name) && permissions.includes(permission)
              ))
        )
    )
    const skilled = (duty.skills ?? []).every((skill) => skills.includes(skill))
    const informed = (duty.knowledge ?? []).every((one) => {
      const known = knowledge[one]
      return known?.writtenIn !== undefined || known?.knownBy?.some((other) => other === person) === true
    })
    return named && permitted && skilled && informed ? [person] : []
  })
}

/** The first hour at which each duty lapses, by `duty` with all there and `duty without person`. */
export const firstLapses = (
  book: Handbook.Handbook,
  hours: ReadonlyArray<{ readonly at: number; readonly wall: string }>,
  apart: readonly [string, string]
): Readonly<Record<string, number>> => {
  const first: Record<string, number> = {}
  const duties = Object.entries(book.duties)
  for (const { at, wall } of hours) {
    const opened = new Set(["always", ...Object.keys(book.calendars)].filter((one) => open(book, one, wall)))
    const has = Object.fromEntries(
      Object.entries(book.team.rosters ?? {}).map(([name, one]) => [name, holder(book, one, wall)])
    )
    const there = duties.filter(([, { hours }]) => opened.has(hours))
    const can = new Map(there.map(([id]) => [id, able(book, id, wall, has, (one) => opened.has(one))]))
    for (const [id, duty] of there) {
      const rivals = there.filter(
        ([name, one]) =>
          name !== id &&
          one.permissions.some((permission) => permission === apart[0]) &&
          duty.permissions.some((permission) => permission === apart[1])
      )
      // Each way to lapse: nobody is left, or the same one is left for a rival duty too.
      const left = (of: string, gone: string | undefined) => (can.get(of) ?? []).filter((one) => one !== gone)
      const ways = [
        (gone: string | undefined) => left(id, gone).length === 0,
        ...rivals.map(([rival]) => (gone: string | undefined) => {
          const [mine, theirs] = [left(id, gone), left(rival, gone)]
          return mine.length === 1 && theirs.length === 1 && mine[0] === theirs[0]
        })
      ]
      if (ways.some((lapses) => lapses(undefined))) first[id] ??= at
      for (const person of Object.keys(book.team.people))
        if (ways.some((lapses) => lapses(person) && !lapses(undefined))) first[`${id} without ${person}`] ??= at
    }
  }
  return first
}
