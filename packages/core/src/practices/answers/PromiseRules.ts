/**
 * Promises: what was promised to the fan holds everything that has to happen for it, counted over the real calendars.
 *
 * @module
 */
import { Duration, Record } from "effect"
import * as Spans from "../../calendar/Spans.ts"
import { inWords } from "../../calendar/TimeSpan.ts"
import * as Parts from "../../practice/Parts.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import { type View, written } from "../../practice/View.ts"
import type { Allowance } from "../../process/Allowance.ts"

/** The rules of promises. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "promise/does-not-add-up",
    severity: "error",
    demands: {
      zh: "部门时限与审核时限依次走完，仍在承诺之内。",
      en: "What departments and reviews may take, one after the other, fits into the promise, whenever it begins."
    },
    fix: { zh: "缩短其中一段，或放宽承诺。", en: "Shorten one of the parts, or promise more time." },
    find: (view) =>
      Parts.links(view.handbook).flatMap(({ at, promise, reviews }) => {
        const parts = [...(promise.behind ?? []), ...reviews].map(({ within }) => within)
        const worst = parts.length === 0 ? undefined : worstStart(view, promise.within, parts)
        return worst === undefined
          ? []
          : [
              hit(
                [...at, "within"],
                `${written(view, worst.start)} 开始时，各段走完是 ${written(view, worst.done)}，承诺到 ${written(view, worst.due)} 为止。`,
                `What begins at ${written(view, worst.start)} is done by ${written(view, worst.done)} at the latest, and was promised by ${written(view, worst.due)}.`,
                `${inWords(promise.within.time)}; ${parts.map(({ time }) => inWords(time)).join(" + ")}`
              )
            ]
      })
  },
  {
    code: "promise/faster-than-its-owner",
    severity: "warning",
    demands: {
      zh: "部门的时限不短于该资源自己承诺的答复时间。",
      en: "Nobody counts on a department faster than its resource answers."
    },
    fix: { zh: "与资源负责人重新约定。", en: "Agree on it anew with the owner of the resource." },
    find: ({ handbook }) =>
      Parts.links(handbook).flatMap(({ at, by, promise }) => {
        const answers = by === undefined ? undefined : handbook.resources[by]?.answers
        return answers === undefined ||
          answers.calendar !== promise.within.calendar ||
          !Duration.isLessThan(promise.within.time, answers.time)
          ? []
          : [
              hit(
                [...at, "within"],
                `「${by}」承诺 ${inWords(answers.time)} 内答复，这里要求 ${inWords(promise.within.time)}。`,
                `${by} answers within ${inWords(answers.time)}; here it is counted on within ${inWords(promise.within.time)}.`,
                inWords(promise.within.time)
              )
            ]
      })
  },
  {
    code: "promise/department-closed",
    severity: "error",
    demands: {
      zh: "部门的时限只在该部门开放的时段里计时。",
      en: "What a department promises is counted in hours in which the department is open."
    },
    fix: {
      zh: "改用部门的日历计时，或与部门约定这些时段也有人。",
      en: "Count it on the department's own calendar, or agree with the department that somebody is there then."
    },
    find: (view) =>
      Parts.links(view.handbook).flatMap(({ at, by, promise: { within } }) => {
        const answers = by === undefined ? undefined : view.handbook.resources[by]?.answers
        if (answers === undefined) return []
        const [first] = Spans.difference(view.cover.hours(within.calendar), view.cover.hours(answers.calendar))
        return first === undefined
          ? []
          : [
              hit(
                [...at, "within", "calendar"],
                `${written(view, first)} 起时限在计时，而「${by}」按「${answers.calendar}」答复，此时没有人。`,
                `From ${written(view, first)} on the time runs, and ${by}, which answers in the hours of ${answers.calendar}, is closed.`,
                within.calendar
              )
            ]
      })
  },
  {
    code: "promise/nobody-on-duty",
    severity: "error",
    demands: {
      zh: "承诺计时的时段里，互动职责有人在岗。",
      en: "In the hours in which a promise runs, a duty of interaction is open."
    },
    fix: {
      zh: "延长互动职责的时段，或换一个日历计时。",
      en: "Open the duty longer, or count the promise on another calendar."
    },
    find: (view) =>
      Record.toEntries(view.handbook.promises ?? {}).flatMap(([id, { within }]) => {
        const open = Spans.union(
          view.cover.duties.flatMap(([, duty]) =>
            duty.function === "interaction" ? [view.cover.hours(duty.hours)] : []
          )
        )
        const [first] = Spans.difference(view.cover.hours(within.calendar), open)
        return first === undefined
          ? []
          : [
              hit(
                ["promises", id, "within", "calendar"],
                `${written(view, first)} 起承诺在计时，但没有互动职责开放。`,
                `From ${written(view, first)} on the promise runs and no duty of interaction is open.`,
                within.calendar
              )
            ]
      })
  },
  {
    code: "promise/none-for-complaints",
    severity: "warning",
    demands: {
      zh: "对投诉的答复和解决都有承诺。",
      en: "There are promises that a complaint is answered, and that it is solved."
    },
    fix: { zh: "写下对投诉的承诺。", en: "Write down what a fan who complains may count on." },
    find: ({ handbook: { promises = {} } }) =>
      (["answered", "solved"] as const)
        .filter((kept) => !Object.values(promises).some(({ keptWhen, to }) => to === "complaint" && keptWhen === kept))
        .map((kept) =>
          hit(
            ["promises"],
            `没有承诺投诉何时${kept === "answered" ? "答复" : "解决"}。`,
            `Nothing says how soon a complaint is ${kept}.`,
            kept
          )
        )
  },
  {
    code: "promise/solved-before-answered",
    severity: "error",
    demands: { zh: "先答复，后解决。", en: "An answer is promised no later than the solution." },
    fix: { zh: "调整两个时限。", en: "Change one of the two times." },
    find: (view) =>
      Record.toEntries(view.handbook.promises ?? {}).flatMap(([id, answered]) =>
        answered.keptWhen !== "answered"
          ? []
          : Record.toEntries(view.handbook.promises ?? {}).flatMap(([other, solved]) => {
              if (solved.to !== answered.to || solved.keptWhen !== "solved") return []
              const late = starts(view, [answered.within.calendar, solved.within.calendar]).find(
                (start) =>
                  (view.due(start, solved.within) ?? Number.POSITIVE_INFINITY) < (view.due(start, answered.within) ?? 0)
              )
              return late === undefined
                ? []
                : [
                    hit(
                      ["promises", id, "within"],
                      `${written(view, late)} 开始时，「${other}」先于「${id}」到期。`,
                      `From ${written(view, late)}, ${other} is due before ${id}.`,
                      other
                    )
                  ]
            })
      )
  },
  {
    code: "promise/warns-too-late",
    severity: "warning",
    demands: { zh: "预警早于到期，晚于开始。", en: "The warning comes after the start and before the end." },
    fix: { zh: "设为 0 与 1 之间，例如 0.8。", en: "Put it between 0 and 1, such as 0.8." },
    find: ({ handbook }) =>
      Parts.links(handbook).flatMap(({ at, promise: { warnAt } }) =>
        warnAt === undefined || (warnAt > 0 && warnAt < 1)
          ? []
          : [
              hit(
                [...at, "warnAt"],
                "到期时才预警，或一开始就预警。",
                `A warning at ${warnAt} of the time helps nobody.`,
                String(warnAt)
              )
            ]
      )
  }
]

/** Moments at which something may begin: the edges of the calendars, and every half hour of the first two weeks. */
const starts = ({ cover, from, until }: View, calendars: ReadonlyArray<string>): ReadonlyArray<number> => {
  const edges = [...new Set(calendars)].flatMap((calendar) =>
    cover.hours(calendar).flatMap((edge) => [edge - 60_000, edge])
  )
  const fortnight = Math.min(until, from + 14 * 86_400_000)
  const grid = Array.from({ length: Math.ceil((fortnight - from) / 1_800_000) }, (_, index) => from + index * 1_800_000)
  return [...new Set([...grid, ...edges])].filter((start) => from <= start && start < until)
}

/** The start at which the parts, one after the other, are furthest behind the whole. */
const worstStart = (view: View, whole: Allowance, parts: ReadonlyArray<Allowance>) => {
  let worst: { start: number; done: number; due: number } | undefined
  for (const start of starts(
    view,
    [whole, ...parts].map(({ calendar }) => calendar)
  )) {
    const due = view.due(start, whole)
    const done = parts.reduce<number | undefined>((at, part) => (at === undefined ? at : view.due(at, part)), start)
    if (due === undefined || done === undefined || done <= due) continue
    if (worst === undefined || done - due > worst.done - worst.due) worst = { start, done, due }
  }
  return worst
}
