/**
 * Every figure once more, by other code: from the lines of the files, as plain JSON, without a process, a schema or a helper of the house.
 *
 * @module
 */

/** A line of a log, as it is written. */
export interface Line {
  readonly position: number
  readonly process: string
  readonly case: string
  readonly event: {
    readonly step: string
    readonly at: string
    readonly by: { readonly _tag: string; readonly deadline?: string; readonly rung?: number }
    readonly orderedBy?: object
    readonly facts: Facts
  }
}
interface Facts {
  readonly hoursLate?: number
  readonly hoursLost?: number
  readonly publishedAt?: string
  readonly amount?: number
  readonly spent?: number
  readonly delivered?: number
  readonly interaction?: { readonly at: string }
  readonly placements?: ReadonlyArray<{ readonly codes: number }>
  readonly awards?: ReadonlyArray<{ readonly prize: string; readonly fan: string }>
}

/** A line of the observations. */
export interface Seen {
  readonly kind: string
  readonly at: string
  readonly facts: { readonly placement?: string; readonly cups?: number }
}

const launch = Date.parse("2026-11-02T10:00:00+08:00")
const over = Date.parse("2026-11-16T00:00:00+08:00")
const warmUp = Date.parse("2026-10-26T10:00:00+08:00")
const hour = 3_600_000
const rounded = (value: number) => Math.round(10 * value) / 10
const total = (all: ReadonlyArray<number | undefined>) => all.reduce<number>((sum, one) => sum + (one ?? 0), 0)
const middle = (all: ReadonlyArray<number>) => {
  if (all.length === 0) return null
  const sorted = all.toSorted((one, other) => one - other)
  const half = sorted.length / 2
  const two = Number.isInteger(half) ? sorted.slice(half - 1, half + 1) : [sorted[Math.floor(half)]]
  return rounded(total(two) / two.length)
}

/** The figures by their names. */
export const recount = (log: ReadonlyArray<Line>, seen: ReadonlyArray<Seen>, refusedBriefs: number) => {
  const lines = (process: string, ...steps: ReadonlyArray<string>) =>
    log.filter((line) => line.process === process && steps.includes(line.event.step))
  const kinds = (kind: string) => seen.filter((one) => one.kind === kind)
  const hoursFrom = (line: Line | undefined) =>
    line === undefined ? null : rounded((Date.parse(line.event.at) - launch) / hour)
  const out = lines("Post", "Confirm").map(({ event }) => Date.parse(event.facts.publishedAt ?? ""))

  const asked = lines("Answer", "Receive").filter(({ event }) => event.orderedBy === undefined)
  const waits = new Map<string, number>()
  for (const one of asked) {
    const confirm = lines("Answer", "Confirm").find((line) => line.case === one.case)
    if (confirm === undefined) continue
    waits.set(one.case, (Date.parse(confirm.event.at) - Date.parse(one.event.facts.interaction?.at ?? "")) / hour)
  }
  const escalated = new Set(lines("Answer", "Escalate").map((line) => line.case))

  const solutions = lines("Complaint", "Receive").flatMap((one) => {
    let hasSolution = false
    let isLate = false
    for (const { event } of log.filter((line) => line.process === "Complaint" && line.case === one.case)) {
      if (event.step === "Solve") hasSolution = true
      if (event.step === "Escalate" && event.by.deadline === "solution" && (event.by.rung ?? 0) > 1) isLate = true
      if (event.step !== "Said" || !hasSolution) continue
      return [{ isLate, hours: (Date.parse(event.at) - Date.parse(one.event.facts.interaction?.at ?? "")) / hour }]
    }
    return []
  })
  const complaints = lines("Complaint", "Receive").length
  const inTime = solutions.filter(({ isLate }) => !isLate).length

  const codes = kinds("CodeRedeemed")
  const at = (placement: string) => codes.filter(({ facts }) => facts.placement?.endsWith(`/${placement}`)).length
  const early = codes.filter((one) => Date.parse(one.at) < launch + 7 * 24 * hour).length
  const given = total(
    lines("CodeSeries", "Draft")
      .flatMap(({ event }) => event.facts.placements ?? [])
      .map((one) => one.codes)
  )

  const awarded = new Set(lines("PrizeDelivery", "Award").map((line) => line.case))
  const delivered = lines("PrizeDelivery", "Arrive").length
  const returned = lines("PrizeDelivery", "Return", "Lapse", "Decline").length

  const reserved = total(lines("CampaignBudget", "Reserve").map(({ event }) => event.facts.amount))
  const settled = lines("CampaignBudget", "Settle")
  const paid = total(settled.map(({ event }) => event.facts.spent))
  return {
    knew: hoursFrom(lines("EventNotice", "Acknowledge", "Learn")[0]),
    lost: rounded(
      total(lines("EventNotice", "Tell", "Learn").map(({ event: { facts } }) => facts.hoursLate ?? facts.hoursLost))
    ),
    firstAnswer: hoursFrom(lines("Answer", "Confirm").find((line) => asked.some((one) => one.case === line.case))),
    warmUp: out.filter((time) => time >= warmUp && time < launch).length,
    live: out.filter((time) => time >= launch && time < over).length,
    refused: refusedBriefs,
    "redeemed metro-line-2": at("metro-line-2"),
    "redeemed sleeves": at("sleeves"),
    "redeemed posts": at("posts"),
    redeemed: codes.length,
    share: rounded((100 * codes.length) / given),
    onTime: early,
    onTimeShare: codes.length === 0 ? null : rounded((100 * early) / codes.length),
    asked: asked.length,
    answered: waits.size,
    answeredInTime: [...waits.keys()].filter((id) => !escalated.has(id)).length,
    answerMedian: middle([...waits.values()]),
    answerLongest: waits.size === 0 ? null : rounded(Math.max(...waits.values())),
    overADay: [...waits.values()].filter((hours) => hours > 24).length,
    calls: kinds("ServiceCall").length,
    complaints,
    solvedInTime: inTime,
    solvedShare: complaints === 0 ? null : rounded((100 * inTime) / complaints),
    solvedMedian: middle(solutions.map(({ hours }) => hours)),
    granted: lines("ResourceRequest", "Grant").filter(({ event }) => Date.parse(event.at) < launch).length,
    there: total(
      kinds("PrizesArrived")
        .filter((one) => Date.parse(one.at) < launch)
        .map(({ facts }) => facts.cups)
    ),
    entries: kinds("DrawEntry").length,
    drawn: total(lines("PrizeDraw", "Drew").map(({ event }) => event.facts.awards?.length)),
    awarded: awarded.size,
    delivered,
    returned,
    underWay: awarded.size - delivered - returned,
    reserved,
    spent: total(lines("Campaign", "Spend", "Ended").map(({ event }) => event.facts.amount ?? event.facts.delivered)),
    givenBack: settled.length === 0 ? 0 : reserved - paid,
    left: 240_000 - (settled.length === 0 ? reserved : paid)
  }
}
