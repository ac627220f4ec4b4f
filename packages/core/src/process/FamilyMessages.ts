/**
 * What the soundness check says of cases that begin cases, and of steps that somebody else has to send, in Chinese and in English.
 *
 * @module
 */
import type { Bilingual } from "../finding/Bilingual.ts"
import type { Finding } from "../finding/Finding.ts"
import { finding } from "./SoundnessMessages.ts"

/** A state in which a child is over, and no step of its parent that hears of it. */
export const childUnheard = (path: string, order: string, child: Bilingual, end: string): Finding =>
  finding(
    "child-unheard",
    path,
    end,
    {
      zh: `由「${order}」发起的${child.zh}会以「${end}」结束，而没有任何步骤得知此事。`,
      en: `A ${child.en} that ${order} begins may end as ${end}, and no step hears of it where the case is by then.`
    },
    {
      zh: "在 children 的 ends 里为它指定一个由子事项触发（by: child）的步骤；确实无须得知的，写 null。",
      en: 'Name a step by "child" for it, in ends of the children; where nobody needs to hear, write null.'
    }
  )

/** A state on the way of a child that is none. */
export const noStation = (path: string, order: string, child: Bilingual, station: string): Finding =>
  finding(
    "station-unheard",
    path,
    station,
    {
      zh: `由「${order}」发起的${child.zh}不会途经「${station}」。`,
      en: `A ${child.en} that ${order} begins has no state ${station} on its way.`
    },
    {
      zh: "在 passes 里写子事项的非终态；终态写在 ends 里。",
      en: "Name a state of it that is not final under passes; what is final stands under ends."
    }
  )

/** A state on the way of a child, and states of its parent in which no step hears of it. */
export const stationUnheard = (
  path: string,
  order: string,
  child: Bilingual,
  station: string,
  deaf: ReadonlyArray<string>
): Finding =>
  finding(
    "station-unheard",
    path,
    deaf.join(", "),
    {
      zh: `由「${order}」发起的${child.zh}到达「${station}」时，本事项可能处于 ${deaf.join("、")}，其中没有步骤得知此事。`,
      en: `A ${child.en} that ${order} begins may come to ${station} while the case is ${deaf.join(", ")}, where no step hears of it.`
    },
    {
      zh: "让该步骤（by: child）在这些状态下也能执行。",
      en: 'Let the step by "child" lead from these states as well.'
    }
  )

/** A child may never be begun, and no step of its parent hears of that. */
export const refusalUnheard = (path: string, order: string, child: Bilingual): Finding =>
  finding(
    "child-unheard",
    path,
    order,
    {
      zh: `「${order}」要发起${child.zh}，可能被拒绝，而没有任何步骤得知此事：将一直等待一个不存在的事项。`,
      en: `${order} is to begin a ${child.en}, which may be refused, and no step hears of that: the case would wait for one that is not there.`
    },
    {
      zh: "在 outcomes 里为 refused 指定一个由外界执行的步骤。",
      en: 'Name a step by "world" for refused, in the outcomes.'
    }
  )

/** The step that is to stop a child never ends one. */
export const childNotStopped = (path: string, order: string, child: Bilingual, step: string): Finding =>
  finding(
    "child-not-stopped",
    path,
    step,
    {
      zh: `事项结束时应以「${step}」停止由「${order}」发起的${child.zh}，但这一步并不会使它结束，或者还要填写别的内容。`,
      en: `When the case is over, ${step} is to stop each ${child.en} that ${order} has begun, and it never ends one, or has to be told something else.`
    },
    {
      zh: "写一个通向终态的步骤，需要填写的内容写在 told 里；或写 goOn。",
      en: "Name a step that leads to an end, with what it asks for under told, or write goOn."
    }
  )

/** A step that waits for something which nothing sends. */
export const nobodySends = (path: string, step: string, by: string): Finding =>
  finding(
    "nobody-sends",
    path,
    by,
    by === "child"
      ? {
          zh: `「${step}」等待子事项的消息，但没有任何子事项会发来。`,
          en: `${step} waits for news of a child, and none leads to it.`
        }
      : {
          zh: `「${step}」等待外界，但它不是任何动作的结果，也没有说明由谁发出。`,
          en: `${step} waits for the world, and is neither the outcome of an action nor said to be sent by anybody.`
        },
    by === "child"
      ? {
          zh: "在 children 的 ends 或 passes 里写上它，或删除该步骤。",
          en: "Name it in ends or passes of the children, or take the step out."
        }
      : {
          zh: "写在 outcomes 里；或在 sentBy 里说明由谁发出；或删除该步骤。",
          en: "Name it in the outcomes; or say in sentBy who sends it; or take the step out."
        }
  )

/** Processes that begin each other for ever. */
export const beginsWithoutEnd = (path: string, way: ReadonlyArray<string>): Finding =>
  finding(
    "begins-without-end",
    path,
    way.join(" → "),
    {
      zh: `每个事项都会再发起一个同类事项，没有尽头：${way.join(" → ")}。`,
      en: `Every case begins another of its own kind, without end: ${way.join(", which begins ")}.`
    },
    {
      zh: "让其中一个流程不再发起；按周期重来的事项用排期（agenda）。",
      en: "Let one of them begin none; what comes again in turns is for the agenda."
    }
  )
