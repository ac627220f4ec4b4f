/**
 * Crises as a handbook prepares them: the voice has a stand-in, may speak, can be reached at night, and what is learnt can be put to somebody.
 *
 * @module
 */
import * as Spans from "../../calendar/Spans.ts"
import { holders } from "../../handbook/Entitlement.ts"
import type { Handbook } from "../../handbook/Handbook.ts"
import { hit, type Rule } from "../../practice/Rule.ts"
import { written } from "../../practice/View.ts"
import type { PersonId } from "../../process/Actor.ts"
import { ProblemProcess } from "../problems/ProblemProcess.ts"
import { CrisisProcess } from "./CrisisProcess.ts"
import { CrisisSection } from "./CrisisSection.ts"

const voicesOf = (handbook: Handbook): ReadonlyArray<PersonId> => CrisisSection.find(handbook)?.voices ?? []

/** The rules of crises. */
export const rules: ReadonlyArray<Rule> = [
  {
    code: "crisis/voice-alone",
    severity: "error",
    demands: { zh: "发言人有替补。", en: "The voice in a crisis has somebody in whose absence it speaks." },
    fix: { zh: "在 voices 里再写一个人。", en: "Name another person under voices." },
    find: ({ handbook }) => {
      const voices = voicesOf(handbook)
      const [only] = voices
      return only === undefined || new Set(voices).size > 1
        ? []
        : [hit(["crisis", "voices"], `只有 ${only} 可以发声。`, `Only ${only} may speak.`, only)]
    }
  },
  {
    code: "crisis/voice-may-not-speak",
    severity: "error",
    demands: { zh: "每个发言人都有起草声明的权限。", en: "Every voice has the permission to draft a statement." },
    fix: { zh: "给其角色加上 crisis.speak。", en: "Grant crisis.speak to a role of theirs." },
    find: ({ cover, handbook }) =>
      voicesOf(handbook).flatMap((voice, index) =>
        cover.may(voice).has(CrisisProcess.steps.Draft.by)
          ? []
          : [
              hit(
                ["crisis", "voices", index],
                `${voice} 是发言人，但没有 crisis.speak。`,
                `${voice} is a voice, and has no crisis.speak.`,
                voice
              )
            ]
      )
  },
  {
    code: "crisis/voice-unreachable",
    severity: "error",
    demands: { zh: "夜里能打电话找到每个发言人。", en: "Every voice can be telephoned at night." },
    fix: { zh: "写下电话，或换一个人。", en: "Write down a telephone number, or name somebody else." },
    find: ({ handbook }) =>
      voicesOf(handbook).flatMap((voice, index) =>
        handbook.team.people[voice]?.contact?.phone !== undefined
          ? []
          : [hit(["crisis", "voices", index], `${voice} 没有电话。`, `${voice} has no telephone number.`, voice)]
      )
  },
  {
    code: "crisis/voices-away",
    severity: "error",
    demands: { zh: "任何时候都有一个发言人没有缺勤。", en: "At every hour some voice is not away." },
    fix: { zh: "再写一个此时在的发言人。", en: "Name another voice who is there then." },
    find: (view) => {
      const voices = voicesOf(view.handbook)
      const [first] = voices.reduce(
        (left, voice) => Spans.intersection(left, view.cover.away(voice)),
        voices.length === 0 ? [] : view.cover.hours("always")
      )
      return first === undefined
        ? []
        : [
            hit(
              ["crisis", "voices"],
              `${written(view, first)} 起，发言人（${voices.join("、")}）都缺勤。`,
              `From ${written(view, first)} on, every voice is away: ${voices.join(", ")}.`,
              voices.join(", ")
            )
          ]
    }
  },
  {
    code: "crisis/reviewer-may-not-raise",
    severity: "error",
    demands: {
      zh: "复盘的人可以登记问题，手册有问题登记。",
      en: "Whoever reviews a crisis may raise a problem, and the handbook has a register of them."
    },
    fix: {
      zh: "写下 problems，并给其角色加上 problem.raise。",
      en: "Write problems, and grant problem.raise to a role of theirs."
    },
    find: ({ cover, handbook }) =>
      CrisisSection.find(handbook) === undefined
        ? []
        : holders(handbook, CrisisProcess.steps.Learn.by).flatMap((person) =>
            cover.may(person).has(ProblemProcess.steps.Raise.by)
              ? []
              : [
                  hit(
                    ["crisis"],
                    `${person} 可以复盘，但没有 problem.raise。`,
                    `${person} may review, and has no problem.raise.`,
                    person
                  )
                ]
          )
  }
]
